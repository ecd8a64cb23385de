import { setTimeout as sleep } from "node:timers/promises";
import { type Disk, nameOn, toolsFor } from "../disk.ts";
import type { Measure, Round } from "../measure.ts";
import { withPlatform } from "../platform.ts";
import { family, residentMb } from "../process-usage.ts";

const sampleMs = 20;
const memoryMbMax = 500;

/** CSV.gz to a version that can be queried. Each round on a new home: parts that are there already are not written again. */
export const publish = (disk: Disk): Measure => ({
  name: nameOn("publish", disk),
  unit: "rows/s",
  peerName: null,
  goal: null,
  needs: toolsFor(disk),
  async open(run) {
    let peakMb = 0;
    const ours = () =>
      withPlatform(disk, async ({ pid, publish }): Promise<Round> => {
        const sampling = sampleMemory(pid);
        const startedAt = performance.now();
        const { rows } = await publish();
        const seconds = (performance.now() - startedAt) / 1000;
        peakMb = Math.max(peakMb, await sampling.stop());
        return { perSecond: rows / seconds };
      });
    const observed = () => ({
      facts: { peak_memory_mb: Math.round(peakMb), peak_memory_mb_max: memoryMbMax },
      holds: peakMb > 0 && peakMb <= memoryMbMax,
    });
    return run({ ours, observed });
  },
});

/** The most that a server and its workers together had resident at one time. */
function sampleMemory(pid: number): { stop(): Promise<number> } {
  let isOver = false;
  const sampled = (async () => {
    let peakMb = 0;
    while (!isOver) {
      peakMb = Math.max(peakMb, residentMb(family(pid)));
      await sleep(sampleMs);
    }
    return peakMb;
  })();
  return {
    stop() {
      isOver = true;
      return sampled;
    },
  };
}
