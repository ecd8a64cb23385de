import fc from "fast-check";
import { expect, test } from "vitest";
import { MinuteWindows } from "./minute-windows.ts";

const startMs = Date.parse("2026-03-10T09:30:00.000Z");
const waits = fc.array(fc.integer({ min: 0, max: 9_000 }), { minLength: 1, maxLength: 150 });
const limits = fc.integer({ min: 1, max: 12 });

/** The instants at which calls are made, from the waits between them. */
const instantsOf = (waitsMs: number[]) => {
  let atMs = startMs;
  return waitsMs.map((waitMs) => (atMs += waitMs));
};

test("no 60 seconds ever hold more calls than the limit", () => {
  fc.assert(
    fc.property(waits, limits, (waitsMs, limit) => {
      const windows = new MinuteWindows();
      const admitted = instantsOf(waitsMs).filter((atMs) => !windows.take(atMs, [{ owner: "a", limit }]));
      for (const atMs of admitted) {
        expect(admitted.filter((otherMs) => otherMs >= atMs && otherMs < atMs + 60_000).length).toBeLessThanOrEqual(
          limit,
        );
      }
    }),
  );
});

test("a slot comes back at most one second late: who is refused had the limit's calls in the 61 seconds before", () => {
  fc.assert(
    fc.property(waits, limits, (waitsMs, limit) => {
      const windows = new MinuteWindows();
      const admitted: number[] = [];
      for (const atMs of instantsOf(waitsMs)) {
        if (!windows.take(atMs, [{ owner: "a", limit }])) admitted.push(atMs);
        else expect(admitted.filter((otherMs) => otherMs > atMs - 61_000).length).toBeGreaterThanOrEqual(limit);
      }
    }),
  );
});

test("who waits as long as Retry-After says is admitted, and a second sooner would be refused", () => {
  fc.assert(
    fc.property(waits, limits, (waitsMs, limit) => {
      const windows = new MinuteWindows();
      const shadow = new MinuteWindows();
      for (const atMs of instantsOf(waitsMs)) {
        shadow.take(atMs, [{ owner: "a", limit }]);
        const refusal = windows.take(atMs, [{ owner: "a", limit }]);
        if (!refusal) continue;
        const soonerMs = atMs + refusal.retryAfterSeconds * 1000 - 1000;
        if (soonerMs > atMs) expect(shadow.take(soonerMs, [{ owner: "a", limit }])).toBeDefined();
        expect(windows.take(atMs + refusal.retryAfterSeconds * 1000, [{ owner: "a", limit }])).toBeUndefined();
        return;
      }
    }),
  );
});

test("a call takes a slot in every window or in none, and the window that is full longest is named", () => {
  fc.assert(
    fc.property(waits, limits, limits, (waitsMs, tight, wide) => {
      const windows = new MinuteWindows();
      const asks = [
        { owner: "a", limit: tight },
        { owner: "b", limit: wide },
      ];
      for (const atMs of instantsOf(waitsMs)) {
        const before = asks.map(({ owner }) => windows.peek(atMs, owner).used);
        const refusal = windows.take(atMs, asks);
        const taken = asks.map(({ owner }, at) => windows.peek(atMs, owner).used - (before[at] ?? 0));
        expect(taken).toEqual(refusal ? [0, 0] : [1, 1]);
        if (refusal) expect(windows.peek(atMs, refusal.ask.owner).used).toBe(refusal.ask.limit);
      }
    }),
  );
});

test("a slot that is given back within its minute can be taken again", () => {
  fc.assert(
    fc.property(limits, fc.integer({ min: 0, max: 59_999 }), (limit, laterMs) => {
      const windows = new MinuteWindows();
      const asks = [{ owner: "a", limit }];
      for (let call = 0; call < limit; call++) expect(windows.take(startMs, asks)).toBeUndefined();
      expect(windows.take(startMs + laterMs, asks)).toBeDefined();
      windows.giveBack(startMs, startMs + laterMs, asks);
      expect(windows.take(startMs + laterMs, asks)).toBeUndefined();
      expect(windows.take(startMs + laterMs, asks)).toBeDefined();
    }),
  );
});

test("giving back what is gone already makes no room", () => {
  const windows = new MinuteWindows();
  const asks = [{ owner: "a", limit: 1 }];
  windows.take(startMs, asks);
  windows.giveBack(startMs, startMs + 120_000, asks);
  expect(windows.take(startMs + 120_000, asks)).toBeUndefined();
  expect(windows.take(startMs + 120_000, asks)).toBeDefined();
});

test("a clock that steps back gives no second helping, and locks nobody out for longer than a minute", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3_600_000 }), (backMs) => {
      const windows = new MinuteWindows();
      const asks = [{ owner: "a", limit: 1 }];
      windows.take(startMs, asks);
      expect(windows.take(startMs - backMs, asks)).toBeDefined();
      expect(windows.take(startMs - backMs + 61_000, asks)).toBeUndefined();
    }),
  );
});

test("peek tells what is used and when all of it is free again", () => {
  const windows = new MinuteWindows();
  expect(windows.peek(startMs, "a")).toEqual({ used: 0, resetSeconds: 0 });
  windows.take(startMs, [{ owner: "a", limit: 5 }]);
  windows.take(startMs + 10_000, [{ owner: "a", limit: 5 }]);
  expect(windows.peek(startMs + 30_000, "a")).toEqual({ used: 2, resetSeconds: 41 });
  expect(windows.peek(startMs + 71_000, "a")).toEqual({ used: 0, resetSeconds: 0 });
});
