import { type LedgerDocument, verifyLedger } from "@wizdata/shared";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sha256 } from "../meter/block.ts";
import { eq } from "../store/drizzle.ts";
import { openSubscribed } from "../testing/subscribed.ts";
import { openWorld, type World } from "../testing/world.ts";
import { isSignedBy } from "./keys.ts";
import { signDueDays } from "./sign-days.ts";

const day = "2026-03-10";
const manyEvents = 1_100;

let world: World;
let one: Awaited<ReturnType<typeof openSubscribed>>;
let many: Awaited<ReturnType<typeof openSubscribed>>;
let idle: Awaited<ReturnType<typeof openSubscribed>>;
let touched: Awaited<ReturnType<typeof openSubscribed>>;
const receipts: string[] = [];

beforeAll(async () => {
  world = await openWorld({ settings: { WIZDATA_UNMETERED_CALLS_PER_MINUTE: "10000" } });
  [one, many] = [await openSubscribed(world), await openSubscribed(world)];
  [idle, touched] = [await openSubscribed(world), await openSubscribed(world)];
  const commits: Promise<unknown>[] = [];
  for (let call = 0; call < manyEvents; call++) {
    world.clock.advance(7);
    const member = many.answer({ rows: call, bytes: 10 });
    receipts.push(member.eventId);
    commits.push(world.services.meter.commit(member));
    if (call % 400 === 0) commits.push(world.services.meter.commit(one.answer({ rows: 5 })));
  }
  commits.push(world.services.meter.commit(touched.answer()));
  await Promise.all(commits);
  world.clock.set(new Date("2026-03-11T06:00:00.000Z"));
  await signDueDays(world.services);
}, 180_000);
afterAll(() => world.close());

const ledger = (key: string, query = "") => world.ask("GET", `/usage/ledger?day=${day}${query}`, { key });

async function verdict(document: LedgerDocument) {
  const answer = await world.fetch("http://wizdata.test/.well-known/wizdata-keys.json");
  const { keys } = (await answer.json()) as { keys: Parameters<typeof verifyLedger>[1] };
  return verifyLedger(document, keys, { sha256, isSignedBy });
}

test("a partner proves each of its events, page by page", async () => {
  const pages: LedgerDocument[] = [];
  for (let after = ""; ; ) {
    const { status, body } = await ledger(many.key, `&limit=300${after && `&after=${after}`}`);
    expect(status).toBe(200);
    expect(await verdict(body)).toMatchObject({ faults: [], isWhole: false });
    pages.push(body);
    if (!body.has_more) break;
    after = encodeURIComponent(body.next_cursor);
  }
  expect(pages.map(({ data }) => data.length)).toEqual([300, 300, 300, 200]);
  const [first] = pages;
  if (!first) throw new Error("There is a page.");
  const whole = { ...first, data: pages.flatMap(({ data }) => data) };
  const { faults, proven, isWhole } = await verdict(whole);
  expect({ faults, isWhole }).toEqual({ faults: [], isWhole: true });
  expect([...proven].sort()).toEqual(receipts.toSorted());
  expect(first.signed).toMatchObject({ partners: 3, events: manyEvents + 4 });
});

test("one receipt is proven without the other events, and says nothing of other partners", async () => {
  for (const receipt of [receipts[0], receipts[511], receipts[512], receipts.at(-1)]) {
    const { body } = await ledger(many.key, `&receipt=${receipt}`);
    expect(body.data.map((entry: { event: { id: string } }) => entry.event.id)).toEqual([receipt]);
    expect(await verdict(body)).toMatchObject({ faults: [], proven: new Set([receipt]) });
    expect(JSON.stringify(body)).not.toMatch(new RegExp(`${one.id}|${idle.id}|${one.keyId}`));
  }
  const { body: event } = await world.ask("GET", `/usage/events/${receipts[3]}`, { key: many.key });
  const { body } = await ledger(many.key, `&receipt=${receipts[3]}`);
  const { amount: _amount, ...stored } = event;
  expect(body.data[0].event).toEqual(stored);
});

test("a partner without events on a day has none, and no proof", async () => {
  const { body } = await ledger(idle.key);
  expect(body).toMatchObject({ partner_id: idle.id, partner: null, data: [], has_more: false, next_cursor: null });
  expect(await verdict(body)).toMatchObject({ faults: [], isWhole: true });
});

test("an operator names the partner, and a partner sees no other's", async () => {
  const own = await ledger(one.key);
  expect(own.body.data).toHaveLength(3);
  expect((await ledger(world.operatorKey, `&partner_id=${one.id}`)).body).toEqual(own.body);
  expect((await ledger(world.operatorKey)).body).toMatchObject({ status: 400, errors: [{ path: "partner_id" }] });
  expect((await ledger(one.key, `&partner_id=${many.id}`)).status).toBe(404);
  expect((await ledger(one.key, `&receipt=${receipts[0]}`)).status).toBe(404);
  const { body } = await ledger(many.key, "&limit=1");
  const cursor = encodeURIComponent(body.next_cursor);
  expect((await ledger(one.key, `&after=${cursor}`)).body.code).toBe("invalid_cursor");
});

test.each([
  ["2026-03-11", /signed from 2026-03-12T00:01:00.000Z on/],
  ["2026-03-01", /begins with 2026-03-10/],
])("%s is not signed, and the problem says why", async (unsigned, why) => {
  const { body } = await world.ask("GET", `/usage/ledger?day=${unsigned}`, { key: one.key });
  expect(body).toMatchObject({ status: 409, code: "ledger_not_signed", detail: expect.stringMatching(why) });
});

test("a day whose events were changed afterwards is not shown as proven", async () => {
  await world.services.store.transaction(async (tx) => {
    const { usageEvents } = tx.t;
    await tx.update(usageEvents).set({ rows: 4 }).where(eq(usageEvents.partnerId, touched.id));
  });
  expect((await ledger(touched.key)).body).toMatchObject({ status: 410, code: "ledger_not_readable" });
});
