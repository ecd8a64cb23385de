import fc from "fast-check";
import { makeCalls, repeatCall } from "./calls.ts";
import type { Doom, History } from "./history.ts";
import type { Moment } from "./loop-writer.ts";
import * as orders from "./orders.ts";

type Run<Given> = (history: History, given: Given) => Promise<void>;

/** One thing that happens, as fast-check makes, tells and shrinks it. */
class Step<Given> implements fc.AsyncCommand<History, History> {
  readonly #name: string;
  readonly #run: Run<Given>;
  readonly #given: Given;

  constructor(name: string, run: Run<Given>, given: Given) {
    this.#name = name;
    this.#run = run;
    this.#given = given;
  }

  check = () => true;

  async run(history: History): Promise<void> {
    history.tally.steps += 1;
    await this.#run(history, this.#given);
    await history.verify();
  }

  toString = () => `${this.#name}(${JSON.stringify(this.#given)})`;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

const which = fc.nat({ max: 5 });
const downMs = fc.constantFrom(0, 200, 30_000, hourMs);
const moment = fc.constantFrom<Moment[]>("before-commit", "after-commit", "on-answer", "after-answer");
const doom: fc.Arbitrary<Doom> = fc.record({ moment, after: fc.integer({ min: 1, max: 4 }), downMs });
const fate = fc.constantFrom("arrives", "arrives", "arrives", "lost-answer", "lost-answer", "gone", "lost-request");
const seldom = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
const luck = fc.record({ isLost: fc.boolean(), doom: seldom(doom) });
const asked = fc.record({
  ...{ lineage: which, key: which, dataset: which, rows: fc.integer({ min: 1, max: 4 }), fate },
  ...{ isTwin: fc.boolean(), retries: fc.nat({ max: 2 }) },
});
const calls = {
  partner: which,
  asked: fc.array(asked, { minLength: 1, maxLength: 6 }),
};
const order = { partner: which, luck };
const ofLineage = { ...order, lineage: which };
const ofDeal = { ...order, dataset: which };
const caps = fc.record({ day: fc.integer({ min: 1, max: 8 }), month: fc.integer({ min: 4, max: 20 }) });

function step<Given extends object>(
  name: string,
  run: Run<Given>,
  given: { [Name in keyof Given]: fc.Arbitrary<Given[Name]> },
) {
  return fc.record<Given>(given).map((values) => new Step(name, run, values as Given)); // all of its fields are required
}

const quiet = { doom: fc.constant(null), dieAfterTurns: fc.constant(null) };
const makeQuietCalls = step("call", makeCalls, { ...calls, ...quiet });
const repeat = step("repeat", repeatCall, { call: which, key: which });

const dying = (named: { doom: fc.Arbitrary<Doom | null>; dieAfterTurns: fc.Arbitrary<number | null> }) =>
  step("call and die", makeCalls, { ...calls, ...named });
const dieAtMoment = dying({ doom, dieAfterTurns: fc.constant(null) });
const dieAtTurn = dying({ doom: fc.constant(null), dieAfterTurns: fc.nat({ max: 12 }) });
const orderExport = step("export", orders.orderExport, { ...ofDeal, lineage: which });
const createKey = step("create key", orders.createKey, { ...order, caps: fc.option(caps) });

/** All that can happen; what is named more often happens more often. */
export const steps = [
  ...Array.from({ length: 8 }, () => makeQuietCalls),
  ...[
    repeat,
    repeat,
    repeat,
    dieAtMoment,
    dieAtMoment,
    dieAtTurn,
    dieAtTurn,
    orderExport,
    orderExport,
    createKey,
    createKey,
  ],
  step("crash", (history: History, given: { downMs: number }) => history.crash(given), { downMs }),
  step("restart", (history: History, _given: object) => history.restart(), {}),
  step("pass", (history: History, { ms }: { ms: number }) => history.pass(ms), {
    ms: fc.constantFrom(900, 1_000, minuteMs, 9 * minuteMs, 11 * minuteMs, hourMs, 7 * hourMs, dayMs, 27 * dayMs),
  }),
  step("set the clock", async (history: History, { ms }: { ms: number }) => history.time.set(history.time.nowMs + ms), {
    ms: fc.integer({ min: -10 * minuteMs, max: 10 * minuteMs }),
  }),
  step("rotate", orders.rotateKey, { ...ofLineage, overlapSeconds: fc.constantFrom(0, 60, 3_600, 86_400) }),
  step("retire", orders.retireKey, ofLineage),
  step("revoke", orders.revokeKey, ofLineage),
  step("change tier", orders.changeTier, { ...ofDeal, tier: fc.constantFrom("basic", "premium") }),
  step("override", orders.overrideLimits, {
    ...ofDeal,
    ...{ perDay: fc.integer({ min: 1, max: 25 }), hours: fc.integer({ min: 1, max: 60 }) },
  }),
  step("suspend or reactivate", orders.suspend, order),
  step("cancel or subscribe", orders.resubscribe, ofDeal),
  step("cancel export", orders.cancelExport, { which, luck }),
];
