import { afterAll, beforeAll, expect, test } from "vitest";
import { eq } from "../store/drizzle.ts";
import { openSubscribed } from "../testing/subscribed.ts";
import { openWorld, type World } from "../testing/world.ts";
import type { Member, Verdict } from "./meter.ts";
import { sweepRecentCalls } from "./recent-calls-expiry.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const call = { id: "call-0123456789", queryHash: "7-abc-100" };
const commit = (member: Member) => world.services.meter.commit(member);
const receiptOf = (verdict: Verdict) => (verdict.admitted ? verdict.receipt : verdict.problem.code);

test("a client's own retry of a call is answered with the first receipt and not charged again", async () => {
  const { answer, key } = await openSubscribed(world, { billing: "payg", pricePerCall: 7, license: { perDay: 1 } });
  const first = answer({ call });
  expect(receiptOf(await commit(first))).toBe(first.eventId);
  expect(receiptOf(await commit(answer({ call })))).toBe(first.eventId);
  const { body } = await world.ask("GET", "/usage", { key });
  expect(body.totals).toMatchObject({ calls: 1, units: 1, amounts: [{ amount_millis: 7_000 }] });
});

test("of many retries at once, in one group and over several, one is charged", async () => {
  const { answer, key } = await openSubscribed(world);
  const verdicts = await Promise.all(Array.from({ length: 60 }, () => commit(answer({ call }))));
  expect(new Set(verdicts.map(receiptOf)).size).toBe(1);
  expect((await world.ask("GET", "/usage", { key })).body.totals).toMatchObject({ calls: 1, units: 1 });
});

test("another query under the name of a call, and the same one long after, are calls of their own", async () => {
  const { answer, key } = await openSubscribed(world);
  await commit(answer({ call }));
  await commit(answer({ call: { ...call, queryHash: "7-other-100" } }));
  const calls = async () => (await world.ask("GET", "/usage", { key })).body.totals.calls;
  expect(await calls()).toBe(2);
  world.clock.advance(600_001);
  await commit(answer({ call: { ...call, queryHash: "7-other-100" } }));
  expect(await calls()).toBe(3);
});

test("the name of a call is its lineage's: nobody can ride on another's", async () => {
  const mine = await openSubscribed(world);
  const theirs = await openSubscribed(world);
  await commit(mine.answer({ call }));
  const member = theirs.answer({ call });
  expect(receiptOf(await commit(member))).toBe(member.eventId);
});

test("who lost the right is refused, retry or not", async () => {
  const { answer, keyId } = await openSubscribed(world);
  await commit(answer({ call }));
  await world.ask("POST", `/keys/${keyId}/revoke`);
  expect(receiptOf(await commit(answer({ call })))).toBe("unauthenticated");
});

test("calls that no retry can be of any more are forgotten, and those that can are kept", async () => {
  const { answer, lineageId } = await openSubscribed(world);
  const { store } = world.services;
  const { recentCalls } = store.db.t;
  await commit(answer({ call: { ...call, id: "call-of-before-0" } }));
  world.clock.advance(600_000);
  await commit(answer({ call }));
  world.clock.advance(1);
  await sweepRecentCalls(world.services);
  const kept = await store.db.select().from(recentCalls).where(eq(recentCalls.lineageId, lineageId));
  expect(kept.map(({ callId }) => callId)).toEqual([call.id]);
});
