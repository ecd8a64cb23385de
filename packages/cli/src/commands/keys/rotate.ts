import { command } from "../../command.ts";
import { given, optional, text } from "../../fields.ts";
import { answer } from "../../output/schema.ts";
import { duration, timeText } from "../../output/times.ts";
import { newKeyView } from "../../views/key.ts";

export default command({
  summary: "Replace a key's secret; the old one works until the overlap ends",
  details: "Limits, usage, scopes and allowlist do not change: only the secret does. The new secret is shown once.",
  args: { key: text("the key's id") },
  flags: { overlap: optional(duration("how long the old secret still works, 0 to 7d (default: 24h)")) },
  examples: ["wizdata keys rotate key_01jcz3q8v4k2m6n8p0r2t4w6x8 --overlap 1h"],
  output: answer("keys.rotate"),
  changes: true,
  run: ({ wizdata, signal }, { key, overlap }) =>
    wizdata.keys.rotate(key, given({ overlap_seconds: overlap }), { signal }),
  view: (key) => {
    const { predecessor } = key;
    const until = predecessor
      ? `The old secret works until ${timeText(predecessor.retires_at)}.`
      : "The old secret is refused from now on.";
    return newKeyView(key, predecessor ? [until, `Is it still used? wizdata keys show ${key.id}`] : [until]);
  },
});
