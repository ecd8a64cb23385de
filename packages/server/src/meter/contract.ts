import type { Contract } from "./rights.ts";

// What was ordered for a later moment holds from then on, whether or not a row says so by now. subscriptions/deal.ts says the
// same of whole rows.

export const hasBeenCanceled = ({ cancelsAtMs }: Contract, nowMs: number): boolean =>
  cancelsAtMs !== null && cancelsAtMs <= nowMs;

/** A contract under the deal of this instant. A new deal is a new version of the price, so that usage has a segment of its own. */
export function inForce(contract: Contract, nowMs: number): Contract {
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
