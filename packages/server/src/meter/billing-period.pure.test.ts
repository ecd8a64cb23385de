import fc from "fast-check";
import { expect, test } from "vitest";
import { billingPeriodStart } from "./billing-period.ts";

const text = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const date = fc.integer({ min: 10_000, max: 25_000 }).map((days) => text(days * 86_400_000));
const monthsEach = fc.constantFrom(1 as const, 12 as const);

test.each([
  ["2026-01-31", 1, "2026-02-27", "2026-01-31"],
  ["2026-01-31", 1, "2026-02-28", "2026-02-28"],
  ["2026-01-31", 1, "2026-03-30", "2026-02-28"],
  ["2026-01-31", 1, "2026-03-31", "2026-03-31"],
  ["2028-02-29", 12, "2029-03-01", "2029-02-28"],
  ["2028-02-29", 12, "2032-03-01", "2032-02-29"],
  ["2026-05-10", 12, "2027-05-09", "2026-05-10"],
] as const)("a period of %s every %d months that holds %s began on %s", (anchor, months, date, start) => {
  expect(billingPeriodStart(anchor, months, date)).toBe(start);
});

test("periods tile time: the start of a period is its own, and the day before belongs to the one before", () => {
  fc.assert(
    fc.property(date, monthsEach, date, (anchor, months, date) => {
      const start = billingPeriodStart(anchor, months, date);
      expect(start <= date).toBe(true);
      expect(billingPeriodStart(anchor, months, start)).toBe(start);
      expect(billingPeriodStart(anchor, months, text(Date.parse(start) - 86_400_000)) < start).toBe(true);
    }),
  );
});

test("the anchor is the start of its own period", () => {
  fc.assert(
    fc.property(date, monthsEach, (anchor, months) => {
      expect(billingPeriodStart(anchor, months, anchor)).toBe(anchor);
    }),
  );
});
