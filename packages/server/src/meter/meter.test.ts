import { and, eq, like, or } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
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

test("a quota of 100 grants exactly 100 of 1 000 calls at once", async () => {
  const { answer } = await openSubscribed(world, { license: { perDay: 100 } });
  const verdicts = await Promise.all(times(1_000, () => world.services.meter.commit(answer())));
  expect(verdicts.filter(({ admitted }) => admitted)).toHaveLength(100);
  expect(new Set(verdicts.map(codeOf))).toEqual(new Set(["admitted", "quota_exceeded"]));
});

test("calls of 1 to 7 units never pass the quota, and none is refused that fitted when its turn came", async () => {
  const limit = 100;
  const { answer } = await openSubscribed(world, { license: { perDay: limit } });
  const asked = times(200, (at) => 1 + ((at * 5) % 7));
  const verdicts = await Promise.all(asked.map((units) => world.services.meter.commit(answer({ units }))));
  let used = 0;
  verdicts.forEach(({ admitted }, at) => {
    const units = asked[at] ?? 0;
    expect(admitted).toBe(used + units <= limit);
    if (admitted) used += units;
  });
  expect(used).toBe(limit);
});

test("a refusal says which limit, what is left, when it resets and how long that is", async () => {
  const { answer } = await openSubscribed(world, { license: { perDay: 3 }, partner: { time_zone: "Africa/Johannesburg" } });
  await Promise.all(times(3, () => world.services.meter.commit(answer())));
  const verdict = await world.services.meter.commit(answer());
  expect(verdict).toMatchObject({
    admitted: false,
    problem: {
      status: 429, code: "quota_exceeded",
      fields: {
        retryAfterSeconds: (Date.parse("2026-03-10T22:00:00Z") - world.clock.now().getTime()) / 1000,
        extensions: { limit: { name: "license-day", quota: 3, remaining: 0, resets_at: "2026-03-10T22:00:00.000Z" } },
      },
    },
  });
});

test("of several limits the one that is full longest is named", async () => {
  const { answer } = await openSubscribed(world, { license: { perDay: 1, perMonth: 1 } });
  await world.services.meter.commit(answer());
  const verdict = await world.services.meter.commit(answer());
  expect(verdict.admitted === false && verdict.problem.fields.extensions?.limit?.name).toBe("license-month");
});

test("the answer shows every window as it is after it", async () => {
  const { answer } = await openSubscribed(world, { license: { perDay: 10, perMonth: 20 }, key: { caps: { per_day: 5 } } });
  await world.services.meter.commit(answer({ units: 2 }));
  const { windows } = await world.services.meter.commit(answer());
  expect(windows).toMatchObject([
    { name: "license-day", limit: 10, used: 3, held: 0, remaining: 7, windowSeconds: 86_400 },
    { name: "license-month", limit: 20, used: 3, remaining: 17, windowSeconds: 31 * 86_400 },
    { name: "plan-day", used: 3 },
    { name: "key-day", limit: 5, used: 3, remaining: 2 },
  ]);
});

test("a key's own cap binds that key only, and the license's limit binds all keys together", async () => {
  const { answer, id } = await openSubscribed(world, { license: { perDay: 5 }, key: { caps: { per_day: 2 } } });
  const other = await world.ask("POST", `/partners/${id}/keys`, { body: { name: "second" } });
  const ofOther = { keyId: other.body.id, lineageId: other.body.lineage_id };
  const capped = await Promise.all(times(4, () => world.services.meter.commit(answer())));
  expect(capped.filter(({ admitted }) => admitted)).toHaveLength(2);
  const free = await Promise.all(times(9, () => world.services.meter.commit(answer(ofOther))));
  expect(free.filter(({ admitted }) => admitted)).toHaveLength(3);
});

