import { command } from "../../command.ts";
import { text } from "../../fields.ts";
import { answer } from "../../output/schema.ts";
import { usageEventView } from "../../views/usage-event.ts";

export default command({
  summary: "Take a usage event back, for a reason: by a new event that is its negative (operators)",
  args: { event: text("the usage event's id, which is the receipt") },
  flags: { reason: text("why, for the partner, the ledger and the audit", "text") },
  examples: ['wizdata usage reverse use_01jcz3q8v4k2m6n8p0r2t4w6x8 --reason "Served from a faulty mirror" --yes'],
  output: answer("usage.reverse"),
  changes: true,
  confirm: ({ event }) => `Take ${event} back? It cannot be given back again, only reported anew.`,
  run: ({ wizdata, signal }, { event, reason }) => wizdata.usage.reverse(event, { reason }, { signal }),
  view: (reversal) => usageEventView(reversal),
});
