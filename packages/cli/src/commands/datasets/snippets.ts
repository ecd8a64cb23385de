import type { DatasetSnippets } from "@wizdata/sdk";
import { command } from "../../command.ts";
import { choice, optional, text } from "../../fields.ts";
import { answer } from "../../output/schema.ts";
import { plain, sections, table } from "../../output/view.ts";

const languages = ["curl", "typescript", "cli"] as const;

export default command({
  summary: "Show where a dataset is, and ready code that reads it: curl, TypeScript, this command",
  details: "The code queries and exports rows that are there, and takes the key from WIZDATA_API_KEY.",
  args: { slug: text("the dataset") },
  flags: { language: optional(choice("only the code that queries rows, in this language", languages)) },
  examples: ["wizdata datasets snippets nse-kenya", "wizdata datasets snippets nse-kenya --language curl"],
  output: answer("datasets.snippets"),
  run: ({ wizdata, signal }, { slug }) => wizdata.datasets.snippets(slug, { signal }),
  view: ({ endpoints, snippets }, { language }) => {
    const wanted = snippets.find((one) => one.language === language && one.task === "query");
    if (wanted) return plain(wanted.code);
    const codes = snippets.map((one): [string, ReturnType<typeof plain>] => [titleOf(one), plain(one.code)]);
    return sections({ endpoints: table(endpoints, endpointColumns), ...Object.fromEntries(codes) });
  },
});

const titleOf = ({ language, task }: DatasetSnippets["snippets"][number]) => `${language}, ${task}`;

const endpointColumns = {
  method: ({ method }: DatasetSnippets["endpoints"][number]) => method,
  url: ({ url }: DatasetSnippets["endpoints"][number]) => url,
  what: ({ summary }: DatasetSnippets["endpoints"][number]) => summary,
};
