import { command } from "../../command.ts";
import { given, integer, optional, text } from "../../fields.ts";
import { answer } from "../../output/schema.ts";
import { versionView } from "../../views/version.ts";

export default command({
  summary: "Make a held version of a dataset current",
  details:
    "A publish below a floor of the dataset is held until an operator decides. It can be released as long as the version it was made from is the current one.",
  args: { slug: text("the dataset"), version: integer("the number of the version", "n", 1) },
  flags: { note: optional(text("one line about what the version brings", "text")) },
  examples: ["wizdata datasets release nse-kenya 4 --note 'Two exchanges were closed'"],
  output: answer("datasets.release"),
  changes: true,
  run: ({ wizdata, signal }, { slug, version, note }) =>
    wizdata.datasets.release(slug, version, given({ note }), { signal }),
  view: (version) => versionView(version, [`Version ${version.number} of ${version.dataset} is current.`]),
});
