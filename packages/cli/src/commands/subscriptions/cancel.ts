import { command } from "../../command.ts";
import { text } from "../../fields.ts";
import { subscriptionView } from "../../views/subscription.ts";

export default command({
  summary: "Cancel a subscription: the partner's next request to the dataset is refused",
  args: { subscription: text("the subscription's id") },
  examples: ["wizdata subscriptions cancel sub_01jcz3q8v4k2m6n8p0r2t4w6x8 --yes"],
  confirm: ({ subscription }) =>
    `Cancel ${subscription}, so that the partner's next request to the dataset is refused?`,
  run: ({ wizdata, signal }, { subscription }) => wizdata.subscriptions.cancel(subscription, { signal }),
  view: (subscription) => subscriptionView(subscription),
});
