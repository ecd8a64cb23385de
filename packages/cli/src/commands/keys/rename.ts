import { command } from "../../command.ts";
import { text } from "../../fields.ts";
import { answer } from "../../output/schema.ts";
import { keyView } from "../../views/key.ts";

export default command({
  summary: "Rename a key",
  args: { key: text("the key's id"), name: text("what it is for") },
  examples: ["wizdata keys rename key_01jcz3q8v4k2m6n8p0r2t4w6x8 'nightly pull'"],
  output: answer("keys.update"),
  changes: true,
  run: ({ wizdata, signal }, { key, name }) => wizdata.keys.update(key, { name }, { signal }),
  view: (key) => keyView(key),
});
