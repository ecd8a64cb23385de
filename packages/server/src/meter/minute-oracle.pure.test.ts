import fc from "fast-check";
import { expect, test } from "vitest";
import { MinuteWindows } from "./minute-windows.ts";

const startMs = Date.parse("2026-03-10T09:30:00.000Z");
const secondOf = (ms: number) => Math.floor(ms / 1000);

/** The same promises, kept by writing down every call there was. */
class Book {
  calls: { owner: string; second: number }[] = [];

  used = (owner: string, second: number) =>
    this.calls.filter((call) => call.owner === owner && call.second > second - 61).length;

  /** Whole seconds after which a call would fit, if nobody else came. */
  untilFree(owner: string, limit: number, second: number): number {
    let seconds = 0;
    while (this.used(owner, second + seconds) >= limit) seconds += 1;
    return seconds;
  }
}

const owners = ["license", "plan", "key"];
const step = fc.record({
  waitMs: fc.oneof(fc.nat(1_500), fc.nat(20_000), fc.constant(200_000)),
  /** Some in one second are more than a byte counts. */
  calls: fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 1, max: 4 }) }, { weight: 1, arbitrary: fc.nat(600) }),
  owners: fc.subarray(owners, { minLength: 1 }),
  givesBack: fc.boolean(),
});
const limits = fc.record({
  license: fc.integer({ min: 1, max: 400 }),
  plan: fc.integer({ min: 1, max: 20 }),
  key: fc.integer({ min: 300, max: 900 }),
});

test("whatever is called, given back and waited for: each answer and each wait is what a book of all calls says", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), limits, (steps, limitOf) => {
      const windows = new MinuteWindows();
      const book = new Book();
      let nowMs = startMs;
      for (const { waitMs, calls, owners, givesBack } of steps) {
        nowMs += waitMs;
        const second = secondOf(nowMs);
        const asks = owners.map((owner) => ({ owner, limit: limitOf[owner as keyof typeof limitOf] })); // of the three
        for (let call = 0; call < calls; call++) {
          const refusal = windows.take(nowMs, asks);
          const waits = asks.map(({ owner, limit }) => book.untilFree(owner, limit, second));
          expect(refusal?.retryAfterSeconds ?? 0).toBe(Math.max(...waits));
          // All or none.
          if (refusal) break;
          for (const owner of owners) book.calls.push({ owner, second });
        }
        const last = book.calls.findLast(({ owner }) => owner === owners[0]);
        if (givesBack && last) {
          const [ask] = asks;
          windows.giveBack(last.second * 1000, nowMs, ask ? [ask] : []);
          if (last.second > second - 61) book.calls.splice(book.calls.lastIndexOf(last), 1);
        }
        for (const owner of Object.keys(limitOf))
          expect(windows.peek(nowMs, owner).used).toBe(book.used(owner, second));
      }
    }),
    { numRuns: 60 },
  );
});

test("no 60 seconds hold more than the limit, of however many in each second", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 200, max: 1_000 }),
      fc.array(fc.nat(3_000), { minLength: 30, maxLength: 60 }),
      (limit, waits) => {
        const windows = new MinuteWindows();
        const admitted: number[] = [];
        let nowMs = startMs;
        for (const waitMs of waits) {
          nowMs += waitMs;
          for (let call = 0; call < 90; call++) if (!windows.take(nowMs, [{ owner: "a", limit }])) admitted.push(nowMs);
        }
        for (const [at, first] of admitted.entries()) {
          const next = admitted[at + limit];
          if (next !== undefined) expect(next - first).toBeGreaterThanOrEqual(60_000);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test("a window that was given up and taken by another begins with nothing", () => {
  const windows = new MinuteWindows();
  for (let call = 0; call < 300; call++) windows.take(startMs, [{ owner: "before", limit: 1_000 }]);
  windows.take(startMs + 122_000, [{ owner: "sweeps", limit: 1 }]);
  expect(windows.has("before")).toBe(false);
  const laterMs = startMs + 123_000;
  expect(windows.take(laterMs, [{ owner: "after", limit: 1 }])).toBeUndefined();
  expect(windows.peek(laterMs, "after").used).toBe(1);
});
