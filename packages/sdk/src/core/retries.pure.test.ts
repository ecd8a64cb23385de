import fc from "fast-check";
import { expect, test } from "vitest";
import { ConnectionError, IntegrityError } from "./errors.ts";
import { refusal } from "./refusal.ts";
import { retryDelayMs } from "./retries.ts";

const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const attempt = fc.integer({ min: 1, max: 30 });
const refused = (status: number, seconds: number) =>
  refusal(status, (name) => (name === "retry-after" ? String(seconds) : null), "");

test("nobody comes back before the time that was asked for, nor much after it", () => {
  fc.assert(
    fc.property(attempt, random, fc.nat(60), (number, luck, seconds) => {
      const delayMs = retryDelayMs(refused(429, seconds), number, 60_000, luck) ?? Number.NaN;
      expect(delayMs).toBeGreaterThanOrEqual(seconds * 1000);
      expect(delayMs).toBeLessThanOrEqual(seconds * 1100);
    }),
  );
});

test("a wait longer than allowed is not waited", () => {
  fc.assert(
    fc.property(attempt, fc.integer({ min: 61, max: 1e6 }), (number, seconds) => {
      expect(retryDelayMs(refused(503, seconds), number, 60_000)).toBeUndefined();
    }),
  );
});

test("without a hint waits grow to 8 s, and are spread so that clients do not come in step", () => {
  fc.assert(
    fc.property(attempt, random, (number, luck) => {
      const fullMs = Math.min(8_000, 500 * 2 ** (number - 1));
      const delayMs = retryDelayMs(new ConnectionError("gone"), number, 60_000, luck) ?? Number.NaN;
      expect(delayMs).toBeGreaterThanOrEqual(fullMs / 2);
      expect(delayMs).toBeLessThanOrEqual(fullMs);
    }),
  );
});

test("wrong bytes, and errors that are not of the wire, are not tried again", () => {
  expect(retryDelayMs(new IntegrityError("other bytes"), 1, 60_000)).toBeUndefined();
  expect(retryDelayMs(new Error("disk full"), 1, 60_000)).toBeUndefined();
});
