import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { type Server, withHome } from "../scripts/proving/home.ts";
import { openMarket, type Reader } from "../scripts/proving/market.ts";
import { type Proof, randomOf } from "../scripts/proving/proof.ts";
import { readStored, type Stored } from "../scripts/proving/stored.ts";
import { injectInto } from "../scripts/proving/strace.ts";
import { Load } from "./disk-full/load.ts";

// The disk says that it could not do what it was told. What the file holds then, nobody knows who goes on with it.

const readersCount = 16;
const busyMs = { least: 200, most: 1_000 };
const endsWithinMs = 60_000;
const rounds = { quick: 1, whole: 10 };
const faults = [
  { calls: "fsync,fdatasync", name: "fsync" },
  { calls: "pwrite64", name: "pwrite" },
] as const;

export default {
  summary:
    "When the disk fails, the server refuses, ends, and lies to nobody; whoever starts it again finds all it acknowledged",
  run: ({ quick, seed, say }) =>
    withHome(async (home) => {
      const random = randomOf(seed);
      let server = await home.start();
      const { readers } = await openMarket(server.url, home.operatorKey, { readers: readersCount });
      const loads: Load[] = [];
      for (let round = 1; round <= (quick ? rounds.quick : rounds.whole); round++) {
        for (const { calls, name } of faults) {
          const forMs = busyMs.least + random() * (busyMs.most - busyMs.least);
          const load = await fail(server, home.operatorKey, { readers, calls, forMs });
          loads.push(load);
          say(`${name}: ${load.receipts.size} answers, ${load.refused} refused`);
          server = await home.start();
        }
      }
      loads.push(await serves(server, home.operatorKey, readers));
      await server.stop();
      compare(await readStored(home), loads);
      await home.check();
      const sum = (of: (load: Load) => number) => loads.reduce((total, load) => total + of(load), 0);
      return {
        figures: `${loads.length - 1} failures of fsync and pwrite: each ended the server, ${sum(({ refused }) => refused)} calls refused with 503, ${sum(({ receipts }) => receipts.size)} answers received, 0 of them lost`,
      };
    }),
} satisfies Proof;

type Failing = { readers: readonly Reader[]; calls: string; forMs: number };

async function fail(server: Server, operatorKey: string, { readers, calls, forMs }: Failing): Promise<Load> {
  const load = new Load();
  load.start(server.url, operatorKey, readers);
  while (load.receipts.size === 0) await sleep(10);
  await sleep(forMs);
  const fault = await injectInto(server.pid, calls, "error=EIO");
  const code = await Promise.race([server.ended, sleep(endsWithinMs, "late" as const, { ref: false })]);
  await fault.end();
  assert.ok(code !== "late", `the server goes on although ${calls} fails`);
  assert.notEqual(code, 0, "the server says that it ended well");
  await load.end();
  assert.ok(load.refused > 0, "nobody was told before the server ended");
  return load;
}

async function serves(server: Server, operatorKey: string, readers: readonly Reader[]): Promise<Load> {
  const load = new Load();
  load.start(server.url, operatorKey, readers);
  while (load.receipts.size === 0) await sleep(10);
  await load.end();
  assert.equal(load.refused, 0, "the server that came after it serves");
  return load;
}

function compare({ events, partners }: Stored, loads: readonly Load[]): void {
  const told = loads.flatMap(({ receipts }) => [...receipts]);
  assert.deepEqual(
    told.filter((receipt) => !events.has(receipt)),
    [],
    "answers were received that nobody metered",
  );
  const kept = new Set(partners.map(({ id }) => id));
  const made = loads.flatMap((load) => [...load.partners]);
  assert.deepEqual(
    made.filter((id) => !kept.has(id)),
    [],
    "partners that were acknowledged are missing",
  );
}
