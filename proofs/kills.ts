import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { type Home, type Server, withHome } from "../scripts/proving/home.ts";
import { openMarket } from "../scripts/proving/market.ts";
import { type Proof, type ProofOptions, randomOf } from "../scripts/proving/proof.ts";
import { readStored } from "../scripts/proving/stored.ts";
import { startPostgres } from "../scripts/testing/postgres.ts";
import { compare, type Joined } from "./kills/joining.ts";
import { Readers } from "./kills/readers.ts";
import { Writers } from "./kills/writers.ts";

// Servers are killed under clients that write down what they were told. Afterwards their books are held against the database.

const clients = { partners: 8, ofEachPartner: 7, writers: 8 };
const killedAfterMs = { least: 200, most: 1_500 };
const readyMsMax = 5_000;
const startedMsMax = 30_000;
const takenBackMs = 60_000;
const rounds = { sqlite: { quick: 3, whole: 100 }, postgres: { quick: 0, whole: 20 } };

type Played = Joined & { kills: number; readyMs: number; partners: number };

export default {
  summary:
    "However often a server is killed, every answer that anybody received is metered and everything acknowledged is there, once",
  run: async (options) => {
    const { quick } = options;
    const played = [await withHome((home) => play(home, quick ? rounds.sqlite.quick : rounds.sqlite.whole, options))];
    const more = quick ? rounds.postgres.quick : rounds.postgres.whole;
    if (more > 0) {
      const postgres = await startPostgres();
      try {
        played.push(await withHome((home) => play(home, more, options), { databaseUrl: postgres.url }));
      } finally {
        await postgres.stop();
      }
    }
    const sum = (of: (one: Played) => number) => played.reduce((total, one) => total + of(one), 0);
    return {
      figures: `${played.map(({ kills }) => kills).join(" + ")} kills under 64 clients: ${sum(({ received }) => received)} answers received (${sum(({ partly }) => partly)} in part), 0 without their event, ${sum(({ surplus }) => surplus)} of ${sum(({ inFlight }) => inFlight)} calls under way metered and taken back as interrupted, ${sum(({ free }) => free)} answers received and not charged; ${sum(({ partners }) => partners)} partners with a key made once each; ready after ${Math.round(Math.max(...played.map(({ readyMs }) => readyMs)))} ms at most`,
    };
  },
} satisfies Proof;

async function play(home: Home, rounds: number, { quick, seed, say }: ProofOptions): Promise<Played> {
  const random = randomOf(seed);
  let server: Server = await home.start();
  const market = await openMarket(server.url, home.operatorKey, { readers: clients.partners });
  const readers = new Readers(Array.from({ length: clients.ofEachPartner }, () => market.readers).flat(), random);
  const writers = new Writers(home.operatorKey, clients.writers);
  let readyMs = 0;
  for (let round = 1; round <= rounds; round++) {
    const before = readers.received;
    const all = [readers.run(server.url), writers.run(server.url)];
    // The moment is random, but not before anything can be lost.
    for (const endMs = performance.now() + startedMsMax; readers.received === before && performance.now() < endMs; )
      await sleep(10);
    await sleep(killedAfterMs.least + random() * (killedAfterMs.most - killedAfterMs.least));
    await server.kill();
    await Promise.all(all);
    assert.ok(readers.received > before, "nobody was answered: this proves nothing");
    server = await home.start();
    readyMs = Math.max(readyMs, server.readyMs);
    if (round % 10 === 0) say(`${round} of ${rounds} kills, ${readers.received} answers received`);
  }
  await writers.finish(server.url);
  await writers.useKeys(server.url);
  // Among several processes nobody knows sooner that one has died.
  if (home.databaseUrl) await sleep(takenBackMs);
  await server.stop();
  const joined = compare(await readStored(home), readers, writers);
  await home.check();
  // A share of the work may run on a machine that does much else.
  if (!quick) assert.ok(readyMs <= readyMsMax, `a server was ready after ${readyMs} ms only`);
  return { ...joined, kills: rounds, readyMs, partners: writers.partners.size };
}
