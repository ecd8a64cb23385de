import { command } from "../../command.ts";
import { text } from "../../fields.ts";
import { answer } from "../../output/schema.ts";
import { keyView } from "../../views/key.ts";

export default command({
  summary: "Show a key, and who still uses the one it replaces",
  args: { key: text("the key's id") },
  examples: ["wizdata keys show key_01jcz3q8v4k2m6n8p0r2t4w6x8"],
  output: answer("keys.retrieve"),
  run: ({ wizdata, signal }, { key }) => wizdata.keys.retrieve(key, { signal }),
  view: (key) => keyView(key, key.predecessor ? [`End the overlap now: wizdata keys retire ${key.id}`] : []),
});
