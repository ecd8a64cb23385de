import { command } from "../../command.ts";
import { Failure } from "../../failures.ts";
import { integer, optional, text } from "../../fields.ts";
import { answer } from "../../output/schema.ts";
import { termsView } from "../../views/terms.ts";

export default command({
  summary: "Show the terms of a dataset, and whether your company has accepted them",
  args: { slug: text("the dataset") },
  flags: { version: optional(integer("an older or newer version (default: the newest)", "n", 1)) },
  examples: ["wizdata terms show nse-kenya"],
  output: answer("terms.retrieve"),
  run: async ({ wizdata, signal }, { slug, version }) => {
    const newest =
      version === undefined ? (await wizdata.terms.list(slug, { limit: 1 }, { signal })).data[0] : undefined;
    const wanted = version ?? newest?.version;
    if (wanted === undefined) {
      throw new Failure("not_found", "not_found", `${slug} has no terms: there is nothing to accept.`, {
        next: [`wizdata datasets show ${slug}`],
      });
    }
    return wizdata.terms.retrieve(slug, wanted, { signal });
  },
  view: (terms) =>
    termsView(
      terms,
      terms.acceptance ? [] : [`Accept: wizdata terms accept ${terms.dataset} --version ${terms.version}`],
    ),
});
