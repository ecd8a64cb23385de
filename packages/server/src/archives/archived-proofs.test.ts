import { type LedgerDocument, verifyLedger } from "@wizdata/shared";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createApp } from "../app.ts";
import { runCheck } from "../checks/run-check.ts";
import { isSignedBy } from "../ledger/keys.ts";
import { createPartnerDays } from "../ledger/partner-day.ts";
import { sha256 } from "../meter/block.ts";
import type { Member } from "../meter/meter.ts";
import { openServices } from "../open-services.ts";
import { eq } from "../store/drizzle.ts";
import { openSubscribed } from "../testing/subscribed.ts";
import { isPostgres, openWorld, type World } from "../testing/world.ts";
import type { UsageEvent } from "../usage/schemas.ts";
import { createArchiver } from "./archiver.ts";
import { pendingEvents, selectArchives } from "./queries.ts";

// More than one part of a day's tree, and more than one page of an archive.
const manyEvents = 1_030;
const day = "2026-03-20";
const edge = "2026-04-01";
// Workers run at the lowest priority, and take their time beside other tests.
vi.setConfig({ testTimeout: 120_000 });

let world: World;
let one: Awaited<ReturnType<typeof openSubscribed>>;
let other: Awaited<ReturnType<typeof openSubscribed>>;
const receipts: string[] = [];
/** What was told of March while it was in the database. */
const told = new Map<string, LedgerDocument>();
let explained: unknown;
let requestId: string;
let earlyReversal: string;

beforeAll(async () => {
  world = await openWorld({
    now: new Date(`${day}T09:00:00.000Z`),
    settings: { WIZDATA_SEARCH_DEADLINE_MS: "60000", WIZDATA_UNMETERED_CALLS_PER_MINUTE: "10000" },
  });
  [one, other] = [await openSubscribed(world), await openSubscribed(world)];
  const commits: Promise<unknown>[] = [];
  for (let call = 0; call < manyEvents; call++) {
    world.clock.advance(7);
    const member = one.answer({ rows: call, bytes: 10 });
    receipts.push(member.eventId);
    commits.push(use(member));
    if (call % 400 === 0) commits.push(use(other.answer({ rows: 5 })));
  }
  await Promise.all(commits);
  // An answer of the last moment of March, which is stored in April.
  world.clock.set(new Date("2026-03-31T23:59:59.990Z"));
  const late = one.answer({ rows: 3 });
  world.clock.set(new Date(`${edge}T00:00:00.010Z`));
  await use(late);
  world.clock.set(new Date(`${edge}T10:00:00.000Z`));
  await use(one.answer({ rows: 4 }));
  world.clock.set(new Date("2026-05-20T10:00:00.000Z"));
  earlyReversal = (await reverse(receipts[0])).body.id;
  world.clock.set(new Date("2026-06-15T12:00:00.000Z"));
  await world.signDays();
  for (const signed of [day, edge]) told.set(signed, await wholeDay(signed));
  explained = (await explain(receipts[1])).body.data;
  requestId = (await event(receipts[1])).body.request_id;
  await archive();
}, 180_000);
afterAll(() => world.close());

async function use(member: Member): Promise<void> {
  await world.services.meter.commit(member);
  world.services.meter.left(member.eventId);
}

/** What has been kept for two months leaves. */
async function archive(): Promise<void> {
  const { db } = world.services.store;
  await vi.waitFor(async () => expect(await pendingEvents(db)).toEqual([]), { timeout: 20_000 });
  await createArchiver({ ...world.services, config: { ...world.config, usageEventsKeptDays: 60 } }).run();
}

/** As after a restart. */
const forget = () => {
  world.services.partnerDays = createPartnerDays(world.services);
};

const ledger = (signed: string, query = "") =>
  world.ask("GET", `/usage/ledger?day=${signed}${query}`, { key: one.key });
const event = (id = "") => world.ask("GET", `/usage/events/${id}`, { key: one.key });
const explain = (named = "") => world.ask("GET", `/usage/requests/${named}`, { key: one.key });
const reverse = (id = "") => world.ask("POST", `/usage/events/${id}/reverse`, { body: { reason: "A wrong price" } });