test("a new day begins at the partner's midnight, and a new month with its own count", async () => {
  const home = await openWorld({ now: new Date("2026-03-31T21:59:59.000Z") });
  try {
    const { answer } = await openSubscribed(home, { license: { perDay: 1 }, partner: { time_zone: "Africa/Johannesburg" } });
    expect(codeOf(await home.services.meter.commit(answer()))).toBe("admitted");
    expect(codeOf(await home.services.meter.commit(answer()))).toBe("quota_exceeded");
    home.clock.advance(1_000);
    const verdict = await home.services.meter.commit(answer());
    expect(windowOf(verdict, "license-day")).toMatchObject({ used: 1, resetsAtMs: Date.parse("2026-04-01T22:00:00Z") });
    expect(windowOf(verdict, "license-month")).toMatchObject({ used: 1, windowSeconds: 30 * 86_400 });
  } finally {
    await home.close();
  }
});

test("both keys of a rotation share one count, caps included", async () => {
  const { answer, keyId } = await openSubscribed(world, { key: { caps: { per_day: 4 } } });
  await Promise.all(times(3, () => world.services.meter.commit(answer())));
  const rotated = await world.ask("POST", `/keys/${keyId}/rotate`, { body: { overlap_seconds: 60 } });
  const both = await Promise.all(times(6, (at) => world.services.meter.commit(answer(at % 2 === 0 ? {} : { keyId: rotated.body.id }))));
  expect(both.filter(({ admitted }) => admitted)).toHaveLength(1);
});

test("canceling and subscribing again resets nothing", async () => {
  const { answer, id, dataset, subscriptionId } = await openSubscribed(world, { license: { perDay: 4 } });
  await Promise.all(times(3, () => world.services.meter.commit(answer())));
  await world.ask("POST", `/subscriptions/${subscriptionId}/cancel`);
  const again = await world.ask("POST", `/datasets/${dataset}/subscribe`, { body: { partner_id: id, tier: "premium", billing: "monthly" } });
  const verdicts = await Promise.all(times(3, () => world.services.meter.commit(answer({ subscriptionId: again.body.id }))));
  expect(verdicts.map(codeOf)).toEqual(["admitted", "quota_exceeded", "quota_exceeded"]);
});

test.each([
  ["revoked", "unauthenticated", (subject: { keyId: string }) => world.ask("POST", `/keys/${subject.keyId}/revoke`)],
  ["suspended", "partner_suspended", (subject: { id: string }) => world.ask("POST", `/partners/${subject.id}/suspend`)],
  ["canceled", "subscription_required", (subject: { subscriptionId: string }) => world.ask("POST", `/subscriptions/${subject.subscriptionId}/cancel`)],
] as const)("an answer does not leave when its right was %s after the call was accepted", async (_what, code, end) => {
  const subject = await openSubscribed(world);
  const member = subject.answer();
  expect((await end(subject)).status).toBeLessThan(300);
  expect(codeOf(await world.services.meter.commit(member))).toBe(code);
});

test("a key that expires or retires between accepting and storing is refused", async () => {
  const home = await openWorld();
  try {
    const now = home.clock.now().getTime();
    const expiring = await openSubscribed(home, { key: { expires_at: new Date(now + 1_000).toISOString() } });
    const rotating = await openSubscribed(home);
    await home.ask("POST", `/keys/${rotating.keyId}/rotate`, { body: { overlap_seconds: 1 } });
    home.clock.advance(999);
    expect(codeOf(await home.services.meter.commit(expiring.answer()))).toBe("admitted");
    expect(codeOf(await home.services.meter.commit(rotating.answer()))).toBe("admitted");
    home.clock.advance(1);
    expect(codeOf(await home.services.meter.commit(expiring.answer()))).toBe("unauthenticated");
    expect(codeOf(await home.services.meter.commit(rotating.answer()))).toBe("unauthenticated");
  } finally {
    await home.close();
  }
});

test("who does not fit fails nobody else in its group", async () => {
  const good = await openSubscribed(world);
  const revoked = await openSubscribed(world);
  const full = await openSubscribed(world, { license: { perDay: 0 } });
  await world.ask("POST", `/keys/${revoked.keyId}/revoke`);
  const verdicts = await Promise.all([good, revoked, full, good].map(({ answer }) => world.services.meter.commit(answer())));
  expect(verdicts.map(codeOf)).toEqual(["admitted", "unauthenticated", "quota_exceeded", "admitted"]);
});

