import { InvalidValue } from "../fields.ts";

export type Money = { amount: number; currency: string };

function fractionDigits(currency: string): number {
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** Minor units as people write money: 12500 of ZAR is `ZAR 125.00`. */
export function moneyText({ amount, currency }: Money): string {
  const digits = fractionDigits(currency);
  const units = String(Math.abs(amount)).padStart(digits + 1, "0");
  const whole = units.slice(0, units.length - digits);
  const fraction = digits === 0 ? "" : `.${units.slice(-digits)}`;
  return `${currency} ${amount < 0 ? "-" : ""}${whole}${fraction}`;
}

/** `125.50` in ZAR is 12550 minor units. Text is moved, not multiplied, so nothing is rounded. */
export function minorUnits(text: string, currency: string): number {
  const digits = fractionDigits(currency);
  const read = /^(\d{1,12})(?:\.(\d+))?$/.exec(text);
  const fraction = read?.[2] ?? "";
  if (!read || fraction.length > digits) {
    throw new InvalidValue(`${text} is not an amount of ${currency}, which has ${digits} digits after the point.`);
  }
  return Number(`${read[1]}${fraction.padEnd(digits, "0")}`);
}
