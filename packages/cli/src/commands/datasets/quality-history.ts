import { command } from "../../command.ts";
import { text } from "../../fields.ts";
import { listFlags, listView, readList } from "../../listing.ts";
import { answer } from "../../output/schema.ts";
import { qualityColumns } from "../../views/quality.ts";

export default command({
  summary: "List the quality of the versions of a dataset, newest first, and how far each is from the one before",
  args: { slug: text("the dataset") },
  flags: listFlags,
  examples: ["wizdata datasets quality-history nse-kenya", "wizdata datasets quality-history nse-kenya --all --json"],
  output: answer("datasets.qualityHistory"),
  run: ({ wizdata, signal }, { slug, ...flags }) =>
    readList(flags, (page) => wizdata.datasets.qualityHistory(slug, page, { signal })),
  view: (list) => listView(list, qualityColumns, "versions"),
});
