import { hash } from "node:crypto";
import { blockRootText, blockText, eventText, genesisText } from "@wizdata/shared";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createLog } from "../log.ts";
import { and, asc, eq, sql } from "../store/drizzle.ts";
import type { PostgresStore } from "../store/postgres.ts";
import type { SqliteStore } from "../store/sqlite.ts";
import { openSubscribed } from "../testing/subscribed.ts";
import { isPostgres, openWorld, type World } from "../testing/world.ts";
import { toLedgerEvent } from "./block.ts";
import { openMeter } from "./open-meter.ts";

let world: World;
let fatal: unknown[];
beforeEach(async () => {
  fatal = [];
  world = await openWorld({ onFatal: (error) => fatal.push(error) });
});
afterEach(() => world.close());

const sha256 = (text: string) => hash("sha256", text);
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

/** The meter of a process that comes after this one has died, so that its chain is silent. */
async function openSuccessor() {
  const { store } = world.services;
  const { chains } = store.db.t;
  for (;;) {
    const seenAt = isPostgres ? sql`now() - interval '1 minute'` : undefined;
    if (seenAt) await store.transaction((tx) => tx.update(chains).set({ seenAt }));
    const successor = await open();
    const [own] = await store.db.select().from(chains).where(eq(chains.id, world.services.meter.chain));
    if (own?.endedAt) return successor;
    // The first process said in between that it lives.
    await successor.close();
  }
}

async function open() {
  const { store, clock, newId } = world.services;
  return openMeter({
    store: store as SqliteStore | PostgresStore, // a world has a real one
    clock,
    newId,
    log: createLog("silent"),
    readiness: { reason: undefined },
    onFatal: () => {},
  });
}

const eventsOf = async (partnerId: string) => {
  const { db } = world.services.store;
  const { usageEvents } = db.t;
  return db.select().from(usageEvents).where(eq(usageEvents.partnerId, partnerId)).orderBy(asc(usageEvents.id));
};

test("usage whose answer had not left when its process died is taken back, and what had left stays", async () => {
  const { answer, id, key } = await openSubscribed(world, { billing: "payg", pricePerCall: 7 });
  const { meter } = world.services;
  const answers = [answer(), answer(), answer()];
  for (const member of answers) await meter.commit(member);
  const [received, ...lost] = answers;
  meter.left(received?.eventId ?? "");
  // The next commit stores what has left by then.
  const last = answer({ rows: 5 });
  await meter.commit(last);

  const successor = await openSuccessor();
  const events = await eventsOf(id);
  const reversals = events.filter(({ outcome }) => outcome === "interrupted");
  expect(reversals.map(({ corrects }) => corrects).sort()).toEqual(
    [...lost, last].map(({ eventId }) => eventId).sort(),
  );
  expect(reversals.find(({ corrects }) => corrects === last.eventId)).toMatchObject({
    units: -1,
    rows: -5,
    amountMillis: -7_000,
    chain: successor.chain,
  });
  const { body: limits } = await world.ask("GET", "/usage/limits", { key });
  expect(limits.data.map(({ name, used }: { name: string; used: number }) => [name, used])).toEqual(
    expect.arrayContaining([
      ["license-day", 1],
      ["license-month", 1],
      ["plan-day", 1],
    ]),
  );
  const { body: report } = await world.ask("GET", "/usage", { key });
  expect(report.totals).toMatchObject({ calls: 1, rows: 0, units: 1, amounts: [{ amount_millis: 7_000 }] });
  await successor.close();
});

test("a process that was taken for dead stores nothing more: it is told, and ends", async () => {
  const { answer } = await openSubscribed(world);
  const { meter } = world.services;
  await meter.commit(answer());
  const successor = await openSuccessor();
  await expect(meter.commit(answer())).rejects.toMatchObject({ code: "unavailable" });
  expect(fatal).toMatchObject([{ code: "METER_CHAIN_ENDED" }]);
  expect((await successor.commit(answer())).admitted).toBe(true);
  await successor.close();
});

test("chains hold: each block names the one before it and the events that are in it, and each chain those it follows", async () => {
  const { answer } = await openSubscribed(world);
  const { meter, store } = world.services;
  await Promise.all(Array.from({ length: 40 }, () => meter.commit(answer({ rows: 3, asked: "code=SCOM" }))));
  const successor = await openSuccessor();
  const last = answer();
  await successor.commit(last);
  successor.left(last.eventId);
  await successor.close();
  const { db } = store;
  const { chains, blocks, usageEvents } = db.t;
  const rows = await db.select().from(chains);
  const all = rows.toSorted((one, other) => one.firstHeads.length - other.firstHeads.length);
  expect(all).toHaveLength(2);
  expect(all[1]?.firstHeads).toEqual([[all[0]?.id, all[0]?.seq, all[0]?.head]]);
  expect(all.map(({ endedAt }) => endedAt === null)).toEqual([false, false]);
  for (const chain of all) {
    let prev = sha256(genesisText(chain.firstHeads));
    const own = await db.select().from(blocks).where(eq(blocks.chain, chain.id)).orderBy(asc(blocks.seq));
    for (const [at, block] of own.entries()) {
      const where = and(eq(usageEvents.chain, chain.id), eq(usageEvents.block, block.seq));
      const rows = await db.select().from(usageEvents).where(where);
      const leaves = rows.map((row) => ({
        id: row.id,
        leaf: sha256(eventText(toLedgerEvent({ ...row, at: row.at.getTime() }))),
      }));
      const header = { chain: chain.id, seq: at + 1, prev, root: sha256(blockRootText(leaves)), events: rows.length };
      expect(block).toMatchObject({ ...header, hash: sha256(blockText({ ...header, at: block.at.toISOString() })) });
      prev = block.hash;
    }
    expect(chain).toMatchObject({ seq: own.length, head: prev, pending: [] });
  }
  expect(sum((await db.select().from(blocks)).map(({ events }) => events))).toBe(await db.$count(usageEvents));
});

test("an event tells what was asked and which limits were seen", async () => {
  const { answer, id } = await openSubscribed(world, { license: { perDay: 10 } });
  const minutes = "license-minute 1/60;plan-minute 1/1000";
  await world.services.meter.commit(answer({ asked: "code=SCOM&limit=2", minutes }));
  const [event] = await eventsOf(id);
  expect(event?.asked).toBe("code=SCOM&limit=2");
  expect(event?.limits).toMatch(
    /^license-minute 1\/60;plan-minute 1\/1000;license-day 1\/10;license-month 1\/\d+;plan-day 1\/\d+$/,
  );
});
