import { command } from "../../command.ts";
import { text } from "../../fields.ts";
import { answer } from "../../output/schema.ts";
import { subscriptionView } from "../../views/subscription.ts";

export default command({
  summary: "Show a subscription with its price and the period under way",
  args: { subscription: text("the subscription's id") },
  examples: ["wizdata subscriptions show sub_01jcz3q8v4k2m6n8p0r2t4w6x8"],
  output: answer("subscriptions.retrieve"),
  run: ({ wizdata, signal }, { subscription }) => wizdata.subscriptions.retrieve(subscription, { signal }),
  view: (subscription) => subscriptionView(subscription),
});
