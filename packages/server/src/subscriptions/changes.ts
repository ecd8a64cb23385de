import { findLicense } from "../datasets/licenses-queries.ts";
import { retired } from "../datasets/states.ts";
import { tierNames } from "../datasets/tiers.ts";
import type { Call } from "../http/call.ts";
import { Problem } from "../http/problem.ts";
import type { Services } from "../services.ts";
import { alter } from "./alter.ts";
import { type Deal, nothingPending, orderedDeal } from "./deal.ts";
import { localDate, periodEnd } from "./period.ts";
import { pricesToday } from "./prices.ts";
import type { ZonedSubscription } from "./queries.ts";
import type { Cancellation, Subscription, SubscriptionChange } from "./schemas.ts";
import { refuseWithoutLeave } from "./self-service.ts";

/** To another tier or billing, at the price of this moment: at once, or when the period under way ends. Counters know nothing of it. */
export function changeSubscription(
  services: Services,
  call: Call,
  id: string,
  input: SubscriptionChange,
): Promise<Subscription> {
  return alter(services, call, id, "subscription.changed", async ({ before, dataset, partner, tx, now }) => {
    refuseWithoutLeave(call, partner, { right: "change", ...(input.tier ? { tier: input.tier } : {}) });
    refuseEnding(before);
    if (dataset.state === "retired") throw retired(dataset);
    const wanted = { tier: input.tier ?? before.tier, billing: input.billing ?? before.billing } as Wanted; // rows have names of enums only
    if (wanted.tier === before.tier && wanted.billing === before.billing) throw isSoAlready(before);
    if (dataset.currency !== before.currency) throw otherCurrency(before, dataset.currency);
    const license = await findLicense(tx, dataset.slug, wanted.tier);
    if (!license) throw new Problem("not_found");
    const isAtOnce = (input.when ?? usualMoment(before, wanted)) === "now";
    const at = isAtOnce ? now : periodEnd(before, now);
    // A period of another length begins with the day it is changed to; one of the same goes on.
    const anchorDate = wanted.billing === before.billing ? before.anchorDate : localDate(at, before.zones);
    const deal: Deal = { ...wanted, ...pricesToday(dataset, license.priceMultiplierMillis, wanted), anchorDate };
    if (!isAtOnce) return { ...nothingPending, ...orderedDeal(deal, at) };
    // A version of the price of its own: what is used from now on is another segment.
    return { ...nothingPending, ...deal, priceVersion: before.priceVersion + 1 };
  });
}

/** Ends the right at once or with the period under way. Nothing is paid back here. */
export function cancelSubscription(
  services: Services,
  call: Call,
  id: string,
  { when = "now" }: Cancellation,
): Promise<Subscription> {
  const action = when === "now" ? "subscription.canceled" : "subscription.cancellation_ordered";
  return alter(services, call, id, action, async ({ before, partner, now }) => {
    refuseWithoutLeave(call, partner, { right: "cancel" });
    if (when === "now") return { ...nothingPending, status: "canceled", canceledAt: now };
    refuseEnding(before);
    return { ...nothingPending, cancelsAt: periodEnd(before, now) };
  });
}

/**
 * Withdraws what is ordered for the end of the period: a change, or that it ends. To go on with a tier is to choose it, so a
 * partner needs leave for that, whoever ordered the end.
 */
export function resumeSubscription(services: Services, call: Call, id: string): Promise<Subscription> {
  return alter(
    services,
    call,
    id,
    "subscription.resumed",
    async ({ before: { cancelsAt, changesAt, tier }, partner }) => {
      refuseWithoutLeave(call, partner, { right: "change", tier });
      if (!cancelsAt && !changesAt)
        throw new Problem("conflict", { detail: "Nothing is pending: no change, and no end.", next: [show(id)] });
      return nothingPending;
    },
  );
}

type Wanted = Pick<Subscription, "tier" | "billing">;

/** Who pays for more has it now; what was paid for is not taken away before its time. */
function usualMoment(before: ZonedSubscription, { tier }: Wanted): "now" | "period_end" {
  const rank = (name: string) => tierNames.indexOf(name as Wanted["tier"]); // written from an enum only
  return rank(tier) > rank(before.tier) ? "now" : "period_end";
}

function refuseEnding({ id, cancelsAt }: ZonedSubscription): void {
  if (!cancelsAt) return;
  throw new Problem("conflict", {
    detail: `The subscription ends at ${cancelsAt.toISOString()}. Withdraw that first.`,
    next: [`wizdata subscriptions resume ${id}`],
  });
}

function isSoAlready({ id, tier, billing, changesAt }: ZonedSubscription): Problem {
  return new Problem("conflict", {
    detail: `The subscription is ${tier}, ${billing} already${changesAt ? "; withdraw the pending change to keep that" : ""}.`,
    next: [changesAt ? `wizdata subscriptions resume ${id}` : show(id)],
  });
}

function otherCurrency({ id, currency, dataset, partnerId, tier }: ZonedSubscription, now: string): Problem {
  return new Problem("conflict", {
    detail: `The subscription is in ${currency}, and the dataset's price is in ${now} by now. Cancel it and subscribe again.`,
    next: [
      `wizdata subscriptions cancel ${id}`,
      `wizdata datasets subscribe ${dataset} --partner ${partnerId} --tier ${tier}`,
    ],
  });
}

const show = (id: string) => `wizdata subscriptions show ${id}`;
