import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { type APIError, WizData } from "@wizdata/sdk";
import { type Home, type Server, withHome } from "../scripts/proving/home.ts";
import { openMarket, type Reader, slug } from "../scripts/proving/market.ts";
import { type Proof, randomOf } from "../scripts/proving/proof.ts";
import { readStored, type Stored } from "../scripts/proving/stored.ts";
import { openWire, type Wire } from "../scripts/proving/wire.ts";

// Half of all answers are lost on their way, and now and then the server dies. The SDK makes each call again until it is answered.

const counts = { quick: { calls: 3, kills: 1 }, whole: { calls: 60, kills: 20 } };
const callers = 16;
/** About what an answer has: connections are cut after a random share of some, so that heads and bodies are cut. */
const answerBytes = 1_700;
const killEveryMs = { least: 1_000, most: 3_000 };
/** A connection is lost every other time, so that even this never fails all of a thousand calls. */
const maxRetries = 60;

/** What clients were told; partners by name. */
type Book = { receipts: string[]; partners: Map<string, string> };

export default {
  summary:
    "A call that is made again because its answer was lost has its effect exactly once, also when the server dies meanwhile",
  run: ({ quick, seed, say }) =>
    withHome(async (home) => {
      const { calls, kills } = quick ? counts.quick : counts.whole;
      const random = randomOf(seed);
      const server = await home.start();
      const { readers } = await openMarket(server.url, home.operatorKey, { readers: callers });
      const wire = await openWire(server.url);
      wire.faults = { cutAfterBytes: () => Math.floor(-Math.log(1 - random()) * answerBytes) };
      const book: Book = { receipts: [], partners: new Map() };
      const work = Promise.all(readers.map((reader, caller) => beBusy(wire, home, reader, { caller, calls, book })));
      const last = await killUntilDone(home, { server, wire, kills, random, work });
      await work;
      await wire.close();
      await last.server.stop();
      say(`${wire.cuts} connections were cut, ${last.killed} servers killed`);
      compare(await readStored(home), book, last.killed);
      await home.check();
      return {
        figures: `${book.partners.size} partners and ${book.receipts.length} pages through ${wire.cuts} cut connections and ${last.killed} kills: each partner made once, each page metered, 0 effects twice`,
      };
    }),
} satisfies Proof;

/** By turns a page and a partner, each until it is answered. */
async function beBusy(wire: Wire, home: Home, { key }: Reader, { caller, calls, book }: Caller): Promise<void> {
  const patient = { baseURL: wire.url, maxRetries, maxRetryDelayMs: 60_000 };
  const partner = new WizData({ ...patient, apiKey: key });
  const operator = new WizData({ ...patient, apiKey: home.operatorKey });
  for (let call = 0; call < calls; call++) {
    const page = await partner.data.query(slug, { limit: 1 + call });
    assert.ok(page.receipt, "a page came without its receipt");
    book.receipts.push(page.receipt);
    const name = `caller${caller}-${call}`;
    const made = await operator.partners
      .create({ company: name, email: `data@${name}.example` })
      .catch((error: APIError) => assert.fail(`${name}: ${error.message} ${JSON.stringify(error.attempts)}`));
    book.partners.set(name, made.id);
  }
}
type Caller = { caller: number; calls: number; book: Book };

type Killing = { server: Server; wire: Wire; kills: number; random: () => number; work: Promise<unknown> };

async function killUntilDone(home: Home, { server, wire, kills, random, work }: Killing) {
  let isDone = false;
  const done = work.then(() => {
    isDone = true;
  });
  let killed = 0;
  while (killed < kills && !isDone) {
    const forMs = killEveryMs.least + random() * (killEveryMs.most - killEveryMs.least);
    await Promise.race([done, sleep(forMs)]);
    if (isDone) break;
    await server.kill();
    server = await home.start();
    wire.leadTo(server.url);
    killed += 1;
  }
  await done;
  return { server, killed };
}

function compare({ events, partners, audit }: Stored, { receipts, partners: told }: Book, killed: number): void {
  assert.deepEqual(
    receipts.filter((receipt) => !events.has(receipt)),
    [],
    "pages were received that nobody metered",
  );
  assert.equal(new Set(receipts).size, receipts.length, "two calls have one receipt");
  // What was interrupted is not charged, whoever received it after all.
  const units = [...events.values()].reduce((sum, event) => sum + event.units, 0);
  assert.ok(units <= receipts.length, `${units} units are charged for ${receipts.length} calls`);
  assert.ok(
    units >= receipts.length - killed * callers,
    `only ${units} units are charged for ${receipts.length} calls`,
  );
  for (const [name, id] of told) {
    const ids = partners.filter(({ company }) => company === name).map(({ id }) => id);
    assert.deepEqual(ids, [id], `${name} was not made once`);
  }
  const entries = audit.filter(({ action }) => action === "partner.created").length;
  assert.equal(entries, partners.length, "each partner has its one audit entry");
}
