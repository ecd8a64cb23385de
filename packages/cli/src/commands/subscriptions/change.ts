import { command } from "../../command.ts";
import { usageFailure } from "../../failures.ts";
import { choice, given, optional, text } from "../../fields.ts";
import { answer } from "../../output/schema.ts";
import { subscriptionView } from "../../views/subscription.ts";
import { billings, moments, momentWords, tiers } from "../../words.ts";

export default command({
  summary: "Change a subscription's tier or billing, now or when its period ends",
  details:
    "A higher tier begins at once, anything else when the period under way ends, unless --at says otherwise. Usage is counted on, whatever the tier.",
  args: { subscription: text("the subscription's id") },
  flags: {
    tier: optional(choice("the tier it becomes", tiers)),
    billing: optional(choice("how it is paid from then on", billings)),
    at: optional(choice("when", moments)),
  },
  examples: [
    "wizdata subscriptions change sub_01jcz3q8v4k2m6n8p0r2t4w6x8 --tier enterprise",
    "wizdata subscriptions change sub_01jcz3q8v4k2m6n8p0r2t4w6x8 --tier basic --billing annual --at period-end",
  ],
  output: answer("subscriptions.change"),
  changes: true,
  run: async ({ wizdata, signal }, { subscription, tier, billing, at }) => {
    if (tier === undefined && billing === undefined)
      throw usageFailure("Say what to change: --tier, --billing or both.", {
        next: ["wizdata subscriptions change --help"],
      });
    return wizdata.subscriptions.change(subscription, given({ tier, billing, when: at && momentWords[at] }), {
      signal,
    });
  },
  view: (subscription) =>
    subscriptionView(
      subscription,
      subscription.pending_change ? [`Withdraw it: wizdata subscriptions resume ${subscription.id}`] : [],
    ),
});
