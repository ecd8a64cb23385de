import type { Db } from "../store/store.ts";
import { isLive } from "./statuses.ts";

type Row = Db["t"]["subscriptions"]["$inferSelect"];

/** What a subscription has when nothing is ordered for later. */
export const nothingPending = {
  cancelsAt: null,
  changesAt: null,
  nextTier: null,
  nextBilling: null,
  nextPrice: null,
  nextPricePerCall: null,
  nextPricePer1000Rows: null,
  nextAnchorDate: null,
} satisfies Partial<Row>;

/** What a subscription gives, and for how much. */
export type Deal = Pick<Row, "tier" | "billing" | "price" | "pricePerCall" | "pricePer1000Rows" | "anchorDate">;

/** A deal ordered for a later moment, as the row keeps them. */
export const orderedDeal = (deal: Deal, changesAt: Date) =>
  ({
    changesAt,
    nextTier: deal.tier,
    nextBilling: deal.billing,
    nextPrice: deal.price,
    nextPricePerCall: deal.pricePerCall,
    nextPricePer1000Rows: deal.pricePer1000Rows,
    nextAnchorDate: deal.anchorDate,
  }) satisfies Partial<Row>;

/** The deal that is ordered, whether or not its moment has come. */
export function pendingDeal(row: Row): (Deal & { changesAt: Date }) | undefined {
  const { changesAt, nextTier, nextBilling, nextPrice, nextPricePerCall, nextPricePer1000Rows, nextAnchorDate } = row;
  // Written together by orderedDeal, so that one of them tells of all.
  if (changesAt === null || nextTier === null || nextBilling === null || nextAnchorDate === null) return undefined;
  return {
    changesAt,
    tier: nextTier,
    billing: nextBilling,
    price: nextPrice ?? 0,
    pricePerCall: nextPricePerCall ?? 0,
    pricePer1000Rows: nextPricePer1000Rows ?? 0,
    anchorDate: nextAnchorDate,
  };
}

/** When what is ordered comes to pass, if that is so by now. */
export function dueAt({ status, cancelsAt, changesAt }: Row, now: Date): Date | undefined {
  const at = cancelsAt ?? changesAt;
  return at !== null && at <= now && isLive(status) ? at : undefined;
}

/**
 * A subscription as it is at a moment. What was ordered for an earlier one holds from then on, whether or not somebody has
 * written it down since: so nobody needs to be awake at midnight.
 */
export function asOf<R extends Row>(row: R, now: Date): R {
  if (!dueAt(row, now)) return row;
  if (row.cancelsAt) return { ...row, ...nothingPending, status: "canceled", canceledAt: row.cancelsAt };
  const { changesAt: _, ...deal } = pendingDeal(row) ?? { changesAt: now };
  return { ...row, ...deal, ...nothingPending, priceVersion: row.priceVersion + 1 };
}
