import { command } from "../../command.ts";
import { choice, given, optional, text, withDefault } from "../../fields.ts";
import { answer } from "../../output/schema.ts";
import { totalsView } from "../../views/usage-totals.ts";
import { totalGroupings } from "../../words.ts";

export default command({
  summary: "Report the usage of all partners, by partner, month, dataset, operation or status (operators)",
  details: "By whole months, each partner's in its own time zone. Without months it is this one.",
  flags: {
    by: withDefault(choice("what each row sums up", totalGroupings), "partner"),
    from: optional(text("the first month, such as 2026-03", "month")),
    to: optional(text("the month after the last one", "month")),
    dataset: optional(text("only of this dataset", "slug")),
    operation: optional(text("only of this operation, such as query", "name")),
  },
  examples: ["wizdata usage totals", "wizdata usage totals --by month --from 2026-01 --to 2027-01 --json"],
  output: answer("usage.totals"),
  run: ({ wizdata, signal }, { by, ...rest }) => wizdata.usage.totals({ by, ...given(rest) }, { signal }),
  view: totalsView,
});
