import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { lockChain } from "../meter/chain.ts";
import { findReversible, reverseEvents } from "../meter/reversals.ts";
import { and, eq, sql } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";
import { openSubscribed } from "../testing/subscribed.ts";
import { openWorld, type World } from "../testing/world.ts";
import type { Difference, Reconciliation } from "./schemas.ts";

let world: World;
let used: Awaited<ReturnType<typeof openUsed>>;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  used = await openUsed();
});
afterAll(() => world.close());

/** Usage of two partners on two days, one of them with money, caps, a call that was taken back, and a 304. */
async function openUsed() {
  const { commit } = world.services.meter;
  const rich = await openSubscribed(world, {
    billing: "payg",
    pricePerCall: 2,
    pricePer1000Rows: 5,
    partner: { time_zone: "Africa/Johannesburg" },
    key: { caps: { per_day: 1_000 } },
  });
  const other = await openSubscribed(world, { partner: { time_zone: "America/New_York" } });
  const start = world.clock.now();
  const taken = rich.answer({ rows: 9, bytes: 90 });
  for (const member of [rich.answer({ rows: 100, bytes: 1_000 }), taken, other.answer({ units: 3, rows: 7 })])
    await commit(member);
  world.clock.advance(86_400_000);
  for (const member of [rich.answer({ status: 304, units: 0 }), other.answer({ rows: 1 })]) await commit(member);
  await takeBack(taken.eventId);
  world.clock.set(start);
  return { rich, other, taken };
}

async function takeBack(eventId: string): Promise<void> {
  const { store, newId, meter, clock } = world.services;
  await store.transaction(async (tx) => {
    const end = await lockChain(tx, meter.chain, clock());
    const taking = { outcome: "corrected", reason: "It was a fault of ours" } as const;
    await reverseEvents(tx, end, await findReversible(tx, [eventId]), taking, newId);
  });
}

