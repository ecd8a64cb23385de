import { command } from "../../command.ts";
import { usageFailure } from "../../failures.ts";
import { integerOr, optional, text } from "../../fields.ts";
import { answer } from "../../output/schema.ts";
import { datasetView } from "../../views/dataset.ts";

const bound = (value: number | "all" | undefined) => (value === "all" ? null : value);

export default command({
  summary: "Say for how long the versions of a dataset are kept",
  details:
    "A version is removed when it is beyond each bound that is set, and the current one never is. Whoever follows a cursor of it has a day to end, and exports that were ordered are finished.",
  args: { slug: text("the dataset") },
  flags: {
    versions: optional(integerOr("all", "how many of the newest versions are kept", "n", 1)),
    days: optional(integerOr("all", "for how many days a version is kept after another one took its place", "n", 1)),
  },
  examples: [
    "wizdata datasets keep nse-kenya --versions 30 --days 365",
    "wizdata datasets keep nse-kenya --versions all --days all",
  ],
  output: answer("datasets.update"),
  changes: true,
  run: async ({ wizdata, signal }, { slug, versions, days }) => {
    if (versions === undefined && days === undefined)
      throw usageFailure("Say how many versions are kept, with --versions or --days.", {
        next: ["wizdata datasets keep --help"],
      });
    const bounds = {
      ...(versions !== undefined && { versions_kept: bound(versions) ?? null }),
      ...(days !== undefined && { versions_kept_days: bound(days) ?? null }),
    };
    return wizdata.datasets.update(slug, bounds, { signal });
  },
  view: (dataset) => datasetView(dataset),
});
