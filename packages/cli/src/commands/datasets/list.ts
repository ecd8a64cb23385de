import { command } from "../../command.ts";
import { choice, given, optional, text } from "../../fields.ts";
import { listFlags, listView, readList } from "../../listing.ts";
import { answer } from "../../output/schema.ts";
import { datasetColumns } from "../../views/dataset.ts";
import { datasetStates } from "../../words.ts";

export default command({
  summary: "List the datasets of the catalog",
  flags: {
    category: optional(text("only of this category", "word")),
    country: optional(text("only those that cover this country, such as KEN", "code")),
    series: optional(text("only those with this ticker, indicator or pair", "name")),
    state: optional(choice("only in this state (operators)", datasetStates)),
    ...listFlags,
  },
  examples: ["wizdata datasets list --category market", "wizdata datasets list --country KEN --all --json"],
  output: answer("datasets.list"),
  run: ({ wizdata, signal }, { category, country, series, state, ...flags }) => {
    const filter = given({ category, country, series, state });
    return readList(flags, (page) => wizdata.datasets.list({ ...page, ...filter }, { signal }));
  },
  view: (list) => listView(list, datasetColumns, "datasets"),
});
