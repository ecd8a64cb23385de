import { command } from "../../command.ts";
import { text } from "../../fields.ts";
import { answer } from "../../output/schema.ts";
import { explanationView } from "../../views/explanation.ts";

export default command({
  summary: "Explain a metered request: who, what, the limits it saw, what it cost and why, and its proof",
  details:
    "By the Request-Id of an answer or by its receipt (WizData-Receipt). A client that names its requests itself may have used a name again: then each answer is explained, the latest first.",
  args: { request: text("the request's id, or the receipt", "id") },
  examples: [
    "wizdata usage explain use_01jcz3q8v4k2m6n8p0r2t4w6x8",
    "wizdata usage explain use_01jcz3q8v4k2m6n8p0r2t4w6x8 --json",
  ],
  output: answer("usage.explain"),
  run: ({ wizdata, signal }, { request }) => wizdata.usage.explain(request, { signal }),
  view: explanationView,
});
