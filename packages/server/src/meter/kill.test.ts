import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closes, closesCsv } from "../testing/datasets.ts";
import { openPlatform, type ServerProcess } from "../testing/server-process.ts";
import { isPostgres } from "../testing/world.ts";

// WIZDATA_TEST_KILLS makes a longer run of it.
const rounds = Number(process.env.WIZDATA_TEST_KILLS ?? 2);
const readers = 24;
const writers = 8;
const killedAfterMs = { least: 200, most: 1_500 };
/** A claim ends half a minute after the process that made it. */
const claimTriesMax = 32;

let platform: Awaited<ReturnType<typeof openPlatform>>;
let server: ServerProcess;
let operatorKey: string;

beforeAll(async () => {
  platform = await openPlatform({ WIZDATA_UNMETERED_CALLS_PER_MINUTE: "1000000" });
  server = await platform.start();
  operatorKey = server.operatorKey ?? "";
});
afterAll(async () => {
  await server.kill();
  await platform.close();
});

// biome-ignore lint/suspicious/noExplicitAny: a test looks into any body
type Answered = { status: number; receipt: string | null; body: any };
/** The whole answer, or undefined where the server died before it was here. */
async function ask(
  method: string,
  path: string,
  body?: unknown,
  given: Record<string, string> = {},
): Promise<Answered | undefined> {
  const headers = { authorization: `Bearer ${operatorKey}`, "content-type": "application/json", ...given };
  const sent = body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) };
  try {
    const response = await fetch(`${server.url}/api/v1${path}`, { method, headers, ...sent });
    const receipt = response.headers.get("wizdata-receipt");
    return { status: response.status, receipt, body: await response.json() };
  } catch {
    return undefined;
  }
}
async function must(
  method: string,
  path: string,
  body: unknown,
  given?: Record<string, string>,
): Promise<Answered["body"]> {
  const answer = await ask(method, path, body, given);
  if (answer === undefined || answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
  return answer.body;
}

/** What clients were told, each in its own book. */
type Books = {
  receipts: Set<string>;
  sent: number;
  partners: Set<string>;
  keys: Map<string, string>;
  retried: Map<string, string>;
};

/** The key of a partner that may call as often as it likes. */
async function openReader(): Promise<string> {
  await must("POST", "/datasets", closes("prices"));
  await must("POST", "/datasets/prices/versions", closesCsv(), { "content-type": "text/csv" });
  const terms = {
    per_minute: 1_000_000,
    per_day: 1_000_000,
    per_month: 10_000_000,
    features: ["query"],
    price_multiplier: 1,
  };
  await must("PUT", "/datasets/prices/licenses/enterprise", terms);
  const partner = await must("POST", "/partners", {
    company: "Reader",
    email: "data@reader.example",
    plan: "enterprise",
  });
  await must("POST", "/datasets/prices/subscribe", { partner_id: partner.id, tier: "enterprise" });
  return (await must("POST", `/partners/${partner.id}/keys`, { name: "first" })).secret;
}

async function read(books: Books, key: string): Promise<boolean> {
  books.sent += 1;
  const answer = await ask("GET", "/data/prices?limit=2", undefined, { authorization: `Bearer ${key}` });
  if (answer?.receipt) books.receipts.add(answer.receipt);
  return answer !== undefined;
}

/** A partner and its key; a call whose answer was lost is repeated with its Idempotency-Key once the server is back. */
async function write(books: Books, name: string): Promise<boolean> {
  const partner = { company: name, email: `data@${name}.example` };
  const made = await ask("POST", "/partners", partner, { "idempotency-key": name });
  if (made?.status !== 201) {
    books.retried.set(name, partner.email);
    return made !== undefined;
  }
  books.partners.add(made.body.id);
  const key = await ask("POST", `/partners/${made.body.id}/keys`, { name: "first" });
  if (key?.status === 201) books.keys.set(key.body.id, key.body.secret);
  return key !== undefined;
}

test.skipIf(isPostgres)(
  "however often a server is killed under load: every receipt is stored, every count agrees, and what was acknowledged is there",
  async () => {
    const key = await openReader();
    const books: Books = { receipts: new Set(), sent: 0, partners: new Set(), keys: new Map(), retried: new Map() };
    let names = 0;
    for (let round = 1; round <= rounds; round++) {
      const clients = [
        ...Array.from({ length: readers }, async () => {
          while (await read(books, key));
        }),
        ...Array.from({ length: writers }, async () => {
          while (await write(books, `partner-${names++}`));
        }),
      ];
      const before = books.receipts.size;
      await sleep(killedAfterMs.least + Math.random() * (killedAfterMs.most - killedAfterMs.least));
      await server.kill();
      await Promise.all(clients);
      expect(books.receipts.size).toBeGreaterThan(before);
      server = await platform.start();
    }
    await makeSure(books);
    await server.stop();
    await expectAgreement(books);
    server = await platform.start();
    for (const secret of books.keys.values()) {
      const me = await ask("GET", "/me", undefined, { authorization: `Bearer ${secret}` });
      expect(me?.status).toBe(200);
    }
  },
  180_000,
);

/** Whatever a lost answer said: repeated, the call has been made exactly once. */
async function makeSure({ retried, partners }: Books): Promise<void> {
  for (const [name, email] of retried) {
    const again = () => ask("POST", "/partners", { company: name, email }, { "idempotency-key": name });
    let answer = await again();
    // The claim of the process that died has to end first.
    for (let retry = 0; answer?.status === 409 && retry < claimTriesMax; retry++) {
      await sleep(2_000);
      answer = await again();
    }
    expect(answer?.status).toBe(201);
    partners.add(answer?.body.id);
    expect((await ask("GET", `/partners?email=${email}`))?.body.data).toHaveLength(1);
  }
}

async function expectAgreement({ receipts, sent, partners, keys }: Books): Promise<void> {
  const store = await platform.openStore();
  try {
    const { t } = store.db;
    const all = await store.db.select().from(t.usageEvents);
    const events = all.filter(({ corrects }) => corrects === null);
    const reversals = all.length - events.length;
    const stored = new Set(events.map(({ id }) => id));
    expect([...receipts].filter((receipt) => !stored.has(receipt))).toEqual([]);
    // An answer may be stored and never arrive, but only one that was under way when the server died.
    expect(events.length - receipts.size).toBeLessThanOrEqual(readers * rounds);
    expect(events.length).toBeLessThanOrEqual(sent);

    const rollups = await store.db.select().from(t.rollups);
    // What may never have arrived was taken back: nobody is charged for it.
    expect(sum(rollups.map(({ calls }) => calls))).toBe(events.length - reversals);
    expect(sum(rollups.map(({ rows }) => rows))).toBe(sum(all.map(({ rows }) => rows)));
    const counters = (await store.db.select().from(t.counters)).filter(({ owner }) => /^(license|plan):/.test(owner));
    const owners = new Set(counters.map(({ owner, window }) => `${owner} ${window}`));
    expect(owners.size).toBe(3);
    for (const name of owners) {
      const used = counters.filter(({ owner, window }) => `${owner} ${window}` === name).map(({ used }) => used);
      expect([name, sum(used)]).toEqual([name, sum(all.map(({ units }) => units))]);
    }

    const kept = new Set((await store.db.select().from(t.partners)).map(({ id }) => id));
    expect([...partners].filter((id) => !kept.has(id))).toEqual([]);
    const keptKeys = new Set((await store.db.select().from(t.keys)).map(({ id }) => id));
    expect([...keys.keys()].filter((id) => !keptKeys.has(id))).toEqual([]);
    // Each change left its one entry, whoever learned of it.
    const entries = (await store.db.select().from(t.audit)).filter(({ action }) => action === "partner.created");
    expect(entries).toHaveLength(kept.size);
  } finally {
    await store.close();
  }
}

const sum = (figures: readonly number[]): number => figures.reduce((total, figure) => total + figure, 0);
