const monthsBilledAYear = 10n;

/**
 * What a tier costs a month and a year, in minor units: the dataset's monthly price times the multiplier, half a unit rounded
 * up, and ten of those for a year. In whole numbers throughout, so that no price depends on how a computer writes fractions.
 */
export function pricesOf(monthly: number, multiplierMillis: number): { monthly: number; annual: number } {
  const price = (BigInt(monthly) * BigInt(multiplierMillis) + 500n) / 1_000n;
  return { monthly: Number(price), annual: Number(price * monthsBilledAYear) };
}
