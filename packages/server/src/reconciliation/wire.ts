import { exact } from "../usage/amounts.ts";
import type { Figures } from "./key-sums.ts";
import type { Reconciliation } from "./schemas.ts";

/** @throws RangeError rather than tell a sum that is not exact */
export const toFigures = ({
  calls,
  rows,
  bytes,
  units,
  amountMillis,
}: Figures): Reconciliation["totals"]["events"] => ({
  calls: exact(String(calls)),
  rows: exact(String(rows)),
  bytes: exact(String(bytes)),
  units: exact(String(units)),
  amount_millis: exact(String(amountMillis)),
});
