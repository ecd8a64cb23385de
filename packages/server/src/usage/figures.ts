import { exact, toAmount } from "./amounts.ts";
import type { UsageRow } from "./schemas.ts";
import type { GroupSums } from "./sums.ts";

// How sums of usage are told on the wire.

export function figuresOf({ calls, rows, bytes, units, amountMillis, currency }: GroupSums) {
  return {
    calls: exact(calls),
    rows: exact(rows),
    bytes: exact(bytes),
    units: exact(units),
    ...toAmount(BigInt(amountMillis), currency),
  };
}

export function total(rows: readonly UsageRow[], figure: "calls" | "rows" | "bytes" | "units"): number {
  return exact(rows.reduce((sum, row) => sum + BigInt(row[figure]), 0n));
}

/** Summed before they are rounded, so that many small amounts are not lost one by one. */
export function amountsOf(sums: readonly GroupSums[], billingCurrency?: string) {
  const millis = new Map(billingCurrency === undefined ? [] : [[billingCurrency, 0n]]);
  for (const { currency, amountMillis } of sums)
    millis.set(currency, (millis.get(currency) ?? 0n) + BigInt(amountMillis));
  return [...millis].map(([currency, sum]) => toAmount(sum, currency));
}
