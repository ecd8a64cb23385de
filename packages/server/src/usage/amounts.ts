import type { Money } from "../http/wire.ts";

/** Money as it is kept, in thousandths of a minor unit, and as it is shown: rounded half up to minor units. */
export function toAmount(millis: bigint, currency: string): { amount: Money; amount_millis: number } {
  return { amount: { amount: exact((millis + 500n) / 1000n), currency }, amount_millis: exact(millis) };
}

/** @throws RangeError rather than round: a figure on a bill is right or missing. */
export function exact(sum: bigint | string): number {
  const number = Number(sum);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${sum} is more than can be told exactly.`);
  return number;
}
