import { type LocalTime, localTime, type Period, startOf } from "./calendar.ts";

/**
 * Where a partner's days begin: in one time zone, and from an instant on perhaps in another. That instant ends a month of the
 * first, so no window under way is cut short or begun anew.
 */
export type Zones = { timeZone: string; timeZoneNext: string | null; timeZoneChangesAtMs: number | null };

type Row = { timeZone: string; timeZoneNext: string | null; timeZoneChangesAt: Date | null };
export const zonesOf = ({ timeZone, timeZoneNext, timeZoneChangesAt }: Row): Zones => ({
  timeZone,
  timeZoneNext,
  timeZoneChangesAtMs: timeZoneChangesAt?.getTime() ?? null,
});

export const zoneAt = ({ timeZone, timeZoneNext, timeZoneChangesAtMs }: Zones, atMs: number): string =>
  timeZoneNext !== null && timeZoneChangesAtMs !== null && timeZoneChangesAtMs <= atMs ? timeZoneNext : timeZone;

/**
 * The day and month of a partner that are under way, and its hour. Where its time zone changes, days and months still follow
 * each other without gap, overlap or return: the first day of the new zone begins when the last of the old one ends.
 */
export function partnerTime(zones: Zones, atMs: number): LocalTime {
  const { timeZone, timeZoneNext, timeZoneChangesAtMs: changesAtMs } = zones;
  if (timeZoneNext === null || changesAtMs === null || atMs < changesAtMs) return localTime(timeZone, atMs);
  if (atMs - changesAtMs > transitionMs) return localTime(timeZoneNext, atMs);
  const first = firstDay(timeZone, timeZoneNext, changesAtMs);
  const { hour } = localTime(timeZoneNext, atMs);
  // Further west it is still the evening before: a day that is over does not come back, so the new one begins early.
  const { day, month } = localTime(timeZoneNext, Math.max(atMs, first.startMs));
  return { hour, day: begun(day, first.label, changesAtMs), month: begun(month, first.label.slice(0, 7), changesAtMs) };
}

/** The instant at which a date of a partner's calendar begins. */
export function partnerStartOf(zones: Zones, date: string): number {
  const { timeZone, timeZoneNext, timeZoneChangesAtMs: changesAtMs } = zones;
  if (timeZoneNext === null || changesAtMs === null) return startOf(timeZone, date);
  const { label } = firstDay(timeZone, timeZoneNext, changesAtMs);
  if (date < label) return startOf(timeZone, date);
  return date === label ? changesAtMs : Math.max(changesAtMs, startOf(timeZoneNext, date));
}

/** Longer than any month: after it nothing that began in the old zone is under way. */
const transitionMs = 40 * 86_400_000;
const firstDaysMax = 10_000;
const firstDays = new Map<string, { label: string; startMs: number }>();

/** The date that begins with the change, and when the clocks of the new zone show its midnight. */
function firstDay(before: string, after: string, changesAtMs: number): { label: string; startMs: number } {
  const key = `${before} ${after} ${changesAtMs}`;
  let first = firstDays.get(key);
  if (!first) {
    const { label } = localTime(before, changesAtMs).day;
    first = { label, startMs: startOf(after, label) };
    if (firstDays.size >= firstDaysMax) firstDays.clear();
    firstDays.set(key, first);
  }
  return first;
}

const begun = (period: Period, firstLabel: string, changesAtMs: number): Period => ({
  ...period,
  startMs: period.label === firstLabel ? changesAtMs : Math.max(changesAtMs, period.startMs),
});
