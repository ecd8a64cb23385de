import { afterAll, beforeAll, expect, test } from "vitest";
import { eq } from "../store/drizzle.ts";
import { openSubscribed } from "../testing/subscribed.ts";
import { openWorld, type World } from "../testing/world.ts";
import type { Member } from "./meter.ts";
import type { NamedPart } from "./shared-parts.ts";
import { sweepSharedParts } from "./shared-parts-expiry.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const part = (name: string, rows: number): NamedPart => ({ sha256: name.repeat(64), rows, bytes: rows * 10 });
const [a, b, c] = [part("a", 100), part("b", 20), part("c", 3)];

async function sharing(terms: Parameters<typeof openSubscribed>[1] = {}) {
  const subscribed = await openSubscribed(world, terms);
  const { db } = world.services.store;
  const commit = (parts: NamedPart[], given: Partial<Member> = {}) =>
    world.services.meter.commit(subscribed.answer({ operation: "sharing", parts, ...given }));
  return {
    ...subscribed,
    commit,
    /** What an answer with these parts is charged. */
    async charged(parts: NamedPart[], given: Partial<Member> = {}) {
      const verdict = await commit(parts, given);
      if (!verdict.admitted) throw verdict.problem;
      const [event] = await db.select().from(db.t.usageEvents).where(eq(db.t.usageEvents.id, verdict.receipt));
      if (!event) throw new Error("an admitted answer has its event");
      const { rows, bytes, units, amountMillis } = event;
      expect(verdict.charged).toEqual({ rows, bytes });
      return { rows, bytes, units, amountMillis };
    },
  };
}

test("a part is charged once in 24 hours, and then again; one that is new is charged alone", async () => {
  const { charged } = await sharing({ billing: "payg", pricePerCall: 5, pricePer1000Rows: 7 });
  expect(await charged([a, b])).toEqual({ rows: 120, bytes: 1_200, units: 1, amountMillis: 5_000 + 120 * 7 });
  expect(await charged([b, a])).toEqual({ rows: 0, bytes: 0, units: 0, amountMillis: 0 });
  expect(await charged([a, c])).toEqual({ rows: 3, bytes: 30, units: 1, amountMillis: 5_000 + 3 * 7 });
  world.clock.advance(24 * 3_600_000 - 1);
  expect(await charged([a, b, c])).toMatchObject({ units: 0 });
  world.clock.advance(1);
  expect(await charged([a, b, c])).toMatchObject({ rows: 123, units: 1 });
});

test("answers that ask for the same parts at one moment pay for them once", async () => {
  const { charged } = await sharing();
  const all = await Promise.all(Array.from({ length: 20 }, () => charged([a, b])));
  expect(all.reduce((sum, { rows }) => sum + rows, 0)).toBe(120);
  expect(all.reduce((sum, { units }) => sum + units, 0)).toBe(1);
});

test("what one lineage paid for is not free to another, nor of another dataset", async () => {
  const mine = await sharing();
  const theirs = await sharing();
  await mine.charged([a]);
  expect(await theirs.charged([a])).toMatchObject({ rows: 100, units: 1 });
});

test("who is refused has paid for nothing, and what is free needs no quota", async () => {
  const { commit, charged } = await sharing({ license: { perDay: 1 } });
  await charged([a]);
  const refused = await commit([a, b]);
  expect(refused).toMatchObject({ admitted: false, problem: { code: "quota_exceeded" } });
  expect(await charged([a])).toMatchObject({ units: 0 });
  expect(await commit([b])).toMatchObject({ admitted: false });
});

test("a charge that is taken back leaves its parts to be paid again", async () => {
  const { commit, charged } = await sharing();
  const verdict = await commit([a]);
  if (!verdict.admitted) throw verdict.problem;
  const taken = await world.ask("POST", `/usage/events/${verdict.receipt}/reverse`, { body: { reason: "a test" } });
  expect(taken.status).toBeLessThan(300);
  expect(await charged([a])).toMatchObject({ rows: 100, units: 1 });
});

test("what is not free any more is forgotten", async () => {
  const { charged, dataset } = await sharing();
  const { db } = world.services.store;
  const known = () => db.$count(db.t.sharedParts, eq(db.t.sharedParts.dataset, dataset));
  await charged([a]);
  world.clock.advance(3_600_000);
  await charged([b]);
  world.clock.advance(23 * 3_600_000);
  await sweepSharedParts(world.services);
  expect(await known()).toBe(1);
  world.clock.advance(3_600_000);
  await sweepSharedParts(world.services);
  expect(await known()).toBe(0);
});
