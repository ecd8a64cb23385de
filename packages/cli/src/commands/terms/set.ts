import { command } from "../../command.ts";
import { usageFailure } from "../../failures.ts";
import { given, optional, text } from "../../fields.ts";
import { readText } from "../../input-file.ts";
import { answer } from "../../output/schema.ts";
import { instant } from "../../output/times.ts";
import { termsView } from "../../views/terms.ts";

export default command({
  summary: "Set new terms of a dataset, which partners have to accept",
  details:
    "The text comes from a file, or a URL says where it is and --sha256 what is there. Who subscribes accepts them first; who has the dataset already needs them from --required-from on.",
  args: { slug: text("the dataset") },
  flags: {
    file: optional(text("a text file, or - for standard input", "file")),
    url: optional(text("where the terms are", "url")),
    sha256: optional(text("the SHA-256 of the document at the URL", "digits")),
    requiredFrom: optional(instant("from when on they are needed (default: now)")),
  },
  examples: [
    "wizdata terms set nse-kenya --url https://vendor.example/terms-2.pdf --sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "wizdata terms set nse-kenya --file terms.md --required-from 2030-01-01",
  ],
  output: answer("terms.set"),
  changes: true,
  run: async ({ wizdata, terminal, signal }, { slug, file, url, sha256, requiredFrom }) => {
    if ((file === undefined) === (url === undefined)) throw usageFailure("Give --file, or --url with --sha256.");
    const written = file === undefined ? undefined : await readText(terminal, file);
    return wizdata.terms.set(slug, given({ text: written, url, sha256, required_from: requiredFrom }), { signal });
  },
  view: (terms) => termsView(terms, [`Who has accepted: wizdata terms acceptances ${terms.dataset}`]),
});
