import { execFile } from "node:child_process";
import { hash } from "node:crypto";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import {
  anchorDays,
  anchorOf,
  boundaries,
  monthsInAll,
  periodOf,
  periodsOf,
  type Stretch,
  windowsOf,
  zoneNames,
} from "./tiling-testing.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

const wallDate = (zone: string) => {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" });
  return (atMs: number) => format.format(atMs);
};

/** No gap, no overlap, nothing that takes no time. */
function expectTiles(stretches: readonly Stretch[]): void {
  stretches.forEach(({ startMs, endMs }, at) => {
    expect(endMs).toBeGreaterThan(startMs);
    const before = stretches[at - 1];
    if (before) expect(startMs).toBe(before.endMs);
  });
}

/** The anchor's day in the month that is so many after its own, or the last day of a shorter one. */
function dateAfter(anchor: string, months: number): string {
  const [year = 0, month = 0, day = 0] = anchor.split("-").map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10);
}

describe.each(zoneNames)("in %s", (zone) => {
  const dateOf = wallDate(zone);

  test.each(anchorDays)("the periods of 48 months from a %dth on tile time, and each begins at its date", (day) => {
    const anchor = anchorOf(zone, day);
    for (const [billing, monthsEach] of [
      ["monthly", 1],
      ["annual", 12],
    ] as const) {
      const periods = periodsOf(zone, anchor, billing);
      expectTiles(periods);
      expect(periods).toHaveLength(monthsInAll / monthsEach);
      periods.forEach((period, at) => {
        const date = dateAfter(anchor, at * monthsEach);
        // Samoa's clocks never showed this date: what should begin with it begins with the next.
        expect(dateOf(period.startMs)).toBe(zone === "Pacific/Apia" && date === "2011-12-30" ? "2011-12-31" : date);
        expect(dateOf(period.startMs - 1) < dateOf(period.startMs)).toBe(true);
        for (const atMs of [period.startMs, (period.startMs + period.endMs) / 2, period.endMs - 1])
          expect(periodOf(zone, anchor, billing, atMs)).toEqual(period);
      });
    }
  });

  test("days tile time, each has the hours its clocks show, and months are made of them", () => {
    const days = windowsOf(zone, "day");
    const months = windowsOf(zone, "month");
    expectTiles(days);
    expectTiles(months);
    for (const { label, startMs, endMs } of days) {
      expect([dateOf(startMs), dateOf(endMs - 1)]).toEqual([label, label]);
      expect([23, 24, 25]).toContain((endMs - startMs) / hourMs);
    }
    const whole = months.filter(({ endMs }) => endMs <= (days.at(-1)?.endMs ?? 0));
    expect(whole.length).toBeGreaterThanOrEqual(monthsInAll - 1);
    for (const { label, startMs, endMs } of whole) {
      const own = days.filter((day) => day.label.startsWith(label));
      expect([own[0]?.startMs, own.at(-1)?.endMs]).toEqual([startMs, endMs]);
      const lastDay = new Date(Date.UTC(Number(label.slice(0, 4)), Number(label.slice(5)), 0)).getUTCDate();
      expect(own).toHaveLength(zone === "Pacific/Apia" && label === "2011-12" ? 30 : lastDay);
    }
  });

  test("clocks are moved as often as the zone does it, and never where it does not", () => {
    const moved = windowsOf(zone, "day").filter(({ startMs, endMs }) => endMs - startMs !== dayMs);
    const isMoving = zone === "America/New_York" || zone === "Europe/Lisbon";
    if (zone !== "Pacific/Apia") expect(moved).toHaveLength(isMoving ? 8 : 0);
    else expect(moved.length).toBeGreaterThan(0);
  });
});

const run = promisify(execFile);
const program = `
  import { hash } from "node:crypto";
  import { boundaries } from ${JSON.stringify(new URL("./tiling-testing.ts", import.meta.url).href)};
  const offset = new Date("2026-01-01").getTimezoneOffset();
  console.log(JSON.stringify({ offset, sha256: hash("sha256", boundaries().join(" ")) }));
`;
const seenHere = hash("sha256", boundaries().join(" "));

test.each([
  ["UTC", 0],
  ["America/New_York", 300],
  ["Asia/Kathmandu", -345],
  ["Pacific/Apia", -780],
])("a process whose own clock is that of %s sees the same boundaries, to the millisecond", async (zone, offset) => {
  const args = ["--input-type=module", "--eval", program];
  const { stdout } = await run(process.execPath, args, { env: { ...process.env, TZ: zone } });
  expect(JSON.parse(stdout)).toEqual({ offset, sha256: seenHere });
});
