/**
 * The first date of the billing period that a date is in. Periods begin on the anchor's day of the month, or on the last day
 * of a month that is shorter, and the anchor is kept: one of the 31st is the 28th in February and the 31st again in March.
 */
export function billingPeriodStart(anchor: string, monthsEach: 1 | 12, date: string): string {
  const [anchorYear, anchorMonth, anchorDay] = fieldsOf(anchor);
  const [year, month] = fieldsOf(date);
  const monthsSince = (year - anchorYear) * 12 + month - anchorMonth;
  const months = Math.floor(monthsSince / monthsEach) * monthsEach;
  const start = dateIn(anchorYear, anchorMonth + months, anchorDay);
  return start <= date ? start : dateIn(anchorYear, anchorMonth + months - monthsEach, anchorDay);
}

function fieldsOf(date: string): [year: number, month: number, day: number] {
  const [year = Number.NaN, month = Number.NaN, day = Number.NaN] = date.split("-").map(Number);
  return [year, month, day];
}

function dateIn(year: number, month: number, day: number): string {
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1, Math.min(day, lastDay))).toISOString().slice(0, 10);
}