test("what cannot be stored at all fails alone", async () => {
  const { answer } = await openSubscribed(world);
  const twice = answer();
  await world.services.meter.commit(twice);
  const outcomes = await Promise.allSettled([answer(), twice, answer()].map((member) => world.services.meter.commit(member)));
  expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
});

test("a spending limit is reached exactly and never passed", async () => {
  // 12.5 minor units a call: 1 for the call, and 11.5 for 230 rows. 100 minor units are 8 calls.
  const { answer, id } = await openSubscribed(world, { billing: "payg", pricePerCall: 1, pricePer1000Rows: 50, partner: { monthly_spending_limit: 100 } });
  const verdicts = await Promise.all(times(30, () => world.services.meter.commit(answer({ rows: 230 }))));
  expect(verdicts.filter(({ admitted }) => admitted)).toHaveLength(8);
  const refused = verdicts.at(-1);
  expect(refused?.admitted === false && refused.problem).toMatchObject({
    status: 429, code: "spending_limit_reached", fields: { extensions: { limit: { name: "spending-month", quota: 100, remaining: 0 } } },
  });
  await world.ask("PATCH", `/partners/${id}`, { body: { monthly_spending_limit: 112 } });
  expect(codeOf(await world.services.meter.commit(answer({ rows: 230 })))).toBe("spending_limit_reached");
  expect(codeOf(await world.services.meter.commit(answer({ rows: 220 })))).toBe("admitted");
});

test("a test key is limited and never billed", async () => {
  const { answer } = await openSubscribed(world, { billing: "payg", pricePerCall: 100, partner: { monthly_spending_limit: 0 }, license: { perDay: 1 }, key: { mode: "test" } });
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
  expect((await eventsOf(id)).map(({ status, amountMillis }) => [status, amountMillis]).sort()).toEqual([[200, 7_000], [304, 0]]);
});

test("events, rollups and counters tell the same sums", async () => {
  const { answer, id, dataset } = await openSubscribed(world, { billing: "payg", pricePerCall: 2, pricePer1000Rows: 30, license: { perDay: 150 } });
  for (const group of [40, 1, 90, 60]) {
    await Promise.all(times(group, (at) => world.services.meter.commit(answer({ rows: at, bytes: at * 10, units: 1 + (at % 3) }))));
    world.clock.advance(3_600_000);
  }
  const events = await eventsOf(id);
  const { db } = world.services.store;
  const rollups = await db.select().from(db.t.rollups).where(eq(db.t.rollups.partnerId, id));
  const counters = await db.select().from(db.t.counters).where(or(like(db.t.counters.owner, `%:${id}`), like(db.t.counters.owner, `%:${id}:${dataset}`)));
  expect(rollups.length).toBeGreaterThan(1);
  expect(sum(rollups.map(({ calls }) => calls))).toBe(events.length);
  for (const figure of ["rows", "bytes", "units", "amountMillis"] as const) {
    expect(sum(rollups.map((rollup) => rollup[figure]))).toBe(sum(events.map((event) => event[figure])));
  }
  const used = Object.fromEntries(counters.map(({ owner, window, used }) => [`${owner.split(":")[0]}-${window}`, used]));
  const units = sum(events.map((event) => event.units));
  expect(used).toEqual({ "license-day": units, "license-month": units, "plan-day": units, "spend-month": sum(events.map((event) => event.amountMillis)) });
  world.clock.advance(-4 * 3_600_000);
});

test("a segment is one price in one billing period", async () => {
  const { answer, id, subscriptionId } = await openSubscribed(world, { billing: "monthly" });
  await world.services.meter.commit(answer());
  await world.services.store.transaction(async (tx) => {
    const { subscriptions } = tx.t;
    await tx.update(subscriptions).set({ priceVersion: 2, anchorDate: "2026-01-31" }).where(and(eq(subscriptions.id, subscriptionId), eq(subscriptions.partnerId, id)));
  });
  await world.services.meter.commit(answer());
  expect((await eventsOf(id)).map(({ segment }) => segment).sort()).toEqual(["2026-02-28.2", "2026-03-10.1"]);
});

async function eventsOf(partnerId: string) {
  const { db } = world.services.store;
  return db.select().from(db.t.usageEvents).where(eq(db.t.usageEvents.partnerId, partnerId));
}
