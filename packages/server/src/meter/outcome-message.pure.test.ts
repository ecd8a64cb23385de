import fc from "fast-check";
import { expect, test } from "vitest";
import type { WindowState } from "./meter.ts";
import { packOutcomes, unpackOutcomes } from "./outcome-message.ts";
import type { Refusal } from "./refuse.ts";

const state: fc.Arbitrary<WindowState> = fc
  .record({
    name: fc.constantFrom("license-day", "license-month", "plan-day", "key-day"),
    limit: fc.constantFrom(0, 10, 1_000_000),
    used: fc.nat(1_100_000),
    held: fc.nat(20),
    windowSeconds: fc.constantFrom(82_800, 86_400),
    resetsAtMs: fc.constantFrom(1_790_000_000_000, 1_790_003_600_000),
  })
  .map((one) => ({ ...one, remaining: Math.max(0, one.limit - one.used - one.held) }));
const refusal: fc.Arbitrary<Refusal> = fc.record({
  code: fc.constantFrom("quota_exceeded" as const, "unauthenticated" as const),
  fields: fc.record({ detail: fc.string(), retryAfterSeconds: fc.nat() }),
});
const outcome = fc.record(
  {
    receipt: fc.string(),
    windows: fc.array(state, { maxLength: 5 }),
    refusal,
    charged: fc.record({ rows: fc.nat(), bytes: fc.nat() }),
  },
  { requiredKeys: ["receipt", "windows"] },
);

test("what a thread tells of a group is what was decided, whatever that is", () => {
  fc.assert(
    fc.property(fc.array(outcome), (outcomes) => {
      const message = JSON.stringify(packOutcomes(outcomes));
      expect(unpackOutcomes(JSON.parse(message))).toEqual(outcomes);
    }),
  );
});
