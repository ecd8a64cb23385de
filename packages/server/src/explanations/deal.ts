import { z } from "@hono/zod-openapi";
import { Money } from "../http/wire.ts";
import type { Db } from "../store/store.ts";
import { asOf } from "../subscriptions/deal.ts";
import { type EventRow, findDealThen, findSubscription } from "./queries.ts";
import type { ExplainedEvent } from "./schemas.ts";

/** What the partner had of the dataset when something was used. */
export type DealThen = {
  tier: string;
  billing: string;
  pricePerCall: Money;
  pricePer1000Rows: Money;
  override: ExplainedEvent["decision"]["override"];
};

const Pending = z.object({
  tier: z.string(),
  billing: z.string(),
  price_per_call: Money,
  price_per_1000_rows: Money,
  at: z.string(),
});
/** As much as is needed of what a change of a subscription has left on record. */
const Recorded = z.object({
  ...Pending.omit({ at: true }).shape,
  pending_change: Pending.nullish(),
  limits_override: z
    .object({
      per_minute: z.int().nullable(),
      per_day: z.int().nullable(),
      per_month: z.int().nullable(),
      reason: z.string(),
      until: z.string(),
    })
    .nullish(),
});

/** From the record of changes, or from the subscription itself where its price is still the one of then. */
export async function dealThen(db: Db, event: EventRow): Promise<DealThen | undefined> {
  const recorded = Recorded.safeParse(await findDealThen(db, event));
  if (!recorded.success) return dealNow(db, event);
  const { pending_change: pending, limits_override: override, ...deal } = recorded.data;
  const inForce = pending && Date.parse(pending.at) <= event.at.getTime() ? pending : deal;
  return {
    tier: inForce.tier,
    billing: inForce.billing,
    pricePerCall: inForce.price_per_call,
    pricePer1000Rows: inForce.price_per_1000_rows,
    override: override && Date.parse(override.until) > event.at.getTime() ? override : null,
  };
}

async function dealNow(db: Db, event: EventRow): Promise<DealThen | undefined> {
  const stored = await findSubscription(db, event.subscriptionId);
  if (!stored) return undefined;
  const { tier, billing, priceVersion, pricePerCall, pricePer1000Rows, currency } = asOf(stored, event.at);
  if (priceVersion !== segmentOf(event).priceVersion) return undefined;
  return {
    tier,
    billing,
    pricePerCall: { amount: pricePerCall, currency },
    pricePer1000Rows: { amount: pricePer1000Rows, currency },
    override: null,
  };
}

/** One price inside one billing period, as an event names it: `2026-03-01.2`. */
export function segmentOf({ segment }: Pick<EventRow, "segment">): { periodStart: string; priceVersion: number } {
  const [periodStart = "", version = ""] = segment.split(".");
  return { periodStart, priceVersion: Number(version) };
}
