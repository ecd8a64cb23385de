import { command } from "../../command.ts";
import { text } from "../../fields.ts";
import { listFlags, listView, readList } from "../../listing.ts";
import { answer } from "../../output/schema.ts";
import { termsColumns } from "../../views/terms.ts";

export default command({
  summary: "List the versions of a dataset's terms, newest first",
  args: { slug: text("the dataset") },
  flags: listFlags,
  examples: ["wizdata terms list nse-kenya"],
  output: answer("terms.list"),
  run: ({ wizdata, signal }, { slug, ...flags }) =>
    readList(flags, (page) => wizdata.terms.list(slug, page, { signal })),
  view: (list) => listView(list, termsColumns, "terms"),
});
