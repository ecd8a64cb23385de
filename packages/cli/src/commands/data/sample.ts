import { command } from "../../command.ts";
import { text } from "../../fields.ts";
import { answer } from "../../output/schema.ts";
import { csvFlag, rowsView } from "../../views/rows.ts";

export default command({
  summary: "Show the first 20 rows of a dataset",
  details: "For any key, without a subscription. It is not usage and costs no quota.",
  args: { slug: text("the dataset") },
  flags: csvFlag,
  examples: ["wizdata data sample nse-kenya", "wizdata data sample nse-kenya --csv"],
  output: answer("data.sample"),
  run: ({ wizdata, signal }, { slug }) => wizdata.data.sample(slug, { signal }),
  view: (sample, { csv }) => rowsView(sample, { csv }),
});
