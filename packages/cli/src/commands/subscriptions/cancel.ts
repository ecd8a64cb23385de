import { command } from "../../command.ts";
import { choice, text, withDefault } from "../../fields.ts";
import { answer } from "../../output/schema.ts";
import { subscriptionView } from "../../views/subscription.ts";
import { moments, momentWords } from "../../words.ts";

export default command({
  summary: "Cancel a subscription, now or when its period ends",
  details: "Now: the partner's next request to the dataset is refused. At the period's end: to the second then.",
  args: { subscription: text("the subscription's id") },
  flags: { at: withDefault(choice("when", moments), "now") },
  examples: [
    "wizdata subscriptions cancel sub_01jcz3q8v4k2m6n8p0r2t4w6x8 --yes",
    "wizdata subscriptions cancel sub_01jcz3q8v4k2m6n8p0r2t4w6x8 --at period-end --yes",
  ],
  output: answer("subscriptions.cancel"),
  changes: true,
  confirm: ({ subscription, at }) =>
    at === "now"
      ? `Cancel ${subscription}, so that the partner's next request to the dataset is refused?`
      : `Let ${subscription} end with its period?`,
  run: ({ wizdata, signal }, { subscription, at }) =>
    wizdata.subscriptions.cancel(subscription, { when: momentWords[at] }, { signal }),
  view: (subscription) =>
    subscriptionView(
      subscription,
      subscription.cancels_at ? [`Withdraw it: wizdata subscriptions resume ${subscription.id}`] : [],
    ),
});
