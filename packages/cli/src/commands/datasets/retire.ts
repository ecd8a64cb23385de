import { command } from "../../command.ts";
import { given, optional, text, toggle } from "../../fields.ts";
import { answer } from "../../output/schema.ts";
import { datasetView } from "../../views/dataset.ts";

export default command({
  summary: "Retire a dataset: it serves no rows and takes no exports any more",
  details:
    "Exports that are ready stay. So do its subscriptions, which give nothing until they are canceled or the dataset is restored.",
  args: { slug: text("the dataset") },
  flags: {
    successor: optional(text("the dataset that takes its place", "slug")),
    note: optional(text("why, and what to do", "text")),
    early: toggle("also before the end that was announced"),
  },
  examples: ["wizdata datasets retire nse-kenya --successor nse-kenya-2 --yes"],
  output: answer("datasets.retire"),
  changes: true,
  confirm: ({ slug }) => `Retire ${slug}, so that its subscribers get no rows from now on?`,
  run: ({ wizdata, signal }, { slug, successor, note, early }) =>
    wizdata.datasets.retire(slug, { early, ...given({ successor, note }) }, { signal }),
  view: (dataset) =>
    datasetView(dataset, [
      `Who still subscribes: wizdata subscriptions list --dataset ${dataset.slug} --status active`,
      `Undo: wizdata datasets restore ${dataset.slug}`,
    ]),
});
