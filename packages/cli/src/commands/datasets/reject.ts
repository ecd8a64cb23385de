import { command } from "../../command.ts";
import { given, integer, optional, text } from "../../fields.ts";
import { answer } from "../../output/schema.ts";
import { versionView } from "../../views/version.ts";

export default command({
  summary: "Discard a held version of a dataset",
  details: "Partners never see that it was there. What it alone was made of is deleted.",
  args: { slug: text("the dataset"), version: integer("the number of the version", "n", 1) },
  flags: { reason: optional(text("why, in a line", "text")) },
  examples: ["wizdata datasets reject nse-kenya 4 --reason 'Half of the file is missing' --yes"],
  output: answer("datasets.reject"),
  changes: true,
  confirm: ({ slug, version }) => `Discard version ${version} of ${slug}?`,
  run: ({ wizdata, signal }, { slug, version, reason }) =>
    wizdata.datasets.reject(slug, version, given({ reason }), { signal }),
  view: (version) => versionView(version),
});
