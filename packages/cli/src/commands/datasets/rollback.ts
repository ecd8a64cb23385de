import { command } from "../../command.ts";
import { given, integer, optional, text } from "../../fields.ts";
import { answer } from "../../output/schema.ts";
import { publicationView } from "../../views/version.ts";

export default command({
  summary: "Make an earlier version of a dataset current again",
  details:
    "It becomes a new version of the same parts: nothing is copied, and the versions between stay. Where the current version has the same rows, nothing changes.",
  args: { slug: text("the dataset") },
  flags: {
    to: integer("the version to go back to", "n", 1),
    note: optional(text("one line about why", "text")),
  },
  examples: ["wizdata datasets rollback nse-kenya --to 2 --note 'March was wrong'"],
  output: answer("datasets.rollback"),
  changes: true,
  run: ({ wizdata, signal }, { slug, to, note }) => wizdata.datasets.rollback(slug, to, given({ note }), { signal }),
  view: publicationView,
});
