import { pricesOf } from "../datasets/prices.ts";
import type { DatasetRow } from "../datasets/queries.ts";
import type { Subscription } from "./schemas.ts";

/** What a tier costs today. The free one costs nothing; else there is a recurring price, or one for each use, never both. */
export function pricesToday(
  { price, pricePerCall, pricePer1000Rows }: DatasetRow,
  multiplierMillis: number,
  { tier, billing }: Pick<Subscription, "tier" | "billing">,
) {
  const none = { price: 0, pricePerCall: 0, pricePer1000Rows: 0 };
  if (tier === "free") return none;
  if (billing === "payg") return { ...none, pricePerCall, pricePer1000Rows };
  return { ...none, price: pricesOf(price, multiplierMillis)[billing] };
}
