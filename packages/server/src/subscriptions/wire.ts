import { asOf, pendingDeal } from "./deal.ts";
import { overrideAt } from "./override.ts";
import { periodAt } from "./period.ts";
import type { ZonedSubscription } from "./queries.ts";
import type { Subscription } from "./schemas.ts";
import { isLive } from "./statuses.ts";

/** A subscription as it is at a moment. */
export function toSubscription(stored: ZonedSubscription, now: Date): Subscription {
  const row = asOf(stored, now);
  const { currency, anchorDate, zones } = row;
  // Written from enums only.
  const billing = row.billing as Subscription["billing"];
  const status = row.status as Subscription["status"];
  return {
    id: row.id,
    partner_id: row.partnerId,
    dataset: row.dataset,
    tier: row.tier as Subscription["tier"],
    billing,
    status,
    price: { amount: row.price, currency },
    price_per_call: { amount: row.pricePerCall, currency },
    price_per_1000_rows: { amount: row.pricePer1000Rows, currency },
    anchor_date: anchorDate,
    current_period: isLive(status) ? periodAt(now, anchorDate, billing, zones) : null,
    pending_change: toPendingChange(row),
    limits_override: isLive(status) ? toOverride(row, now) : null,
    cancels_at: row.cancelsAt?.toISOString() ?? null,
    created_at: row.createdAt.toISOString(),
    canceled_at: row.canceledAt?.toISOString() ?? null,
  };
}

function toOverride(row: ZonedSubscription, now: Date): Subscription["limits_override"] {
  const override = overrideAt(row, now);
  return override
    ? {
        per_minute: override.perMinute,
        per_day: override.perDay,
        per_month: override.perMonth,
        reason: override.reason,
        until: override.until.toISOString(),
      }
    : null;
}

function toPendingChange(row: ZonedSubscription): Subscription["pending_change"] {
  const deal = pendingDeal(row);
  if (!deal) return null;
  const { currency } = row;
  return {
    // Written from enums only.
    tier: deal.tier as Subscription["tier"],
    billing: deal.billing as Subscription["billing"],
    price: { amount: deal.price, currency },
    price_per_call: { amount: deal.pricePerCall, currency },
    price_per_1000_rows: { amount: deal.pricePer1000Rows, currency },
    at: deal.changesAt.toISOString(),
  };
}
