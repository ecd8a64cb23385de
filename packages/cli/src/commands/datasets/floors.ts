import { command } from "../../command.ts";
import { usageFailure } from "../../failures.ts";
import { given, integer, optional, text, toggle } from "../../fields.ts";
import { answer } from "../../output/schema.ts";
import { datasetView } from "../../views/dataset.ts";

const floor = (measure: string) => optional(integer(`the least score for ${measure}`, "score", 0, 100));

export default command({
  summary: "Set the scores below which a publish of a dataset is held for an operator",
  details:
    "From 0 to 100. What is not given has no floor. A held version becomes current with wizdata datasets release.",
  args: { slug: text("the dataset") },
  flags: {
    overall: floor("all of it"),
    completeness: floor("values and rows that are there"),
    validity: floor("values that pass their checks"),
    uniqueness: floor("rows with a key of their own"),
    timeliness: floor("the age of the newest row"),
    reset: toggle("let every version become current"),
  },
  examples: [
    "wizdata datasets floors nse-kenya --overall 20 --validity 30",
    "wizdata datasets floors nse-kenya --reset",
  ],
  output: answer("datasets.update"),
  changes: true,
  run: async ({ wizdata, signal }, { slug, reset, ...wanted }) => {
    const floors = given(wanted);
    if ((Object.keys(floors).length === 0) === !reset)
      throw usageFailure("Say which scores are wanted, such as --overall 90, or give --reset.", {
        next: ["wizdata datasets floors --help"],
      });
    return wizdata.datasets.update(slug, { floors: reset ? null : floors }, { signal });
  },
  view: (dataset) => datasetView(dataset),
});
