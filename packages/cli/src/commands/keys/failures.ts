import { command } from "../../command.ts";
import { answer } from "../../output/schema.ts";
import { table } from "../../output/view.ts";

export default command({
  summary: "Show where wrong keys came from in the last minute",
  examples: ["wizdata keys failures"],
  output: answer("keys.failures"),
  run: ({ wizdata, signal }) => wizdata.keys.failures({ signal }),
  view: ({ data, per_minute_max: max }) =>
    table(
      data,
      {
        source: ({ source }) => source,
        failed: ({ failed }) => failed,
        throttled: ({ is_throttled }) => is_throttled,
      },
      [`A source waits from ${max} wrong keys a minute on.`],
    ),
});
