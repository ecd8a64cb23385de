import { command } from "../../command.ts";
import { text } from "../../fields.ts";
import { answer } from "../../output/schema.ts";
import { keyView } from "../../views/key.ts";

export default command({
  summary: "End a rotation's overlap now: the old secret is refused at once",
  args: { key: text("the id of the old key, or of the one that replaced it") },
  examples: ["wizdata keys retire key_01jcz3q8v4k2m6n8p0r2t4w6x8 --yes"],
  output: answer("keys.retire"),
  changes: true,
  confirm: ({ key }) => `End the overlap of ${key}, so that the old secret is refused at once?`,
  run: ({ wizdata, signal }, { key }) => wizdata.keys.retire(key, { signal }),
  view: (key) => keyView(key),
});
