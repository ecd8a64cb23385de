import fc from "fast-check";
import { expect, test } from "vitest";
import { localTime, startOf } from "./calendar.ts";

const zones = [
  "UTC",
  "Africa/Johannesburg",
  "Africa/Cairo",
  "Africa/Casablanca",
  "America/New_York",
  "America/Havana",
  "America/Sao_Paulo",
  "America/St_Johns",
  "Asia/Kathmandu",
  "Asia/Beirut",
  "Australia/Lord_Howe",
  "Europe/Lisbon",
  "Pacific/Apia",
  "Pacific/Kiritimati",
];
const zone = fc.constantFrom(...zones);
const instant = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2038, 11, 31) });
const hourMs = 3_600_000;

const wallDate = (zone: string, atMs: number) =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" }).format(atMs);
const wallHour = (zone: string, atMs: number) =>
  Number(new Intl.DateTimeFormat("sv-SE", { timeZone: zone, hour: "2-digit", hourCycle: "h23" }).format(atMs));

test("an instant is in the day and month it is said to be in", () => {
  fc.assert(
    fc.property(zone, instant, (zone, atMs) => {
      const { day, month } = localTime(zone, atMs);
      expect(day.startMs).toBeLessThanOrEqual(atMs);
      expect(atMs).toBeLessThan(day.endMs);
      expect(month.startMs).toBeLessThanOrEqual(day.startMs);
      expect(day.endMs).toBeLessThanOrEqual(month.endMs);
      expect(day.label.slice(0, 7)).toBe(month.label);
    }),
  );
});

test("days follow each other without a gap or an overlap, and each is named by the date its wall clock shows first", () => {
  fc.assert(
    fc.property(zone, instant, (zone, atMs) => {
      const { day } = localTime(zone, atMs);
      expect(localTime(zone, day.endMs).day.startMs).toBe(day.endMs);
      expect(localTime(zone, day.startMs - 1).day.endMs).toBe(day.startMs);
      expect(localTime(zone, day.endMs).day.label > day.label).toBe(true);
      expect(wallDate(zone, day.startMs)).toBe(day.label);
    }),
  );
});

test("months follow each other without a gap or an overlap", () => {
  fc.assert(
    fc.property(zone, instant, (zone, atMs) => {
      const { month } = localTime(zone, atMs);
      expect(localTime(zone, month.endMs).month.startMs).toBe(month.endMs);
      expect(localTime(zone, month.startMs).month).toEqual(month);
      expect(localTime(zone, month.startMs).day.startMs).toBe(month.startMs);
    }),
  );
});

test("the hour is what the wall clock shows", () => {
  fc.assert(
    fc.property(zone, instant, (zone, atMs) => {
      expect(localTime(zone, atMs).hour).toBe(wallHour(zone, atMs));
    }),
  );
});

test("what is remembered of a zone changes no answer", () => {
  fc.assert(
    fc.property(zone, fc.array(instant, { minLength: 2, maxLength: 10 }), (zone, instants) => {
      const once = instants.map((atMs) => localTime(zone, atMs));
      expect(
        instants
          .toReversed()
          .map((atMs) => localTime(zone, atMs))
          .toReversed(),
      ).toEqual(once);
    }),
  );
});

test.each([
  ["America/New_York", "2026-03-08T12:00:00Z", 23],
  ["America/New_York", "2026-11-01T12:00:00Z", 25],
  ["Africa/Johannesburg", "2026-03-08T12:00:00Z", 24],
  ["Australia/Lord_Howe", "2026-10-03T20:00:00Z", 23.5],
  ["Africa/Cairo", "2026-04-24T12:00:00Z", 23],
  ["Pacific/Apia", "2011-12-29T20:00:00Z", 24],
])("in %s the day of %s has %d hours", (zone, at, hours) => {
  const { day } = localTime(zone, Date.parse(at));
  expect((day.endMs - day.startMs) / hourMs).toBe(hours);
});

test("a month has its true length: 28 to 31 days, and the hour that summer time takes", () => {
  const seconds = (zone: string, at: string) => {
    const { month } = localTime(zone, Date.parse(at));
    return (month.endMs - month.startMs) / 1000;
  };
  expect(seconds("Africa/Johannesburg", "2026-02-10T00:00:00Z")).toBe(28 * 86_400);
  expect(seconds("Africa/Johannesburg", "2028-02-29T12:00:00Z")).toBe(29 * 86_400);
  expect(seconds("America/New_York", "2026-03-10T00:00:00Z")).toBe(31 * 86_400 - 3_600);
  expect(seconds("Asia/Kathmandu", "2026-04-10T00:00:00Z")).toBe(30 * 86_400);
  expect(seconds("Pacific/Apia", "2011-12-10T00:00:00Z")).toBe(30 * 86_400);
});

test("the day that Samoa left out begins and ends at once", () => {
  const gone = startOf("Pacific/Apia", "2011-12-30");
  expect(startOf("Pacific/Apia", "2011-12-31")).toBe(gone);
  expect(localTime("Pacific/Apia", gone - 1).day.label).toBe("2011-12-29");
  expect(localTime("Pacific/Apia", gone).day.label).toBe("2011-12-31");
});

test("midnight in Kathmandu is 18:15 UTC", () => {
  expect(new Date(localTime("Asia/Kathmandu", Date.parse("2026-03-10T09:30:00Z")).day.startMs).toISOString()).toBe(
    "2026-03-09T18:15:00.000Z",
  );
});

test("where the clock was set back over midnight, the new day does not end before it began", () => {
  // Newfoundland set its clock from 00:01 back to 23:01 until 2011.
  const atMidnight = startOf("America/St_Johns", "2010-11-07");
  const anHourLater = atMidnight + 30 * 60_000;
  expect(wallDate("America/St_Johns", anHourLater)).toBe("2010-11-06");
  expect(localTime("America/St_Johns", anHourLater).day).toMatchObject({ label: "2010-11-07", startMs: atMidnight });
});
