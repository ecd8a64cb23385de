import type { NewReportedUsage } from "@wizdata/sdk";
import { command } from "../../command.ts";
import { text } from "../../fields.ts";
import { readJson } from "../../input-file.ts";
import { answer } from "../../output/schema.ts";
import { table } from "../../output/view.ts";

export default command({
  summary: "Report usage that was measured elsewhere: the same event again is not counted again (operators)",
  details:
    'The file is {"events": [{"source", "id", "key_id", "dataset", "operation", "rows", "bytes"}]}, with up to 1 000 events. All of them are stored, or none.',
  flags: { file: text("a JSON file, or - for standard input", "file") },
  examples: ["wizdata usage record --file usage.json", "wizdata usage record --file - --json < usage.json"],
  output: answer("usage.record"),
  changes: true,
  // The server says what is wrong with what was read, field by field.
  run: async ({ wizdata, terminal, signal }, { file }) =>
    wizdata.usage.record((await readJson(terminal, file)) as NewReportedUsage, { signal }),
  view: ({ data }) => {
    const columns = {
      source: ({ source }: (typeof data)[number]) => source,
      id: ({ id }: (typeof data)[number]) => id,
      receipt: ({ receipt }: (typeof data)[number]) => receipt,
      stored: ({ stored }: (typeof data)[number]) => (stored ? "now" : "before"),
    };
    const fresh = data.filter(({ stored }) => stored).length;
    return table(data, columns, [`${fresh} stored, ${data.length - fresh} had been reported before.`]);
  },
});
