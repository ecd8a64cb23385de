import { command } from "../../command.ts";
import { orderFlags, readOrder } from "../../export-flags.ts";
import { choice, given, optional, text } from "../../fields.ts";
import { answer } from "../../output/schema.ts";
import { filterArgument } from "../../row-filters.ts";
import { estimateView } from "../../views/estimate.ts";
import { exportFormats } from "../../words.ts";

export default command({
  summary: "Estimate the rows, bytes and files of an export, or of a query's pages",
  details:
    "Rows are counted. Bytes and files are exact where they can be, and else say what they are at most, if anything bounds them. It takes one call of the minute and costs nothing.",
  args: { slug: text("the dataset"), conditions: filterArgument() },
  flags: {
    format: optional(choice("the format of the files; without it the estimate is of a query's pages", exportFormats)),
    ...orderFlags,
  },
  examples: [
    "wizdata exports estimate nse-kenya --format csv",
    "wizdata exports estimate nse-kenya code=SCOM --from 2020-01-01 --format parquet --split-by date --split-period year",
  ],
  output: answer("estimates.create"),
  run: ({ wizdata, signal }, { slug, conditions, format, ...flags }) =>
    wizdata.estimates.create({ dataset: slug, ...given({ format }), ...readOrder(conditions, flags) }, { signal }),
  view: estimateView,
});
