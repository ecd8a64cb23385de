import { command } from "../../command.ts";
import { text } from "../../fields.ts";
import { listFlags, listView, readList } from "../../listing.ts";
import { answer } from "../../output/schema.ts";
import { versionColumns } from "../../views/version.ts";

export default command({
  summary: "List the versions of a dataset with their notes, newest first",
  args: { slug: text("the dataset") },
  flags: listFlags,
  examples: ["wizdata datasets versions nse-kenya", "wizdata datasets versions nse-kenya --all --json"],
  output: answer("datasets.versions"),
  run: ({ wizdata, signal }, { slug, ...flags }) =>
    readList(flags, (page) => wizdata.datasets.versions(slug, page, { signal })),
  view: (list) => listView(list, versionColumns, "versions"),
});
