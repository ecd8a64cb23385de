import { afterEach, beforeEach, expect, test } from "vitest";
import { asc, eq } from "../store/drizzle.ts";
import { openSubscribed } from "../testing/subscribed.ts";
import { openWorld, type World } from "../testing/world.ts";
import { selectPartnerDays } from "./queries.ts";
import { signDueDays } from "./sign-days.ts";

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const day = "2026-03-10";
const days = () =>
  world.services.store.db
    .select()
    .from(world.services.store.db.t.ledgerDays)
    .orderBy(asc(world.services.store.db.t.ledgerDays.day));
const at = (time: string) => world.clock.set(new Date(time));

async function use(count: number, subject: Awaited<ReturnType<typeof openSubscribed>>) {
  const receipts: string[] = [];
  for (let call = 0; call < count; call++) {
    world.clock.advance(1);
    const member = subject.answer({ rows: 10 });
    expect((await world.services.meter.commit(member)).admitted).toBe(true);
    receipts.push(member.eventId);
  }
  return receipts;
}

test("what is counted after its day was signed, by a clock that is behind, is of the next day", async () => {
  const subject = await openSubscribed(world);
  await use(1, subject);
  at("2026-03-11T00:01:00.000Z");
  await signDueDays(world.services);
  at("2026-03-10T23:58:00.000Z");
  const [receipt = ""] = await use(1, subject);
  const { db } = world.services.store;
  const [event] = await db.select().from(db.t.usageEvents).where(eq(db.t.usageEvents.id, receipt));
  expect(event?.at.toISOString()).toBe("2026-03-11T00:00:00.000Z");
  at("2026-03-12T00:01:00.000Z");
  await signDueDays(world.services);
  expect((await days()).map((row) => row.events)).toEqual([1, 1]);
});

test("a day that lacks an event of its blocks is not signed, and the log says so", async () => {
  const subject = await openSubscribed(world);
  const [receipt = ""] = await use(2, subject);
  const { store } = world.services;
  const lost = await store.db.select().from(store.db.t.usageEvents).where(eq(store.db.t.usageEvents.id, receipt));
  await store.transaction(
    async (tx) => void (await tx.delete(tx.t.usageEvents).where(eq(tx.t.usageEvents.id, receipt))),
  );
  at("2026-03-11T12:00:00.000Z");
  await signDueDays(world.services);
  expect(await days()).toEqual([]);
  expect(world.log.join("")).toContain("a day was not signed");
  await store.transaction(async (tx) => void (await tx.insert(tx.t.usageEvents).values(lost)));
  await signDueDays(world.services);
  expect((await days()).map((row) => row.events)).toEqual([2]);
});

test("an event whose id is days from where it was counted is found all the same", async () => {
  const subject = await openSubscribed(world);
  at("2026-03-08T12:00:00.000Z");
  const early = subject.answer();
  at("2026-03-10T12:00:00.000Z");
  await world.services.meter.commit(early);
  await use(1, subject);
  at("2026-03-11T12:00:00.000Z");
  await signDueDays(world.services);
  expect(await selectPartnerDays(world.services.store.db, day)).toMatchObject([{ partnerId: subject.id, events: 2 }]);
});
