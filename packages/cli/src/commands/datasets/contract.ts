import { command } from "../../command.ts";
import { choice, text } from "../../fields.ts";
import { answer } from "../../output/schema.ts";
import { datasetView } from "../../views/dataset.ts";
import { schemaContracts } from "../../words.ts";

export default command({
  summary: "Say how far a publish may change the columns of a dataset",
  details:
    "frozen: not at all. additive: by new columns. evolving: as it likes. A publish beyond it is refused before its file is read, with the columns and with whom it would break.",
  args: { slug: text("the dataset"), contract: choice("what a publish may change", schemaContracts) },
  flags: {},
  examples: ["wizdata datasets contract nse-kenya frozen"],
  output: answer("datasets.update"),
  changes: true,
  run: ({ wizdata, signal }, { slug, contract }) => wizdata.datasets.update(slug, { contract }, { signal }),
  view: (dataset) => datasetView(dataset),
});
