import type { Contract } from "./rights.ts";

// What was ordered for a later moment holds from then on, whether or not a row says so by now, and what was given until one
// holds no longer. subscriptions/deal.ts and subscriptions/override.ts say the same of whole rows.

export const hasBeenCanceled = ({ cancelsAtMs }: Contract, nowMs: number): boolean =>
  cancelsAtMs !== null && cancelsAtMs <= nowMs;

/** A contract under the deal and the limits of this instant. */
export function inForce(stored: Contract, nowMs: number): Contract {
  const contract = underDeal(stored, nowMs);
  const { overrideEndsAtMs, overridePerDay, overridePerMonth, perDay, perMonth } = contract;
  if (overrideEndsAtMs === null || overrideEndsAtMs <= nowMs) return contract;
  return { ...contract, perDay: overridePerDay ?? perDay, perMonth: overridePerMonth ?? perMonth };
}

/** A new deal is a new version of the price, so that usage has a segment of its own. */
function underDeal(contract: Contract, nowMs: number): Contract {
  if (contract.changesAtMs === null || contract.changesAtMs > nowMs) return contract;
  return {
    ...contract,
    billing: contract.nextBilling ?? contract.billing,
    pricePerCall: contract.nextPricePerCall ?? contract.pricePerCall,
    pricePer1000Rows: contract.nextPricePer1000Rows ?? contract.pricePer1000Rows,
    anchorDate: contract.nextAnchorDate ?? contract.anchorDate,
    perDay: contract.nextPerDay ?? contract.perDay,
    perMonth: contract.nextPerMonth ?? contract.perMonth,
    priceVersion: contract.priceVersion + 1,
  };
}
