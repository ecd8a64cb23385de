import { command } from "../../command.ts";
import { choice, given, optional, text } from "../../fields.ts";
import { partnerIdOf } from "../../find-partner.ts";
import { listFlags, listView, readList } from "../../listing.ts";
import { answer } from "../../output/schema.ts";
import { exportColumns } from "../../views/export.ts";
import { exportStatuses } from "../../words.ts";

export default command({
  summary: "List exports, oldest first",
  flags: {
    status: optional(choice("only of this status", exportStatuses)),
    dataset: optional(text("only of this dataset", "slug")),
    partner: optional(text("only of this partner, by id or e-mail address (operators)", "partner")),
    ...listFlags,
  },
  examples: ["wizdata exports list --status ready", "wizdata exports list --partner data@baobab.example --all --json"],
  output: answer("exports.list"),
  run: async ({ wizdata, signal }, { status, dataset, partner, ...flags }) => {
    const partner_id = partner === undefined ? undefined : await partnerIdOf(wizdata, partner, signal);
    const filter = given({ status, dataset, partner_id });
    return readList(flags, (page) => wizdata.exports.list({ ...page, ...filter }, { signal }));
  },
  view: (list) => listView(list, exportColumns, "exports"),
});
