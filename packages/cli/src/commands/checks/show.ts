import { command } from "../../command.ts";
import { text } from "../../fields.ts";
import { answer } from "../../output/schema.ts";
import { checkView } from "../../views/check.ts";

export default command({
  summary: "Show what a check found, and what to do about it",
  args: { check: text("the check's id") },
  examples: ["wizdata checks show chk_01jcz3q8v4k2m6n8p0r2t4w6x8"],
  output: answer("checks.retrieve"),
  run: ({ wizdata, signal }, { check }) => wizdata.checks.retrieve(check, {}, { signal }),
  view: checkView,
});