const reconciled = async (query = ""): Promise<Reconciliation> => {
  const { status, body } = await world.ask("GET", `/usage/reconciliation${query}`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
};
const differencesNow = async (query = "") => (await reconciled(query)).differences;

/** Breaks what is stored, looks, and mends it. */
async function broken(work: (tx: Db) => Promise<unknown>, mend: (tx: Db) => Promise<unknown>): Promise<Difference[]> {
  const { transaction } = world.services.store;
  await transaction(work);
  try {
    return await differencesNow();
  } finally {
    await transaction(mend);
  }
}

test("events, rollups, months, counters and ledger agree to the unit, reversals included", async () => {
  const { rich } = used;
  const ofOne = await reconciled(`?partner_id=${rich.id}`);
  expect(ofOne).toMatchObject({
    from: "2026-03-01",
    to: "2026-04-01",
    partner_id: rich.id,
    compared: { key_days: 2, key_months: 1 },
    totals: { events: { calls: 2, rows: 100, bytes: 1_000, units: 1, amount_millis: 2_500 } },
    archived_months: [],
    differences_count: 0,
    differences: [],
  });
  const all = await reconciled();
  expect(all).toMatchObject({ partner_id: null, differences_count: 0 });
  const { events, rollups, months, counters, ledger } = all.totals;
  expect(rollups).toEqual(events);
  expect(months).toEqual(events);
  expect(counters.used).toBe(counters.expected);
  expect(ledger.events).toBe(ledger.stored);
  expect(all.compared.counters).toBeGreaterThanOrEqual(10);
  expect(ledger.blocks).toBeGreaterThan(5);
});

test("days are the partners' own, and a reversal counts in the day of what it takes back", async () => {
  const { totals } = await reconciled(`?partner_id=${used.rich.id}&from=2026-03-10&to=2026-03-11`);
  expect(totals).toMatchObject({ events: { calls: 1, rows: 100, units: 1 }, months: null });
});

test("a rollup that is one off is named by its key, its day and its figure", async () => {
  const { rich } = used;
  const grow = (by: number) => (tx: Db) => {
    const { rollups } = tx.t;
    const isIt = and(eq(rollups.keyId, rich.keyId), eq(rollups.localDate, "2026-03-10"), eq(rollups.outcome, "ok"));
    return tx
      .update(rollups)
      .set({ rows: sql`${rollups.rows} + ${by}` })
      .where(isIt);
  };
  expect(await broken(grow(1), grow(-1))).toEqual([
    {
      kind: "rollups",
      subject: `${rich.keyId} ok`,
      partner_id: rich.id,
      period: "2026-03-10",
      figure: "rows",
      expected: 109,
      found: 110,
    },
    {
      kind: "months",
      subject: `${rich.keyId} ok`,
      partner_id: rich.id,
      period: "2026-03",
      figure: "rows",
      expected: 110,
      found: 109,
    },
  ]);
});

test("a counter that is off is named, and so is one that is gone", async () => {
  const { rich, other } = used;
  const grow = (by: number) => (tx: Db) => {
    const { counters } = tx.t;
    return tx
      .update(counters)
      .set({ used: sql`${counters.used} + ${by}` })
      .where(and(eq(counters.owner, `key:${rich.lineageId}`), eq(counters.start, "2026-03-10")));
  };
  const about = { kind: "counters", figure: "used", period: "2026-03-10" };
  expect(await broken(grow(5), grow(-5))).toEqual([
    { ...about, subject: `key-day of ${rich.lineageId}`, partner_id: null, expected: 1, found: 6 },
  ]);
  const row = { owner: `plan:${other.id}`, window: "day", start: "2026-03-10" };
  const found = await broken(
    (tx) => tx.delete(tx.t.counters).where(and(eq(tx.t.counters.owner, row.owner), eq(tx.t.counters.start, row.start))),
    (tx) => tx.insert(tx.t.counters).values({ ...row, used: 3, held: 0 }),
  );
  expect(found).toEqual([
    { ...about, subject: `plan-day of ${other.id}`, partner_id: other.id, expected: 3, found: 0 },
  ]);
});

test("an event that is gone is missed by its rollups, its counters and its block", async () => {
  const { rich, taken } = used;
  const { db } = world.services.store;
  const { usageEvents } = db.t;
  const isIt = and(eq(usageEvents.partnerId, rich.id), eq(usageEvents.rows, 100));
  const [event] = await db.select().from(usageEvents).where(isIt);
  if (!event) throw new Error("It was stored.");
  const found = await broken(
    (tx) => tx.delete(usageEvents).where(isIt),
    (tx) => tx.insert(usageEvents).values(event),
  );
  expect(taken.eventId).not.toBe(event.id);
  const kinds = found.map(({ kind, figure }) => `${kind} ${figure}`);
  expect(new Set(kinds)).toEqual(
    new Set([
      ...["calls", "rows", "bytes", "units", "amount_millis"].map((figure) => `rollups ${figure}`),
      "counters used",
      "blocks events",
    ]),
  );
  expect(found).toContainEqual({
    kind: "blocks",
    subject: `${event.chain} ${event.block}`,
    partner_id: null,
    period: "2026-03-10",
    figure: "events",
    expected: 0,
    found: 1,
  });
});

test("a block that is gone is missed by the event that names it", async () => {
  const { db } = world.services.store;
  const { blocks, usageEvents } = db.t;
  const [event] = await db.select().from(usageEvents).where(eq(usageEvents.id, used.taken.eventId));
  const isIt = and(eq(blocks.chain, event?.chain ?? ""), eq(blocks.seq, event?.block ?? 0));
  const [block] = await db.select().from(blocks).where(isIt);
  if (!block) throw new Error("It was stored.");
  const found = await broken(
    (tx) => tx.delete(blocks).where(isIt),
    (tx) => tx.insert(blocks).values(block),
  );
  expect(found).toMatchObject([{ kind: "blocks", expected: 1, found: 0 }]);
  expect(found[0]?.subject).toBe(`${block.chain} ${block.seq}, which is not there`);
});

test("a month that is off is held against the rollups of its days", async () => {
  const { rich } = used;
  const grow = (by: number) => (tx: Db) => {
    const { rollupMonths } = tx.t;
    return tx
      .update(rollupMonths)
      .set({ calls: sql`${rollupMonths.calls} + ${by}` })
      .where(and(eq(rollupMonths.keyId, rich.keyId), eq(rollupMonths.outcome, "corrected")));
  };
  expect(await broken(grow(2), grow(-2))).toMatchObject([
    { kind: "months", period: "2026-03", subject: `${rich.keyId} corrected`, figure: "calls", expected: -1, found: 1 },
  ]);
});

test("what is written meanwhile shows in none of it", async () => {
  const { rich, other } = used;
  const { commit } = world.services.meter;
  let isOver = false;
  const writing = Promise.all(
    [rich, other].map(async ({ answer }) => {
      const ids: string[] = [];
      while (!isOver) {
        const members = Array.from({ length: 8 }, () => answer({ rows: 3, bytes: 30 }));
        await Promise.all(members.map(commit));
        ids.push(...members.map(({ eventId }) => eventId));
        await takeBack(ids.pop() ?? "");
      }
      return ids.length;
    }),
  );
  const looks: Reconciliation[] = [];
  for (let look = 0; look < 8; look++) looks.push(await reconciled());
  isOver = true;
  const written = await writing;
  expect(looks.flatMap(({ differences }) => differences)).toEqual([]);
  const calls = looks.map(({ totals }) => totals.events.calls);
  expect(calls.at(-1)).toBeGreaterThan(calls[0] ?? 0);
  expect((await reconciled()).totals.events.calls).toBeGreaterThanOrEqual((calls[0] ?? 0) + Math.min(...written) - 8);
});

test.each([
  ["a range that runs backwards", "from=2026-03-11&to=2026-03-11", "to"],
  ["a range of more than a month", "from=2026-01-01&to=2026-03-01", "to"],
  ["a day that does not exist", "from=2026-02-30", "from"],
])("%s is refused by name", async (_case, query, path) => {
  expect((await world.ask("GET", `/usage/reconciliation?${query}`)).body).toMatchObject({
    status: 400,
    errors: [{ path }],
  });
});

test("it is for operators, and a partner that does not exist is none", async () => {
  expect((await world.ask("GET", "/usage/reconciliation", { key: used.rich.key })).status).toBe(403);
  expect((await world.ask("GET", "/usage/reconciliation?partner_id=par_00000000000000000000000000")).status).toBe(404);
});
