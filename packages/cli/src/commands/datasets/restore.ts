import { command } from "../../command.ts";
import { text } from "../../fields.ts";
import { answer } from "../../output/schema.ts";
import { datasetView } from "../../views/dataset.ts";

export default command({
  summary: "Restore a deprecated or retired dataset: it is published again",
  args: { slug: text("the dataset") },
  examples: ["wizdata datasets restore nse-kenya"],
  output: answer("datasets.restore"),
  changes: true,
  run: ({ wizdata, signal }, { slug }) => wizdata.datasets.restore(slug, { signal }),
  view: (dataset) => datasetView(dataset),
});
