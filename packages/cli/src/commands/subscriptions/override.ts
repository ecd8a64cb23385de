import { command } from "../../command.ts";
import { usageFailure } from "../../failures.ts";
import { given, integer, optional, text } from "../../fields.ts";
import { answer } from "../../output/schema.ts";
import { instant } from "../../output/times.ts";
import { subscriptionView } from "../../views/subscription.ts";

export default command({
  summary: "Give a subscription other limits than its tier's, for a reason and until a time",
  details:
    "They hold from the next request on, whatever the tier becomes meanwhile, and end by themselves. What is not given is the tier's, also where an earlier override gave it. The partner can read the reason.",
  args: { subscription: text("the subscription's id") },
  flags: {
    perMinute: optional(integer("the calls of any minute", "calls", 1)),
    perDay: optional(integer("the units of a day", "units", 1)),
    perMonth: optional(integer("the units of a month", "units", 1)),
    until: instant("when the tier's limits hold again"),
    reason: text("why, for the partner and the audit", "text"),
  },
  examples: [
    'wizdata subscriptions override sub_01jcz3q8v4k2m6n8p0r2t4w6x8 --per-day 50000 --until 2030-12-31 --reason "Backfill of 2025"',
  ],
  output: answer("subscriptions.overrideLimits"),
  changes: true,
  run: async ({ wizdata, signal }, { subscription, perMinute, perDay, perMonth, until, reason }) => {
    const limits = given({ per_minute: perMinute, per_day: perDay, per_month: perMonth });
    if (Object.keys(limits).length === 0)
      throw usageFailure("Say which limits: --per-minute, --per-day or --per-month.", {
        next: ["wizdata subscriptions override --help"],
      });
    return wizdata.subscriptions.overrideLimits(subscription, { ...limits, until, reason }, { signal });
  },
  view: (subscription) => subscriptionView(subscription, [`Undo: wizdata subscriptions restore ${subscription.id}`]),
});
