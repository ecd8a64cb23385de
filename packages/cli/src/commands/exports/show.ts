import { command } from "../../command.ts";
import { text } from "../../fields.ts";
import { answer } from "../../output/schema.ts";
import { exportView } from "../../views/export.ts";

export default command({
  summary: "Show an export and how far it is",
  args: { export: text("the export's id") },
  examples: ["wizdata exports show exp_01jcz3q8v4k2m6n8p0r2t4w6x8"],
  output: answer("exports.retrieve"),
  run: ({ wizdata, signal }, { export: id }) => wizdata.exports.retrieve(id, {}, { signal }),
  view: (job) => exportView(job),
});
