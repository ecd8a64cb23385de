import type { LedgerEvent } from "./ledger.ts";

/** What was used on one of the partner's own days. A reversal takes back the call that it corrects. */
export type UsageSums = { calls: number; rows: number; bytes: number; units: number; amount_millis: number };
export const usageFigures = ["calls", "rows", "bytes", "units", "amount_millis"] as const;

/**
 * Adds events up by the local date they count in, as usage reports do.
 *
 * @throws RangeError when a sum is more than a number tells exactly
 * @example sumByDate([event]).get("2026-03-10") // { calls: 1, rows: 100, bytes: 5120, units: 1, amount_millis: 0 }
 */
export function sumByDate(events: Iterable<LedgerEvent>): Map<string, UsageSums> {
  const sums = new Map<string, UsageSums>();
  for (const event of events) {
    const { local_date, corrects, rows, bytes, units, amount_millis } = event;
    const sum = sums.get(local_date) ?? { calls: 0, rows: 0, bytes: 0, units: 0, amount_millis: 0 };
    sums.set(local_date, sum);
    const added = { calls: corrects === null ? 1 : -1, rows, bytes, units, amount_millis };
    for (const figure of usageFigures) sum[figure] = exact(sum[figure] + added[figure]);
  }
  return sums;
}

function exact(sum: number): number {
  if (!Number.isSafeInteger(sum)) throw new RangeError(`${sum} is more than can be told exactly.`);
  return sum;
}
