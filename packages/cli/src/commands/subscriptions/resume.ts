import { command } from "../../command.ts";
import { text } from "../../fields.ts";
import { answer } from "../../output/schema.ts";
import { subscriptionView } from "../../views/subscription.ts";

export default command({
  summary: "Withdraw a subscription's pending change or end: it goes on as it is",
  args: { subscription: text("the subscription's id") },
  examples: ["wizdata subscriptions resume sub_01jcz3q8v4k2m6n8p0r2t4w6x8"],
  output: answer("subscriptions.resume"),
  changes: true,
  run: ({ wizdata, signal }, { subscription }) => wizdata.subscriptions.resume(subscription, { signal }),
  view: (subscription) => subscriptionView(subscription),
});
