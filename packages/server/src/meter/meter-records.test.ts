import { afterAll, beforeAll, expect, test } from "vitest";
import { and, eq, like, or } from "../store/drizzle.ts";
import { openSubscribed } from "../testing/subscribed.ts";
import { openWorld, type World } from "../testing/world.ts";
import type { Verdict } from "./meter.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const times = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));
const codeOf = (verdict: Verdict) => (verdict.admitted ? "admitted" : verdict.problem.code);
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
const windowOf = ({ windows }: Verdict, name: string) => windows.find((window) => window.name === name);

test("a spending limit is reached exactly and never passed", async () => {
  // 12.5 minor units a call: 1 for the call, and 11.5 for 230 rows. 100 minor units are 8 calls.
  const { answer, id } = await openSubscribed(world, {
    billing: "payg",
    pricePerCall: 1,
    pricePer1000Rows: 50,
    partner: { monthly_spending_limit: 100 },
  });
  const verdicts = await Promise.all(times(30, () => world.services.meter.commit(answer({ rows: 230 }))));
  expect(verdicts.filter(({ admitted }) => admitted)).toHaveLength(8);
  const refused = verdicts.at(-1);
  expect(refused?.admitted === false && refused.problem).toMatchObject({
    status: 429,
    code: "spending_limit_reached",
    fields: { extensions: { limit: { name: "spending-month", quota: 100, remaining: 0 } } },
  });
  await world.ask("PATCH", `/partners/${id}`, { body: { monthly_spending_limit: 112 } });
  expect(codeOf(await world.services.meter.commit(answer({ rows: 230 })))).toBe("spending_limit_reached");
  expect(codeOf(await world.services.meter.commit(answer({ rows: 220 })))).toBe("admitted");
});

test("a test key is limited and never billed", async () => {
  const { answer } = await openSubscribed(world, {
    billing: "payg",
    pricePerCall: 100,
    partner: { monthly_spending_limit: 0 },
    license: { perDay: 1 },
    key: { mode: "test" },
  });
  const member = answer();
  expect(codeOf(await world.services.meter.commit(member))).toBe("admitted");
  expect(codeOf(await world.services.meter.commit(answer()))).toBe("quota_exceeded");
  expect(await eventsOf(member.partnerId)).toMatchObject([{ id: member.eventId, amountMillis: 0, units: 1 }]);
});

test("an answer that nothing has changed is recorded and costs nothing, even when the quota is used up", async () => {
  const { answer, id } = await openSubscribed(world, { billing: "payg", pricePerCall: 7, license: { perDay: 1 } });
  await world.services.meter.commit(answer());
  const verdict = await world.services.meter.commit(answer({ status: 304, units: 0 }));
  expect(codeOf(verdict)).toBe("admitted");
  expect(windowOf(verdict, "license-day")).toMatchObject({ used: 1, remaining: 0 });
  expect((await eventsOf(id)).map(({ status, amountMillis }) => [status, amountMillis]).sort()).toEqual([
    [200, 7_000],
    [304, 0],
  ]);
});

test("events, rollups and counters tell the same sums", async () => {
  const { answer, id, dataset } = await openSubscribed(world, {
    billing: "payg",
    pricePerCall: 2,
    pricePer1000Rows: 30,
    license: { perDay: 150 },
  });
  for (const group of [40, 1, 90, 60]) {
    await Promise.all(
      times(group, (at) => world.services.meter.commit(answer({ rows: at, bytes: at * 10, units: 1 + (at % 3) }))),
    );
    world.clock.advance(3_600_000);
  }
  const events = await eventsOf(id);
  const { db } = world.services.store;
  const rollups = await db.select().from(db.t.rollups).where(eq(db.t.rollups.partnerId, id));
  const counters = await db
    .select()
    .from(db.t.counters)
    .where(or(like(db.t.counters.owner, `%:${id}`), like(db.t.counters.owner, `%:${id}:${dataset}`)));
  expect(rollups.length).toBeGreaterThan(1);
  expect(sum(rollups.map(({ calls }) => calls))).toBe(events.length);
  for (const figure of ["rows", "bytes", "units", "amountMillis"] as const) {
    expect(sum(rollups.map((rollup) => rollup[figure]))).toBe(sum(events.map((event) => event[figure])));
  }
  const used = Object.fromEntries(
    counters.map(({ owner, window, used }) => [`${owner.split(":")[0]}-${window}`, used]),
  );
  const units = sum(events.map((event) => event.units));
  expect(used).toEqual({
    "license-day": units,
    "license-month": units,
    "plan-day": units,
    "spend-month": sum(events.map((event) => event.amountMillis)),
  });
  world.clock.advance(-4 * 3_600_000);
});

test("a segment is one price in one billing period", async () => {
  const { answer, id, subscriptionId } = await openSubscribed(world, { billing: "monthly" });
  await world.services.meter.commit(answer());
  await world.services.store.transaction(async (tx) => {
    const { subscriptions } = tx.t;
    await tx
      .update(subscriptions)
      .set({ priceVersion: 2, anchorDate: "2026-01-31" })
      .where(and(eq(subscriptions.id, subscriptionId), eq(subscriptions.partnerId, id)));
  });
  await world.services.meter.commit(answer());
  expect((await eventsOf(id)).map(({ segment }) => segment).sort()).toEqual(["2026-02-28.2", "2026-03-10.1"]);
});

async function eventsOf(partnerId: string) {
  const { db } = world.services.store;
  return db.select().from(db.t.usageEvents).where(eq(db.t.usageEvents.partnerId, partnerId));
}
