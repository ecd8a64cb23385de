import { command } from "../../command.ts";
import { choice, given, optional, text, toggle, withDefault } from "../../fields.ts";
import { partnerIdOf } from "../../find-partner.ts";
import { answer, anyOf, string } from "../../output/schema.ts";
import { plain } from "../../output/view.ts";
import { reportView } from "../../views/usage.ts";
import { groupings } from "../../words.ts";

export default command({
  summary: "Report usage and what it costs, by day, month, dataset, key, operation or status",
  details: "Days are those of the partner's time zone. Without dates it is this month.",
  flags: {
    by: withDefault(choice("what each row sums up", groupings), "day"),
    from: optional(text("the first day", "date")),
    to: optional(text("the day after the last one", "date")),
    partner: optional(text("whose usage, by id or e-mail address (operators)", "partner")),
    dataset: optional(text("only of this dataset", "slug")),
    key: optional(text("only of this key", "id")),
    operation: optional(text("only of this operation, such as query", "name")),
    csv: toggle("print the server's CSV, with a header"),
  },
  examples: [
    "wizdata usage report --by dataset --from 2026-01-01 --to 2026-02-01",
    "wizdata usage report --partner data@baobab.example --by month --json",
    "wizdata usage report --partner data@baobab.example --by key --csv",
  ],
  output: anyOf(answer("usage.report"), string),
  run: async ({ wizdata, signal }, { by, from, to, partner, dataset, key, operation, csv }) => {
    const partner_id = partner === undefined ? undefined : await partnerIdOf(wizdata, partner, signal);
    const query = { by, ...given({ from, to, partner_id, dataset, key_id: key, operation }) };
    return csv ? wizdata.usage.reportCsv(query, { signal }) : wizdata.usage.report(query, { signal });
  },
  view: (report) => (typeof report === "string" ? plain(report) : reportView(report)),
});
