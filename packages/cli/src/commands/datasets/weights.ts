import { command } from "../../command.ts";
import { usageFailure } from "../../failures.ts";
import { given, integer, optional, text, toggle } from "../../fields.ts";
import { answer } from "../../output/schema.ts";
import { datasetView } from "../../views/dataset.ts";

const unitsMax = 1_000;
const units = (operation: string) => optional(integer(`what ${operation} takes`, "units", 1, unitsMax));

export default command({
  summary: "Set how many units a call takes from the limits of days and months",
  details:
    "From the next request on, for all its subscribers. What is not given takes its usual number again. Limits of minutes count calls, and prices know no weights.",
  args: { slug: text("the dataset") },
  flags: {
    query: units("a page of rows"),
    export: units("an export"),
    reset: toggle("let every operation take its usual number"),
  },
  examples: ["wizdata datasets weights nse-kenya --query 3 --export 10", "wizdata datasets weights nse-kenya --reset"],
  output: answer("datasets.setWeights"),
  changes: true,
  run: async ({ wizdata, signal }, { slug, reset, ...wanted }) => {
    const weights = given(wanted);
    if ((Object.keys(weights).length === 0) === !reset)
      throw usageFailure("Say what calls take, with --query or --export, or give --reset.", {
        next: ["wizdata datasets weights --help"],
      });
    return wizdata.datasets.setWeights(slug, weights, { signal });
  },
  view: (dataset) => datasetView(dataset),
});
