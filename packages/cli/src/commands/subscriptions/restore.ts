import { command } from "../../command.ts";
import { text } from "../../fields.ts";
import { answer } from "../../output/schema.ts";
import { subscriptionView } from "../../views/subscription.ts";

export default command({
  summary: "Take back other limits than the tier's: those of the tier hold again",
  args: { subscription: text("the subscription's id") },
  examples: ["wizdata subscriptions restore sub_01jcz3q8v4k2m6n8p0r2t4w6x8"],
  output: answer("subscriptions.restoreLimits"),
  changes: true,
  run: ({ wizdata, signal }, { subscription }) => wizdata.subscriptions.restoreLimits(subscription, { signal }),
  view: (subscription) => subscriptionView(subscription),
});
