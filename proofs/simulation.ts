import fc from "fast-check";
import { type Proof, type ProofOptions, randomOf } from "../scripts/proving/proof.ts";
import { checkEnd } from "./simulation/end.ts";
import { History, Tally } from "./simulation/history.ts";
import { type Market, openMarket } from "./simulation/market.ts";
import { steps } from "./simulation/steps.ts";

// Whole histories of one server in this process: keys are made and rotated, calls are made, answers get lost, the process dies,
// the clock is set back. After each step what is stored is held against the books of those outside.

const sequencesMax = { quick: 40, whole: 1_000 };
const stepsMax = 40;
const timeMs = { quick: 12_000, whole: 15 * 60_000 };

const startMs = fc
  .constantFrom(
    ...["2026-02-28T21:55:00Z", "2028-02-29T23:50:00Z", "2026-12-31T18:10:00Z", "2027-01-31T04:58:00Z"],
    ...["2026-03-08T06:55:00Z", "2026-11-01T05:55:00Z", "2026-10-03T15:25:00Z", "2026-06-15T09:30:00Z"],
  )
  .map((text) => Date.parse(text));
const partners = fc.constantFrom([0, 1], [1, 2], [2, 3], [0, 3]);

export default {
  summary:
    "Through any history of calls, lost answers, crashes, clocks set back, rotations and changed limits: what was received is metered, billed once, never over a quota and never refused what fits",
  async run(options) {
    const market = await openMarket(randomOf(options.seed));
    try {
      return { figures: await play(market, options) };
    } finally {
      await market.remove();
    }
  },
} satisfies Proof;

async function play(market: Market, { quick, seed, say }: ProofOptions): Promise<string> {
  const tally = new Tally();
  const property = fc.asyncProperty(
    ...([startMs, partners, fc.nat(), fc.commands(steps, { maxCommands: stepsMax, size: "max" })] as const),
    async (startMs, partners, randomSeed, commands) => {
      const history = new History(market, { startMs, partners, random: randomOf(randomSeed), tally });
      try {
        await history.platform.start();
        await fc.asyncModelRun(() => ({ model: history, real: history }), commands);
        await checkEnd(history);
        tally.sequences += 1;
        if (tally.sequences % 50 === 0) say(`${tally.sequences} histories`);
      } finally {
        await history.remove();
      }
    },
  );
  const run = await fc.check(property, {
    seed,
    numRuns: quick ? sequencesMax.quick : sequencesMax.whole,
    interruptAfterTimeLimit: quick ? timeMs.quick : timeMs.whole,
    markInterruptAsFailure: false,
  });
  if (run.failed) throw new Error(`${await fc.asyncDefaultReportMessage(run)}\n${stackOf(run.errorInstance)}`);
  const { sequences, steps: taken, answers, refusals, repeats, crashes, interrupted } = tally;
  return `${sequences} histories of ${taken} steps, ${crashes} crashes and ${answers} answers received: 0 lost, 0 billed twice, 0 over a quota, ${refusals} refusals of which 0 fitted; ${repeats} calls repeated later, ${interrupted} events taken back`;
}

const stackOf = (error: unknown) => (error instanceof Error ? error.stack : String(error));
