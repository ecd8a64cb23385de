import { periodAt } from "../subscriptions/period.ts";
import { localTime, type Period } from "./calendar.ts";

/** A stretch of time of some calendar, as the instants it goes from and to. */
export type Stretch = { label: string; startMs: number; endMs: number };

export const monthsInAll = 48;
/** Where each zone is looked at from: a month of 31 days, so that there is every anchor; Samoa's years hold the day it left out. */
export const firstMonths = {
  UTC: "2023-12",
  "America/New_York": "2023-12",
  "Asia/Kathmandu": "2023-12",
  "Pacific/Apia": "2009-12",
  "Europe/Lisbon": "2023-12",
} as const;
export type Zone = keyof typeof firstMonths;
export const zoneNames = Object.keys(firstMonths) as Zone[]; // its own keys
export const anchorDays = Array.from({ length: 31 }, (_, at) => at + 1);

export const anchorOf = (zone: Zone, day: number) => `${firstMonths[zone]}-${String(day).padStart(2, "0")}`;

/** The billing period that an instant is in. */
export function periodOf(zone: Zone, anchor: string, billing: "monthly" | "annual", atMs: number): Stretch {
  const zones = { timeZone: zone, timeZoneNext: null, timeZoneChangesAtMs: null };
  const { start, end } = periodAt(new Date(atMs), anchor, billing, zones);
  return { label: start, startMs: Date.parse(start), endMs: Date.parse(end) };
}

/** The billing periods of 48 months from an anchor on, each found by the end of the one before. */
export function periodsOf(zone: Zone, anchor: string, billing: "monthly" | "annual"): Stretch[] {
  const count = billing === "monthly" ? monthsInAll : monthsInAll / 12;
  return walk(count, Date.parse(`${anchor}T12:00:00Z`), (atMs) => periodOf(zone, anchor, billing, atMs));
}

/** The windows of a day or a month over the same 48 months. */
export function windowsOf(zone: Zone, window: "day" | "month"): Period[] {
  const count = window === "month" ? monthsInAll : 1_461;
  return walk(count, Date.parse(`${firstMonths[zone]}-01T12:00:00Z`), (atMs) => localTime(zone, atMs)[window]);
}

function walk(count: number, fromMs: number, find: (atMs: number) => Stretch): Stretch[] {
  let atMs = fromMs;
  return Array.from({ length: count }, () => {
    const found = find(atMs);
    atMs = found.endMs;
    return found;
  });
}

const farAnchorDays = [1, 15, 28, 29, 30, 31];

/** Boundaries of every kind in all of the zones, which no process may see otherwise. */
export const boundaries = (): number[] =>
  zoneNames.flatMap((zone) =>
    [
      windowsOf(zone, "day"),
      windowsOf(zone, "month"),
      ...farAnchorDays.map((day) => periodsOf(zone, anchorOf(zone, day), "monthly")),
    ].flatMap((stretches) => stretches.map(({ startMs }) => startMs)),
  );
