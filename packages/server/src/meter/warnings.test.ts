import { afterAll, beforeAll, expect, test } from "vitest";
import { Problem } from "../http/problem.ts";
import { and, asc, eq } from "../store/drizzle.ts";
import { openSubscribed } from "../testing/subscribed.ts";
import { openWorld, type World } from "../testing/world.ts";
import { hold, release } from "./holds.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function warningsOf(partnerId: string) {
  const { db } = world.services.store;
  const { events } = db.t;
  const where = and(eq(events.partnerId, partnerId), eq(events.type, "usage.limit_reached"));
  const rows = await db.select().from(events).where(where).orderBy(asc(events.id));
  const payloads = rows.map(({ payload }) => payload as Record<string, unknown>); // an object, as it was stored
  return payloads.toSorted((one, other) => Number(one.percent) - Number(other.percent));
}

test("a partner is warned at 80 % and at 100 % of a limit, once each, in the commit that takes it there", async () => {
  const { answer, id, dataset } = await openSubscribed(world, { license: { perDay: 10 } });
  const commits = async (count: number) => {
    for (let at = 0; at < count; at++) await world.services.meter.commit(answer());
  };
  await commits(7);
  expect(await warningsOf(id)).toEqual([]);
  await commits(1);
  const warning = { name: "license-day", dataset, lineage_id: null, limit: 10, resets_at: "2026-03-10T22:00:00.000Z" };
  expect(await warningsOf(id)).toEqual([{ ...warning, percent: 80, used: 8 }]);
  await commits(4);
  expect(await warningsOf(id)).toEqual([
    { ...warning, percent: 80, used: 8 },
    { ...warning, percent: 100, used: 10 },
  ]);
});

test("what an export reserves warns too, and coming back to a mark warns no second time", async () => {
  const { answer, id } = await openSubscribed(world, { license: { perDay: 5 } });
  const { store } = world.services;
  for (let round = 0; round < 2; round++) {
    const holds = await store.transaction((tx) => hold(tx, answer(), { units: 4, rows: 0 }, world.clock.now()));
    if (holds instanceof Problem) throw holds;
    await store.transaction((tx) => release(tx, holds));
  }
  expect(await warningsOf(id)).toMatchObject([{ name: "license-day", percent: 80, used: 4 }]);
});
