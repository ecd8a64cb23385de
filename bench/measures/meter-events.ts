import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commandOn, type Disk, nameOn, toolsFor } from "../disk.ts";
import type { Measure, Round } from "../measure.ts";
import { type ServerProcess, startServer } from "../server-process.ts";

const roundMs = 2_500;
const warmUpMs = 1_500;

/** What the meter stores by itself, `group` answers at once from so many partners, against the same rows written by hand. */
export function meterEvents(group: number, partners: number, disk: Disk): Measure {
  return {
    name: nameOn(`meter-events-${group}-${partners}`, disk),
    unit: "events/s",
    peerName: "the same statements by hand, one transaction a group",
    goal: 0.8,
    needs: toolsFor(disk),
    async open(run) {
      const home = mkdtempSync(join(tmpdir(), "wizdata-bench-meter-"));
      const copy = join(home, "copy.sqlite");
      const sizes = [String(group), String(partners)];
      try {
        const start = (program: URL, args: string[]) =>
          startServer(program, args, { DATABASE_URL: "" }, commandOn(disk));
        const ours = await start(new URL("../meter-process.ts", import.meta.url), [home, ...sizes, copy]);
        const peer = await start(new URL("../peers/usage-by-hand.ts", import.meta.url), [copy, ...sizes]);
        try {
          await storing(ours, warmUpMs);
          await storing(peer, warmUpMs);
          return await run({ ours: () => storing(ours, roundMs), peer: () => storing(peer, roundMs) });
        } finally {
          await Promise.all([ours.stop(), peer.stop()]);
        }
      } finally {
        rmSync(home, { recursive: true, force: true });
      }
    },
  };
}

async function storing(process: ServerProcess, durationMs: number): Promise<Round> {
  const before = process.cpuMicros();
  // The only message that either of them sends.
  const { events, seconds } = (await process.ask(durationMs)) as { events: number; seconds: number };
  const after = process.cpuMicros();
  const cpuMicros = before === undefined || after === undefined ? undefined : (after - before) / events;
  return { perSecond: events / seconds, cpuMicros };
}
