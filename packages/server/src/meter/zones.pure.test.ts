import fc from "fast-check";
import { expect, test } from "vitest";
import { localTime, type Period } from "./calendar.ts";
import { partnerStartOf, partnerTime, type Zones, zoneAt } from "./zones.ts";

const names = [
  "UTC",
  "Africa/Johannesburg",
  "Africa/Cairo",
  "America/New_York",
  "America/Santiago",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "Europe/Lisbon",
  "Etc/GMT+12",
  "Pacific/Kiritimati",
];
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** A change ordered at some instant, for the end of the month that is under way then. */
const change = fc
  .record({
    timeZone: fc.constantFrom(...names),
    timeZoneNext: fc.constantFrom(...names),
    orderedMs: fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2030, 0, 1) }),
  })
  .map(({ timeZone, timeZoneNext, orderedMs }) => {
    const timeZoneChangesAtMs = localTime(timeZone, orderedMs).month.endMs;
    return { timeZone, timeZoneNext, timeZoneChangesAtMs };
  });

test("days and months follow each other without gap, overlap or return, whatever zone follows which", () => {
  fc.assert(
    fc.property(change, (zones) => {
      let last = partnerTime(zones, zones.timeZoneChangesAtMs - 3 * dayMs);
      for (let hours = -3 * 24 + 1; hours <= 34 * 24; hours += hours > 72 ? 5 : 1) {
        const atMs = zones.timeZoneChangesAtMs + hours * hourMs;
        const now = partnerTime(zones, atMs);
        for (const window of ["day", "month"] as const) {
          const [before, after]: [Period, Period] = [last[window], now[window]];
          expect(after.startMs <= atMs && atMs < after.endMs).toBe(true);
          if (after.label === before.label) expect(after).toEqual(before);
          else expect([after.label > before.label, after.startMs]).toEqual([true, before.endMs]);
        }
        expect(partnerStartOf(zones, now.day.label)).toBe(now.day.startMs);
        last = now;
      }
    }),
    { numRuns: 60 },
  );
});

test("long after a change only the new zone counts, and before it only the old one", () => {
  fc.assert(
    fc.property(change, (zones) => {
      const { timeZone, timeZoneNext, timeZoneChangesAtMs: atMs } = zones;
      expect(partnerTime(zones, atMs - 1)).toEqual(localTime(timeZone, atMs - 1));
      expect(partnerTime(zones, atMs + 50 * dayMs)).toEqual(localTime(timeZoneNext, atMs + 50 * dayMs));
      expect([zoneAt(zones, atMs - 1), zoneAt(zones, atMs)]).toEqual([timeZone, timeZoneNext]);
    }),
    { numRuns: 50 },
  );
});

test("from Johannesburg to New York the first day has six hours more, also where summer time begins in its month", () => {
  const zones: Zones = {
    timeZone: "Africa/Johannesburg",
    timeZoneNext: "America/New_York",
    timeZoneChangesAtMs: Date.parse("2026-02-28T22:00:00Z"),
  };
  const atMs = Date.parse("2026-03-01T00:00:00Z");
  expect(partnerTime(zones, atMs)).toEqual({
    hour: 19,
    day: { label: "2026-03-01", startMs: zones.timeZoneChangesAtMs, endMs: Date.parse("2026-03-02T05:00:00Z") },
    month: { label: "2026-03", startMs: zones.timeZoneChangesAtMs, endMs: Date.parse("2026-04-01T04:00:00Z") },
  });
});
