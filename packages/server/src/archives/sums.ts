import type { ArchivedSum } from "../lake/lake.ts";
import type { EventRow } from "./lines.ts";

/** What events come to, by the key of `rollup_months`. */
export class Sums {
  readonly #byKey = new Map<string, number[]>();

  /** A reversal takes a call back, and has the negative of the rest itself. */
  add(event: EventRow): void {
    const { partnerId, localDate, subscriptionId, segment, lineageId, keyId, dataset, operation, outcome } = event;
    const month = localDate.slice(0, 7);
    const key = [partnerId, month, subscriptionId, segment, lineageId, keyId, dataset, operation, outcome];
    const calls = event.corrects === null ? 1 : -1;
    const found = [1, calls, event.rows, event.bytes, event.units, event.amountMillis];
    const text = JSON.stringify(key);
    const sum = this.#byKey.get(text);
    this.#byKey.set(text, sum ? sum.map((value, at) => value + (found[at] ?? 0)) : found);
  }

  /** The first key of which others say something else. */
  differsAt(others: readonly ArchivedSum[]): string | undefined {
    const byKey = new Map(others.map(({ key, measures }) => [JSON.stringify(key), measures]));
    const keys = new Set([...this.#byKey.keys(), ...byKey.keys()]);
    return [...keys].find((key) => JSON.stringify(this.#byKey.get(key)) !== JSON.stringify(byKey.get(key)));
  }
}
