import { dayText, eventText, MerkleTree, partnerDayText } from "@wizdata/shared";
import { afterEach, beforeEach, expect, test } from "vitest";
import { sha256 } from "../meter/block.ts";
import { asc } from "../store/drizzle.ts";
import { openSubscribed } from "../testing/subscribed.ts";
import { openWorld, type World } from "../testing/world.ts";
import { isSignedBy } from "./keys.ts";
import { readEvents } from "./queries.ts";
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

test("a day is signed a minute after it is over, over each partner's events", async () => {
  const [one, two] = [await openSubscribed(world), await openSubscribed(world)];
  await use(3, one);
  await use(5, two);
  at("2026-03-11T00:00:59.999Z");
  await signDueDays(world.services);
  expect(await days()).toEqual([]);
  at("2026-03-11T00:01:00.000Z");
  await signDueDays(world.services);
  const [signed, ...more] = await days();
  expect([signed?.day, signed?.partners, signed?.events, more]).toEqual([day, 2, 8, []]);

  // By hand, from nothing but the events.
  const { db } = world.services.store;
  const events = await readEvents(db)({ after: "", before: "v", limit: 100 });
  const top = new MerkleTree(sha256);
  for (const partner_id of [one.id, two.id].sort()) {
    const tree = new MerkleTree(sha256);
    for (const event of events.filter((each) => each.partner_id === partner_id)) tree.add(sha256(eventText(event)));
    top.add(sha256(partnerDayText({ day, partner_id, events: tree.size, root: tree.root() })));
  }
  expect(signed?.root).toBe(top.root());
  const [key] = await db.select().from(db.t.signingKeys);
  const text = dayText({ day, root: top.root(), partners: 2, events: 8, heads: signed?.heads ?? [] });
  expect(isSignedBy(key?.publicKey ?? "", text, signed?.signature ?? "")).toBe(true);
});

test("every day since the first is signed, once, also one without events", async () => {
  const subject = await openSubscribed(world);
  await use(2, subject);
  at("2026-03-12T12:00:00.000Z");
  await use(1, subject);
  at("2026-03-13T12:00:00.000Z");
  await Promise.all([signDueDays(world.services), signDueDays(world.services)]);
  const signed = await days();
  expect(signed.map((row) => [row.day, row.partners, row.events])).toEqual([
    [day, 1, 2],
    ["2026-03-11", 0, 0],
    ["2026-03-12", 1, 1],
  ]);
  await signDueDays(world.services);
  expect(await days()).toEqual(signed);
});

test("a day counts what was counted on it, whenever its answers were made", async () => {
  const subject = await openSubscribed(world);
  at("2026-03-10T23:59:59.900Z");
  const late = subject.answer();
  at("2026-03-11T00:00:05.000Z");
  await world.services.meter.commit(late);
  at("2026-03-12T00:01:00.000Z");
  await signDueDays(world.services);
  expect((await days()).map((row) => [row.day, row.events])).toEqual([
    [day, 0],
    ["2026-03-11", 1],
  ]);
});