async function wholeDay(signed: string): Promise<LedgerDocument> {
  const pages: LedgerDocument[] = [];
  for (let after = ""; ; ) {
    const { status, body } = await ledger(signed, `&limit=700${after && `&after=${after}`}`);
    if (status !== 200) throw new Error(JSON.stringify(body));
    pages.push(body);
    if (!body.has_more) break;
    after = encodeURIComponent(body.next_cursor);
  }
  const [first] = pages;
  if (!first) throw new Error("There is a page.");
  return { ...first, data: pages.flatMap(({ data }) => data) };
}

async function verdict(document: LedgerDocument) {
  const answer = await world.fetch("http://wizdata.test/.well-known/wizdata-keys.json");
  const { keys } = (await answer.json()) as { keys: Parameters<typeof verifyLedger>[1] };
  return verifyLedger(document, keys, { sha256, isSignedBy });
}

async function unsound() {
  const promises = ["event_rollups", "rollup_months", "event_counters", "no_negative_count", "event_reversed_once"];
  const results = await runCheck(world.config, { quick: false });
  const wanted = results.filter(({ name }) => [...promises, "usage_archives", "ledger_days"].includes(name));
  expect(wanted).toHaveLength(promises.length + 2);
  return wanted.filter(({ status }) => status !== "passed");
}

test("a day whose month has left the database is proven as it was, to whoever asked before and after a restart", async () => {
  const months = (await selectArchives(world.services.store.db)).map(({ month }) => month);
  expect(months).toEqual(["2026-03"]);
  expect(await wholeDay(day)).toEqual(told.get(day));
  forget();
  const document = await wholeDay(day);
  expect(document).toEqual(told.get(day));
  const { faults, proven, isWhole } = await verdict(document);
  expect({ faults, isWhole }).toEqual({ faults: [], isWhole: true });
  expect([...proven].sort()).toEqual(receipts.toSorted());
  for (const receipt of [receipts[0], receipts[511], receipts[512], receipts.at(-1)]) {
    const { body } = await ledger(day, `&receipt=${receipt}`);
    expect(await verdict(body)).toMatchObject({ faults: [], proven: new Set([receipt]) });
    expect(JSON.stringify(body)).not.toContain(other.id);
  }
});

test("a day with an event of the archive and one of the database is proven whole", async () => {
  forget();
  const document = await wholeDay(edge);
  expect(document.data.map((entry) => entry.event.rows)).toEqual([3, 4]);
  expect(document).toEqual(told.get(edge));
  expect(await verdict(document)).toMatchObject({ faults: [], isWhole: true });
});

test("an archived day whose events are not those that were signed is not shown as proven", async () => {
  const { store } = world.services;
  const setEvents = (root: string) =>
    store.transaction(async (tx) => {
      const { ledgerPartnerDays } = tx.t;
      await tx.update(ledgerPartnerDays).set({ root }).where(eq(ledgerPartnerDays.partnerId, other.id));
    });
  const asked = () => world.ask("GET", `/usage/ledger?day=${day}`, { key: other.key });
  const { body } = await asked();
  expect(body.data).toHaveLength(3);
  await setEvents("00");
  forget();
  expect((await asked()).body).toMatchObject({ status: 410, code: "ledger_not_readable" });
  await setEvents(body.partner.root);
});

test("an archived answer is explained by its receipt as before, and its Request-Id says that it takes the receipt", async () => {
  forget();
  expect((await explain(receipts[1])).body.data).toEqual(explained);
  expect(explained).toMatchObject([{ proof: { day }, proof_note: null, reversal: null }]);
  const { status, body } = await explain(requestId);
  expect([status, body.detail]).toEqual([404, expect.stringContaining("by its receipt")]);
  const answer = await world.ask("GET", `/usage/requests/${receipts[1]}`, { key: other.key });
  expect([answer.status, answer.body.detail]).toEqual([404, body.detail]);
});

