import { command } from "../../command.ts";
import { text } from "../../fields.ts";
import { answer } from "../../output/schema.ts";
import { keyView } from "../../views/key.ts";

export default command({
  summary: "Revoke a key: it is refused at once and for good",
  args: { key: text("the key's id") },
  examples: ["wizdata keys revoke key_01jcz3q8v4k2m6n8p0r2t4w6x8 --yes"],
  output: answer("keys.revoke"),
  changes: true,
  confirm: ({ key }) => `Revoke ${key}, so that it is refused at once and for good?`,
  run: ({ wizdata, signal }, { key }) => wizdata.keys.revoke(key, { signal }),
  view: (key) => keyView(key),
});
