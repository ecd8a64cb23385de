import { command } from "../../command.ts";
import { given, integer, optional, text } from "../../fields.ts";
import { answer } from "../../output/schema.ts";
import { versionView } from "../../views/version.ts";

export default command({
  summary: "Withdraw a version of a dataset for good: nobody reads it any more",
  details:
    "Whoever asks for it is told the reason. Its exports cannot be downloaded any more, and those under way fail and cost nothing. The current version takes --restore with the version to go back to.",
  args: { slug: text("the dataset"), version: integer("the number of the version", "n", 1) },
  flags: {
    reason: text("why, in a line", "text"),
    restore: optional(integer("the version to go back to, where the current one is withdrawn", "n", 1)),
  },
  examples: [
    "wizdata datasets retract nse-kenya 2 --reason 'Prices in the wrong currency' --yes",
    "wizdata datasets retract nse-kenya 3 --reason 'Prices in the wrong currency' --restore 2 --yes",
  ],
  output: answer("datasets.retract"),
  changes: true,
  confirm: ({ slug, version }) => `Withdraw version ${version} of ${slug}, so that nobody can read it from now on?`,
  run: ({ wizdata, signal }, { slug, version, reason, restore }) =>
    wizdata.datasets.retract(slug, version, { reason, ...given({ restore }) }, { signal }),
  view: ({ replaced_by, ...version }) =>
    versionView(version, replaced_by === null ? [] : [`Version ${replaced_by} is the current one now.`]),
});
