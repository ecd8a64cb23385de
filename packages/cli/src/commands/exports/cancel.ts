import { command } from "../../command.ts";
import { text } from "../../fields.ts";
import { answer } from "../../output/schema.ts";
import { exportView } from "../../views/export.ts";

export default command({
  summary: "Cancel an export that is queued or running; it costs nothing",
  args: { export: text("the export's id") },
  examples: ["wizdata exports cancel exp_01jcz3q8v4k2m6n8p0r2t4w6x8 --yes"],
  output: answer("exports.cancel"),
  changes: true,
  confirm: ({ export: id }) => `Cancel ${id}?`,
  run: ({ wizdata, signal }, { export: id }) => wizdata.exports.cancel(id, { signal }),
  view: (job) => exportView(job),
});
