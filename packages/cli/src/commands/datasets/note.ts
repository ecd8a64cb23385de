import { command } from "../../command.ts";
import { usageFailure } from "../../failures.ts";
import { integer, optional, text, toggle } from "../../fields.ts";
import { answer } from "../../output/schema.ts";
import { versionView } from "../../views/version.ts";

export default command({
  summary: "Say what a version of a dataset brings",
  details: "The note is shown to everybody who may see the dataset; the rows of a version never change.",
  args: { slug: text("the dataset"), version: integer("the number of the version", "n", 1) },
  flags: { note: optional(text("one line", "text")), remove: toggle("take the note away") },
  examples: ["wizdata datasets note nse-kenya 3 --note 'Adds the fourth quarter of 2025'"],
  output: answer("datasets.updateVersion"),
  changes: true,
  run: ({ wizdata, signal }, { slug, version, note, remove }) => {
    if ((note === undefined) === !remove) throw usageFailure("Give --note with its text, or --remove.");
    return wizdata.datasets.updateVersion(slug, version, { note: note ?? null }, { signal });
  },
  view: (version) => versionView(version),
});
