import { command } from "../../command.ts";
import { text } from "../../fields.ts";
import { answer } from "../../output/schema.ts";
import { exportView } from "../../views/export.ts";

export default command({
  summary: "Delete an export's files before its time is over, to make room",
  details: "What it cost stays. Its links lead nowhere from then on.",
  args: { export: text("the export's id") },
  examples: ["wizdata exports delete exp_01jcz3q8v4k2m6n8p0r2t4w6x8 --yes"],
  output: answer("exports.delete"),
  changes: true,
  confirm: ({ export: id }) => `Delete the files of ${id}?`,
  run: ({ wizdata, signal }, { export: id }) => wizdata.exports.delete(id, { signal }),
  view: (job) => exportView(job),
});
