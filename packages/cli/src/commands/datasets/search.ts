import { command } from "../../command.ts";
import { usageFailure } from "../../failures.ts";
import { given, many, optional, text } from "../../fields.ts";
import { listFlags, listView, readList } from "../../listing.ts";
import { answer } from "../../output/schema.ts";
import { table } from "../../output/view.ts";
import { datasetColumns } from "../../views/dataset.ts";

export default command({
  summary: "Search the catalog by words, best match first",
  details:
    "Each word has to begin a word of a dataset's title, slug, category, series, countries (names and codes), columns or description. Capitals and accents make no difference.",
  args: { words: many(text("what to look for, up to eight words")) },
  flags: {
    category: optional(text("only of this category", "word")),
    country: optional(text("only those that cover this country, such as KEN", "code")),
    ...listFlags,
  },
  examples: ["wizdata datasets search nairobi prices", "wizdata datasets search inflation --country ZAF --json"],
  output: answer("datasets.list"),
  run: ({ wizdata, signal }, { words, category, country, ...flags }) => {
    if (words.length === 0) throw usageFailure("Say what to look for, such as: wizdata datasets search nairobi.");
    const filter = given({ q: words.join(" "), category, country });
    return readList(flags, (page) => wizdata.datasets.list({ ...page, ...filter }, { signal }));
  },
  view: (list, { words }) =>
    list.data.length > 0
      ? listView(list, datasetColumns, "datasets")
      : table([], datasetColumns, [`No dataset matches "${words.join(" ")}". ${advice(words)}`]),
});

const beginningChars = 3;

function advice([first = "", ...more]: readonly string[]): string {
  const all = "see all: wizdata datasets list";
  if (more.length > 0) return `Every word has to match: try fewer, such as wizdata datasets search ${first}, or ${all}`;
  const beginning = first.slice(0, beginningChars);
  return beginning === first ? `To ${all}` : `Try how it begins: wizdata datasets search ${beginning}, or ${all}`;
}
