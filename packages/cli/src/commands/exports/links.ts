import { command } from "../../command.ts";
import { given, optional, text } from "../../fields.ts";
import { answer } from "../../output/schema.ts";
import { duration, timeText } from "../../output/times.ts";
import { table } from "../../output/view.ts";

export default command({
  summary: "Make links to an export's files that work without a key",
  details: "Whoever has a link has the file, until it expires or your key is revoked. Ranges work on links too.",
  args: { export: text("the export's id") },
  flags: { expiresIn: optional(duration("how long the links work, up to 24h (default: 15m)")) },
  examples: ["wizdata exports links exp_01jcz3q8v4k2m6n8p0r2t4w6x8 --expires-in 1h"],
  output: answer("exports.links"),
  changes: true,
  run: ({ wizdata, signal }, { export: id, expiresIn }) =>
    wizdata.exports.links(id, given({ expires_in_seconds: expiresIn }), { signal }),
  view: ({ files, expires_at }) =>
    table(files, { name: ({ name }) => name, bytes: ({ bytes }) => bytes, url: ({ url }) => url }, [
      `The links work until ${timeText(expires_at)}. Treat them as secrets.`,
    ]),
});
