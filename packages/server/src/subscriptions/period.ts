import { billingPeriodStart } from "../meter/billing-period.ts";
import { partnerStartOf, partnerTime, type Zones } from "../meter/zones.ts";
import type { ZonedSubscription } from "./queries.ts";
import type { Billing, Period } from "./schemas.ts";

/** More days than a period ever has, and fewer than two have. */
const daysBeyond = { 1: 32, 12: 367 } as const;

/** The billing period under way: from the anchor's day to its next, or the calendar month where only use is paid. */
export function periodAt(at: Date, anchorDate: string, billing: Billing, zones: Zones): Period {
  const { day, month } = partnerTime(zones, at.getTime());
  if (billing === "payg") return toPeriod(month.startMs, month.endMs);
  const months = billing === "annual" ? 12 : 1;
  const start = billingPeriodStart(anchorDate, months, day.label);
  const end = billingPeriodStart(anchorDate, months, datePlus(start, daysBeyond[months]));
  return toPeriod(partnerStartOf(zones, start), partnerStartOf(zones, end));
}

/** When the period under way of a subscription ends. */
export function periodEnd({ anchorDate, billing, zones }: ZonedSubscription, now: Date): Date {
  return new Date(periodAt(now, anchorDate, billing as Billing, zones).end); // written from an enum only
}

export const localDate = (at: Date, zones: Zones): string => partnerTime(zones, at.getTime()).day.label;
function datePlus(date: string, days: number): string {
  const at = new Date(`${date}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

const toPeriod = (startMs: number, endMs: number): Period => ({
  start: new Date(startMs).toISOString(),
  end: new Date(endMs).toISOString(),
});
