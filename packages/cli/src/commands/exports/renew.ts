import { command } from "../../command.ts";
import { text } from "../../fields.ts";
import { answer } from "../../output/schema.ts";
import { exportView } from "../../views/export.ts";

export default command({
  summary: "Keep an export's files for another 30 days; it costs nothing",
  details: "As long as the version it is made of exists.",
  args: { export: text("the export's id") },
  examples: ["wizdata exports renew exp_01jcz3q8v4k2m6n8p0r2t4w6x8"],
  output: answer("exports.renew"),
  changes: true,
  run: ({ wizdata, signal }, { export: id }) => wizdata.exports.renew(id, { signal }),
  view: (job) => exportView(job),
});
