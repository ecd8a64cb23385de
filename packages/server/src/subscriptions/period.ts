import { billingPeriodStart } from "../meter/billing-period.ts";
import { localTime, startOf } from "../meter/calendar.ts";
import type { Billing, Period } from "./schemas.ts";

/** More days than a period ever has, and fewer than two have. */
const daysBeyond = { 1: 32, 12: 367 } as const;

/** The billing period under way: from the anchor's day to its next, or the calendar month where only use is paid. */
export function periodAt(at: Date, anchorDate: string, billing: Billing, timeZone: string): Period {
  const { day, month } = localTime(timeZone, at.getTime());
  if (billing === "payg") return toPeriod(month.startMs, month.endMs);
  const months = billing === "annual" ? 12 : 1;
  const start = billingPeriodStart(anchorDate, months, day.label);
  const end = billingPeriodStart(anchorDate, months, datePlus(start, daysBeyond[months]));
  return toPeriod(startOf(timeZone, start), startOf(timeZone, end));
}

export const localDate = (at: Date, timeZone: string): string => localTime(timeZone, at.getTime()).day.label;

function datePlus(date: string, days: number): string {
  const at = new Date(`${date}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

const toPeriod = (startMs: number, endMs: number): Period => ({
  start: new Date(startMs).toISOString(),
  end: new Date(endMs).toISOString(),
});
