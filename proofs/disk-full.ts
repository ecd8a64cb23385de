import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { ask } from "../scripts/proving/ask.ts";
import { type Home, type Server, withHome } from "../scripts/proving/home.ts";
import { openMarket, type Reader } from "../scripts/proving/market.ts";
import type { Proof } from "../scripts/proving/proof.ts";
import { readStored } from "../scripts/proving/stored.ts";
import { Load } from "./disk-full/load.ts";
import { type Way, ways } from "./disk-full/ways.ts";

// Room runs out under load in four ways, and comes back.

const readersCount = 16;
const busyMs = { quick: 300, whole: 5_000 };
const fullMs = { quick: 1_500, whole: 10_000 };
const endsWithinMs = 60_000;
const answeredMsMax = 1_000;
const recoveredMsMax = 10_000;

type Ended = { name: string; metered: number; refused: number; slowestMs: number; recoveredMs: number };

export default {
  summary:
    "Where there is no room, answers are refused within a second and nothing is half done; with room the server goes on by itself within ten",
  run: ({ quick, say }) =>
    withHome(async (home) => {
      const first = await home.start();
      const { readers } = await openMarket(first.url, home.operatorKey, { readers: readersCount });
      await first.stop();
      const ended: Ended[] = [];
      for (const way of ways) {
        const mounted = way.mount?.();
        if (way.mount && !mounted) {
          // As in a container that may not mount; the figures say then that there were three ways.
          assert.ok(quick, `${way.name}: nothing can be mounted here`);
          say(`${way.name} is left out: nothing can be mounted here`);
          continue;
        }
        const options = { from: home, ...(mounted && { folder: mounted.folder }) };
        try {
          ended.push(await withHome((copy) => fillUp(copy, way, readers, quick), options));
        } finally {
          mounted?.unmount();
        }
        say(way.name);
      }
      const sum = (of: (one: Ended) => number) => ended.reduce((total, one) => total + of(one), 0);
      const most = (of: (one: Ended) => number) => Math.round(Math.max(...ended.map(of)));
      const slowestMs = most((one) => one.slowestMs);
      if (!quick) assert.ok(slowestMs <= answeredMsMax, `an answer took ${slowestMs} ms`);
      return {
        figures: `${ended.length} ways (${ended.map(({ name }) => name).join(", ")}): ${sum(({ metered }) => metered)} answers, all metered, ${sum(({ refused }) => refused)} refused with 503 or 507; the slowest answer took ${slowestMs} ms, recovery ${most(({ recoveredMs }) => recoveredMs)} ms`,
      };
    }),
} satisfies Proof;

async function fillUp(home: Home, way: Way, readers: readonly Reader[], quick: boolean): Promise<Ended> {
  let server = await home.start(way.startOf(home));
  const load = new Load();
  load.start(server.url, home.operatorKey, readers);
  await sleep(quick ? busyMs.quick : busyMs.whole);
  const free = await way.fill(home, server.pid);
  if (way.endsServer) await endsOf(server);
  else await staysUseful(home, server, load, quick ? fullMs.quick : fullMs.whole);
  const freedMs = performance.now();
  await free();
  if (way.endsServer) {
    await load.end();
    server = await home.start();
    load.start(server.url, home.operatorKey, readers);
  } else assert.equal(load.lost, 0, "a server that stays answers everybody");
  await comesBack(server, load, quick);
  // Of a server that went on; another one needs its time to start.
  const recoveredMs = way.endsServer ? 0 : performance.now() - freedMs;
  await load.end();
  await server.stop();
  const stored = await readStored(home);
  const unmetered = [...load.receipts].filter((receipt) => !stored.events.has(receipt));
  assert.deepEqual(unmetered, [], `${way.name}: answers were received that nobody metered`);
  const kept = new Set(stored.partners.map(({ id }) => id));
  assert.deepEqual(
    [...load.partners].filter((id) => !kept.has(id)),
    [],
    `${way.name}: partners are missing`,
  );
  await home.check();
  assert.ok(load.refused > 0, `${way.name}: nobody was refused: this proves nothing`);
  const { refused, slowestMs } = load;
  return { name: way.name, metered: load.receipts.size, refused, slowestMs, recoveredMs };
}

async function endsOf({ ended }: Server): Promise<void> {
  const tooLate = sleep(endsWithinMs, "late" as const, { ref: false });
  const code = await Promise.race([ended, tooLate]);
  assert.ok(code !== "late", "the server has not ended");
  assert.notEqual(code, 0);
}

/** Out of traffic, and still good for whoever wants to know why. */
async function staysUseful({ operatorKey }: Home, { url }: Server, load: Load, forMs: number): Promise<void> {
  const endMs = performance.now() + forMs;
  let notReady = 0;
  while (performance.now() < endMs || notReady === 0) {
    assert.ok(performance.now() < endMs + endsWithinMs, "a server without room goes on saying that it is ready");
    if ((await ask(url, operatorKey, "/readyz"))?.status === 503) notReady += 1;
    assert.equal((await ask(url, operatorKey, "/healthz"))?.status, 200);
    assert.equal((await ask(url, operatorKey, "/api/v1/partners?limit=5"))?.status, 200, "what is there can be read");
    await sleep(50);
  }
  assert.ok(load.refused > 0);
}

async function comesBack({ url }: Server, load: Load, quick: boolean): Promise<void> {
  const before = load.receipts.size;
  // A share of the work may run on a machine that does much else.
  const endMs = performance.now() + (quick ? endsWithinMs : recoveredMsMax);
  for (;;) {
    const ready = await ask(url, "", "/readyz");
    if (ready?.status === 200 && load.receipts.size > before) return;
    assert.ok(performance.now() < endMs, `not back by itself: ${ready?.status} ${ready?.text}`);
    await sleep(50);
  }
}
