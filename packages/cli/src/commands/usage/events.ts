import { command } from "../../command.ts";
import { given, optional, text } from "../../fields.ts";
import { partnerIdOf } from "../../find-partner.ts";
import { listFlags, listView, readList } from "../../listing.ts";
import { answer } from "../../output/schema.ts";
import { instant } from "../../output/times.ts";
import { usageEventColumns } from "../../views/usage-event.ts";

export default command({
  summary: "List usage events, oldest first: every metered answer, and what was taken back",
  flags: {
    partner: optional(text("only of this partner, by id or e-mail address (operators)", "partner")),
    key: optional(text("only of this key", "id")),
    dataset: optional(text("only of this dataset", "slug")),
    from: optional(instant("only of this time and later")),
    to: optional(instant("only before this time")),
    ...listFlags,
  },
  examples: [
    "wizdata usage events --dataset nse-kenya --from 2026-03-01 --to 2026-04-01",
    "wizdata usage events --from 2026-03-01 --all --json",
  ],
  output: answer("usage.events"),
  run: async ({ wizdata, signal }, { partner, key, dataset, from, to, ...flags }) => {
    const partner_id = partner === undefined ? undefined : await partnerIdOf(wizdata, partner, signal);
    const filter = given({ partner_id, key_id: key, dataset, from, to });
    return readList(flags, (page) => wizdata.usage.events({ ...page, ...filter }, { signal }));
  },
  view: (list) => listView(list, usageEventColumns, "usage events"),
});
