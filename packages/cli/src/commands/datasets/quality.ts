import { command } from "../../command.ts";
import { integer, optional, text } from "../../fields.ts";
import { answer } from "../../output/schema.ts";
import { qualityView } from "../../views/quality.ts";

export default command({
  summary: "Show how good a dataset is: each measure with what was counted",
  details:
    "Validity, uniqueness and completeness are of the version and never change; timeliness is told anew each time, by the age of the newest row.",
  args: { slug: text("the dataset") },
  flags: { version: optional(integer("an older version", "n", 1)) },
  examples: ["wizdata datasets quality nse-kenya", "wizdata datasets quality nse-kenya --version 1 --json"],
  output: answer("datasets.quality"),
  run: ({ wizdata, signal }, { slug, version }) =>
    version === undefined
      ? wizdata.datasets.quality(slug, { signal })
      : wizdata.datasets.versionQuality(slug, version, { signal }),
  view: (quality) => qualityView(quality),
});
