import { command } from "../../command.ts";
import { given, optional, text } from "../../fields.ts";
import { partnerIdOf } from "../../find-partner.ts";
import { listFlags, listView, readList } from "../../listing.ts";
import { answer } from "../../output/schema.ts";
import { acceptanceColumns } from "../../views/terms.ts";

export default command({
  summary: "List who has accepted which terms of a dataset, oldest first",
  args: { slug: text("the dataset") },
  flags: { partner: optional(text("only of this partner, by id or e-mail address", "partner")), ...listFlags },
  examples: ["wizdata terms acceptances nse-kenya", "wizdata terms acceptances nse-kenya --all --json"],
  output: answer("terms.acceptances"),
  run: async ({ wizdata, signal }, { slug, partner, ...flags }) => {
    const filter = given({ partner_id: partner && (await partnerIdOf(wizdata, partner, signal)) });
    return readList(flags, (page) => wizdata.terms.acceptances(slug, { ...page, ...filter }, { signal }));
  },
  view: (list) => listView(list, acceptanceColumns, "acceptances"),
});
