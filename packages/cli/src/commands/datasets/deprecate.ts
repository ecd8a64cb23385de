import { command } from "../../command.ts";
import { given, optional, text } from "../../fields.ts";
import { answer } from "../../output/schema.ts";
import { instant } from "../../output/times.ts";
import { datasetView } from "../../views/dataset.ts";

export default command({
  summary: "Announce the end of a dataset: it is served as ever, and not sold any more",
  details:
    "Each answer about it says so in its headers. Announcing again replaces date, successor and note; wizdata datasets restore takes it back.",
  args: { slug: text("the dataset") },
  flags: {
    sunset: optional(instant("when it will end")),
    successor: optional(text("the dataset that takes its place", "slug")),
    note: optional(text("why, and what to do", "text")),
  },
  examples: ["wizdata datasets deprecate nse-kenya --sunset 2030-01-01 --successor nse-kenya-2"],
  output: answer("datasets.deprecate"),
  changes: true,
  run: ({ wizdata, signal }, { slug, sunset, successor, note }) =>
    wizdata.datasets.deprecate(slug, given({ sunset_at: sunset, successor, note }), { signal }),
  view: (dataset) => datasetView(dataset, [`Undo: wizdata datasets restore ${dataset.slug}`]),
});
