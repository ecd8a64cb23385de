import type { NewDataset } from "@wizdata/sdk";
import { command } from "../../command.ts";
import { text } from "../../fields.ts";
import { readJson } from "../../input-file.ts";
import { answer } from "../../output/schema.ts";
import { datasetView } from "../../views/dataset.ts";

export default command({
  summary: "Register a dataset from a JSON file; it is a draft until its first version",
  details:
    "The file says slug, title, description, category, cadence, source, price and definition: columns, key, time and partition.",
  args: { file: text("the registry entry, or - for standard input") },
  examples: ["wizdata datasets create nse-kenya.json"],
  output: answer("datasets.create"),
  changes: true,
  // The server is the judge of what the file says, and names each wrong member.
  run: async ({ wizdata, terminal, signal }, { file }) =>
    wizdata.datasets.create((await readJson(terminal, file)) as NewDataset, { signal }),
  view: (dataset) =>
    datasetView(dataset, [`Publish its first version: wizdata datasets publish ${dataset.slug} --file rows.csv.gz`]),
});
