import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { MinuteWindows } from "../../packages/server/src/meter/minute-windows.ts";
import { owners } from "../../packages/server/src/meter/windows.ts";
import type { Measure } from "../measure.ts";

const keys = 100_000;
const keysPerPartner = 3;
const takes = 300_000;
const nowMs = Date.parse("2026-03-10T09:30:00.000Z");
const bytesPerWindowMax = 200;

/** What the minute limits of 100 000 keys, of their partners and of their licenses take: bytes a window, and time for a call. */
export const limiter: Measure = {
  name: "limiter",
  unit: "µs more",
  peerName: "an empty call",
  goal: 10,
  needs: [],
  async open(run) {
    const asksOf = Array.from({ length: keys }, (_, at) => idsOf(at));
    const before = bytesInUse();
    const windows = new MinuteWindows();
    for (const ids of asksOf) windows.take(nowMs, asks(ids));
    const bytes = bytesInUse() - before;
    const bytesPerWindow = Math.round(bytes / windows.size);
    let second = 0;
    const micros = (take: (at: number, ms: number) => void) => {
      const started = process.cpuUsage();
      for (let call = 0; call < takes; call++) take((call * 7_919) % keys, nowMs + second * 1000 + call / 100);
      second += 1;
      const { user, system } = process.cpuUsage(started);
      return { micros: (user + system) / takes };
    };
    return run({
      ours: async () => micros((at, ms) => void windows.take(ms, asks(asksOf[at] ?? idsOf(at)))),
      peer: async () => micros((at) => void asks(asksOf[at] ?? idsOf(at))),
      observed: () => ({
        facts: { windows: windows.size, bytes_per_window: bytesPerWindow, bytes_per_key: Math.round(bytes / keys) },
        holds: bytesPerWindow <= bytesPerWindowMax,
      }),
    });
  },
};

type Ids = { partner: string; lineage: string };

/** Ids as the platform makes them, each a text of its own. */
function idsOf(at: number): Ids {
  const id = (prefix: string, number: number) =>
    Buffer.from(`${prefix}_01jcz3q8v4${number.toString(32).padStart(16, "0")}`);
  return { partner: id("par", Math.floor(at / keysPerPartner)).toString(), lineage: id("lin", at).toString() };
}

/** As every metered call asks, each time anew. */
const asks = ({ partner, lineage }: Ids) => [
  { owner: owners.license(partner, "nse-kenya"), limit: 1_000 },
  { owner: owners.plan(partner), limit: 1_000 },
  { owner: owners.key(lineage), limit: 600 },
];

function bytesInUse(): number {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void; // what the flag puts into new contexts
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
