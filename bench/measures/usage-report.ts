import { deepEqual } from "node:assert/strict";
import { WizData } from "@wizdata/sdk";
import type { Measure, Round } from "../measure.ts";
import { fewEvents, serveUsage, storedBytes, type UsageHome, usageEvents, usageHome } from "../usage-home.ts";

const reportsPerRound = 50;
const yearMs = 365 * 86_400_000;

/** A partner's report over a year, of a hundred times as many events. */
export const usageReport: Measure = {
  name: "usage-report",
  unit: "ms",
  peerName: "the same over a hundredth of the events",
  goal: 1.2,
  needs: [],
  async open(run) {
    const many = await usageHome(usageEvents);
    const few = await usageHome(fewEvents);
    const ours = await serveUsage(many);
    const peer = await serveUsage(few);
    try {
      const [mine, theirs] = [reporter(ours.url, many), reporter(peer.url, few)];
      deepEqual(Object.keys(await mine()), Object.keys(await theirs()));
      const bytesPerEvent = Math.round((storedBytes(many) - storedBytes(few)) / (usageEvents - fewEvents));
      return await run({
        ours: () => timed(mine),
        peer: () => timed(theirs),
        observed: () => ({ facts: { events: usageEvents, bytes_per_event: bytesPerEvent }, holds: true }),
      });
    } finally {
      await Promise.all([ours.stop(), peer.stop()]);
    }
  },
};

function reporter(baseURL: string, { operatorKey, partnerId }: UsageHome): () => Promise<object> {
  const operator = new WizData({ baseURL, apiKey: operatorKey });
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  const span = { from: day(Date.now() - yearMs), to: day(Date.now()) };
  return () => operator.usage.report({ partner_id: partnerId, by: "key", ...span });
}

/** The median of many, in ms. */
async function timed(report: () => Promise<object>): Promise<Round> {
  const millis: number[] = [];
  for (let time = 0; time < reportsPerRound; time++) {
    const startedAt = performance.now();
    await report();
    millis.push(performance.now() - startedAt);
  }
  return { millis: millis.sort((left, right) => left - right)[reportsPerRound / 2] ?? Number.NaN };
}