test("what was taken back in a month that is still here says so", async () => {
  const [explanation] = (await explain(receipts[0])).body.data;
  expect(explanation.reversal).toMatchObject({ receipt: earlyReversal, outcome: "corrected" });
  const [same] = (await explain(earlyReversal)).body.data;
  expect(same).toEqual(explanation);
  const { status, body } = await reverse(receipts[0]);
  expect([status, body.code, body.detail]).toEqual([409, "conflict", expect.stringContaining(earlyReversal)]);
});

/** Each at the same time, twice in one process; on Postgres others are asked beside it. */
async function reverseEverywhere(ids: readonly string[]) {
  const { services, app } = world;
  const others = isPostgres
    ? await Promise.all([1, 2].map(() => openServices(world.config, { log: services.log, clock: world.clock.now })))
    : [];
  const apps = [app, app, ...others.map((other) => createApp(other.services))];
  const ask = async (asked: typeof app, id: string) => {
    const answer = await asked.request(`/api/v1/usage/events/${id}/reverse`, {
      method: "POST",
      headers: { authorization: `Bearer ${world.operatorKey}`, "content-type": "application/json" },
      body: JSON.stringify({ reason: "A wrong price" }),
    });
    return { status: answer.status, body: (await answer.json()) as UsageEvent }; // where it is 201
  };
  try {
    const made: UsageEvent[] = [];
    for (const id of ids) {
      const answers = await Promise.all(apps.map((asked) => ask(asked, id)));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, ...apps.slice(1).map(() => 409)]);
      made.push(...answers.filter(({ status }) => status === 201).map(({ body }) => body));
    }
    return made;
  } finally {
    for (const { close } of others) await close();
  }
}

test("an archived event is taken back once, whoever is asked, and reports, counters and checks agree", async () => {
  const report = async () =>
    (await world.ask("GET", "/usage?by=month&from=2026-03-01&to=2026-04-01", { key: one.key })).body;
  const before = await report();
  const ids = receipts.slice(2, 10);
  const [made, ...more] = await reverseEverywhere(ids);
  expect(more).toHaveLength(ids.length - 1);
  expect(made).toMatchObject({ corrects: receipts[2], rows: -2, units: -1, local_date: day, outcome: "corrected" });
  const after = await report();
  expect([after.totals.calls, after.totals.rows]).toEqual([before.totals.calls - 8, before.totals.rows - 44]);
  expect((await explain(receipts[2])).body.data[0].reversal).toMatchObject({ receipt: made?.id });
  const { body } = await world.ask("GET", "/usage/reconciliation?from=2026-03-01&to=2026-04-01");
  expect(body.differences_count).toBe(0);
  expect(await unsound()).toEqual([]);
  const { status } = await reverse("use_01jcz3q8v4k2m6n8p0r2t4w6x8");
  expect(status).toBe(404);
});

test("a reversal that has left too is found, and nothing is taken back twice", async () => {
  world.clock.set(new Date("2026-09-15T12:00:00.000Z"));
  await world.signDays();
  await archive();
  const months = (await selectArchives(world.services.store.db)).map(({ month }) => month);
  expect(months).toEqual(["2026-03", "2026-04", "2026-05", "2026-06"]);
  const { status, body } = await reverse(receipts[0]);
  expect([status, body.detail]).toEqual([409, expect.stringContaining(earlyReversal)]);
  expect((await reverse(earlyReversal)).body.detail).toContain(`takes ${receipts[0]} back itself`);
  const [explanation] = (await explain(earlyReversal)).body.data;
  expect(explanation).toMatchObject({ receipt: receipts[0], reversal: { receipt: earlyReversal } });
  expect((await reverse(receipts[20])).status).toBe(201);
  expect(await unsound()).toEqual([]);
});

test("with its workers gone a platform says that it cannot read archives now", async () => {
  await world.services.lake.close();
  forget();
  const answers = await Promise.all([ledger(day), explain(receipts[21]), reverse(receipts[21])]);
  for (const { status, body, headers } of answers)
    expect([status, body.code, headers.get("retry-after")]).toEqual([503, "unavailable", "2"]);
});
