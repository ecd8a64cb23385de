import { command } from "../../command.ts";
import { given, integer, optional, text } from "../../fields.ts";
import { partnerIdOf } from "../../find-partner.ts";
import { answer } from "../../output/schema.ts";
import { acceptanceView } from "../../views/terms.ts";

export default command({
  summary: "Accept a version of a dataset's terms for your company",
  details:
    "It takes a key with the scope terms:accept. What is recorded stays: which text, who, and when. An operator accepts for a partner and says how it knows.",
  args: { slug: text("the dataset") },
  flags: {
    version: integer("the version that is accepted", "n", 1),
    partner: optional(text("for operators: the partner, by id or e-mail address", "partner")),
    note: optional(text("how it was accepted; operators must say it", "text")),
  },
  examples: [
    "wizdata terms accept nse-kenya --version 2 --yes",
    "wizdata terms accept nse-kenya --version 2 --partner data@baobab.example --note 'Signed on paper, file 118' --yes",
  ],
  output: answer("terms.accept"),
  changes: true,
  confirm: ({ slug, version, partner }) =>
    `Accept version ${version} of the terms of ${slug}, binding for ${partner ?? "your company"}?`,
  run: async ({ wizdata, signal }, { slug, version, partner, note }) => {
    const partner_id = partner === undefined ? undefined : await partnerIdOf(wizdata, partner, signal);
    return wizdata.terms.accept(slug, version, given({ partner_id, note }), { signal });
  },
  view: (acceptance) => acceptanceView(acceptance),
});
