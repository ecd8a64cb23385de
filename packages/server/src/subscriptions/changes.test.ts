import { afterAll, beforeAll, expect, test } from "vitest";
import { closes, publish } from "../testing/datasets.ts";
import { openWorld, type World } from "../testing/world.ts";
import { sweepDue } from "./due.ts";

const start = new Date("2026-03-10T09:30:00.000Z");
/** Midnight in Johannesburg, a month after the day the subscription is made. */
const periodEnd = "2026-04-09T22:00:00.000Z";
const day = 86_400_000;

let world: World;
beforeAll(async () => {
  world = await openWorld({ now: start });
});
afterAll(() => world.close());

let made = 0;
/** A partner with a subscription, as of the same morning. */
async function subscribed(tier = "basic", billing = "monthly") {
  world.clock.set(start);
  made += 1;
  const slug = `prices-${made}`;
  await publish(world, closes(slug));
  const partner = await world.onboard();
  const subscribe = (terms = {}) =>
    world.ask("POST", `/datasets/${slug}/subscribe`, { body: { partner_id: partner.id, tier, billing, ...terms } });
  const { id } = (await subscribe()).body;
  const path = `/subscriptions/${id}`;
  return {
    ...partner,
    slug,
    subscriptionId: id as string,
    subscribe,
    change: (body: object) => world.ask("POST", `${path}/change`, { body }),
    cancel: (body?: object) => world.ask("POST", `${path}/cancel`, body ? { body } : {}),
    resume: () => world.ask("POST", `${path}/resume`),
    show: async () => (await world.ask("GET", path)).body,
    read: () => world.ask("GET", `/data/${slug}?limit=1`, { key: partner.key }),
    limitOf: async (name: string) =>
      (await world.ask("GET", "/usage/limits", { key: partner.key })).body.data.find(
        (limit: { name: string; dataset: string }) => limit.name === name && limit.dataset === slug,
      ),
  };
}

/** Each time the platform or somebody did this to a subscription, as audit and events remember it. */
async function remembered(id: string, action: string) {
  const { db } = world.services.store;
  const audit = (await db.select().from(db.t.audit)).filter((entry) => entry.target === id && entry.action === action);
  const events = (await db.select().from(db.t.events)).filter(
    ({ type, payload }) => type === action && (payload as { id?: string }).id === id,
  );
  expect(events).toHaveLength(audit.length);
  return audit.sort((a, b) => a.at.getTime() - b.at.getTime());
}

async function segmentsOf(subscriptionId: string) {
  const { db } = world.services.store;
  const rows = (await db.select().from(db.t.rollups)).filter((row) => row.subscriptionId === subscriptionId);
  return Object.fromEntries(rows.map(({ segment, calls, amountMillis }) => [segment, { calls, amountMillis }]));
}

test("a higher tier is there at the next request, at today's price; what was used stays used, in its own segment", async () => {
  const one = await subscribed("basic");
  expect((await one.read()).status).toBe(200);
  const order = await world.ask("POST", "/exports", { key: one.key, body: { dataset: one.slug, format: "csv" } });
  expect(order.body.code).toBe("feature_not_licensed");

  const changed = await one.change({ tier: "premium" });
  expect(changed.body).toMatchObject({
    id: one.subscriptionId,
    tier: "premium",
    price: { amount: 12_345 },
    pending_change: null,
    current_period: { end: periodEnd },
  });
  expect((await one.read()).status).toBe(200);
  expect(await one.limitOf("license-day")).toMatchObject({ limit: 50_000, used: 2 });
  expect(await segmentsOf(one.subscriptionId)).toEqual({
    "2026-03-10.1": { calls: 1, amountMillis: 0 },
    "2026-03-10.2": { calls: 1, amountMillis: 0 },
  });
});

test("a lower tier waits for the end of the period, and is there to the second without anybody's doing", async () => {
  const one = await subscribed("premium");
  const ordered = await one.change({ tier: "basic" });
  expect(ordered.body).toMatchObject({
    tier: "premium",
    price: { amount: 12_345 },
    pending_change: { tier: "basic", billing: "monthly", price: { amount: 6_173 }, at: periodEnd },
  });
  // A price that changes meanwhile is for those who order later.
  await world.ask("PATCH", `/datasets/${one.slug}`, { body: { price: { amount: 99_900 } } });

  world.clock.set(new Date(Date.parse(periodEnd) - 1));
  expect(await one.limitOf("license-day")).toMatchObject({ limit: 50_000 });
  expect((await one.read()).headers.get("ratelimit-policy")).toContain('"license-day";q=50000');
  world.clock.set(new Date(periodEnd));
  expect((await one.read()).headers.get("ratelimit-policy")).toContain('"license-day";q=10000');
  expect(await one.limitOf("license-day")).toMatchObject({ limit: 10_000 });
  const shown = await one.show();
  expect(shown).toMatchObject({ tier: "basic", price: { amount: 6_173 }, pending_change: null });
  expect(shown.current_period.start).toBe(periodEnd);

  // Written down once, whoever comes by and however often; what is shown does not change by it.
  await Promise.all([sweepDue(world.services), sweepDue(world.services), one.resume()]);
  await sweepDue(world.services);
  expect(await remembered(one.subscriptionId, "subscription.changed")).toMatchObject([
    { actor: expect.stringMatching(/^key_/) },
    { actor: "system", before: { tier: "premium" }, after: { tier: "basic" } },
  ]);
  expect(await one.show()).toEqual(shown);
  await one.read();
  expect(await segmentsOf(one.subscriptionId)).toEqual({
    "2026-03-10.1": { calls: 1, amountMillis: 0 },
    "2026-04-10.2": { calls: 2, amountMillis: 0 },
  });
});

test("a pending change gives way to another, and can be withdrawn", async () => {
  const one = await subscribed("premium");
  await one.change({ tier: "basic" });
  expect((await one.change({ tier: "free", billing: "payg" })).body.pending_change).toMatchObject({ tier: "free" });
  expect((await one.change({ tier: "enterprise" })).body).toMatchObject({ tier: "enterprise", pending_change: null });
  await one.change({ tier: "basic" });
  expect((await one.resume()).body).toMatchObject({ tier: "enterprise", pending_change: null });
  expect((await one.resume()).body).toMatchObject({ status: 409, code: "conflict" });
  world.clock.set(new Date(Date.parse(periodEnd) + day));
  expect((await one.show()).tier).toBe("enterprise");
});

test("who says when is heard: a lower tier now, a higher one later, another billing from its own day", async () => {
  const one = await subscribed("premium", "payg");
  await one.read();
  expect((await one.change({ tier: "basic", when: "now" })).body).toMatchObject({ tier: "basic", billing: "payg" });
  const later = await one.change({ tier: "enterprise", billing: "annual", when: "period_end" });
  const monthEnd = "2026-03-31T22:00:00.000Z";
  expect(later.body.pending_change).toMatchObject({ price: { amount: 370_350 }, at: monthEnd });
  await one.read();
  world.clock.set(new Date(monthEnd));
  expect(await one.show()).toMatchObject({
    tier: "enterprise",
    billing: "annual",
    anchor_date: "2026-04-01",
    current_period: { start: monthEnd, end: "2027-03-31T22:00:00.000Z" },
  });
  await one.read();
  // Half a cent a call and what a row costs, until only the year is paid.
  expect(await segmentsOf(one.subscriptionId)).toEqual({
    "2026-03-01.1": { calls: 1, amountMillis: 50_200 },
    "2026-03-01.2": { calls: 1, amountMillis: 50_200 },
    "2026-04-01.3": { calls: 1, amountMillis: 0 },
  });
});

test("canceled at the end of the period it gives its right to the last millisecond, and to no answer after it", async () => {
  const one = await subscribed("basic");
  expect((await one.cancel({ when: "period_end" })).body).toMatchObject({ status: "active", cancels_at: periodEnd });
  expect((await one.cancel({ when: "period_end" })).body).toMatchObject({
    code: "conflict",
    next: [`wizdata subscriptions resume ${one.subscriptionId}`],
  });
  expect((await one.change({ tier: "premium" })).body.code).toBe("conflict");
  const ids = async (status: string) =>
    (await world.ask("GET", `/subscriptions?partner_id=${one.id}&status=${status}`)).body.data.length;

  world.clock.set(new Date(Date.parse(periodEnd) - 1));
  const { headers } = await one.read();
  expect(await ids("active")).toBe(1);
  // A call that was accepted before the end and is stored after it.
  const { db } = world.services.store;
  const [event] = (await db.select().from(db.t.usageEvents)).filter(({ id }) => id === headers.get("wizdata-receipt"));
  if (!event) throw new Error("the answer was not metered");
  world.clock.set(new Date(periodEnd));
  const operation = "query" as const;
  const member = { ...event, operation, eventId: world.services.newId("use"), minutes: "", call: null };
  expect(await world.services.meter.commit(member)).toMatchObject({
    admitted: false,
    problem: { code: "subscription_required" },
  });
  expect((await one.read()).body.code).toBe("subscription_required");
  expect([await ids("active"), await ids("canceled")]).toEqual([0, 1]);
  const shown = await one.show();
  expect(shown).toMatchObject({ status: "canceled", canceled_at: periodEnd, cancels_at: null, current_period: null });

  // Subscribed again before anybody wrote the end down: it is, once, and the new one is another.
  const again = await one.subscribe();
  expect(again.status).toBe(201);
  await sweepDue(world.services);
  expect(await remembered(one.subscriptionId, "subscription.canceled")).toMatchObject([{ actor: "system" }]);
  expect(await one.show()).toEqual(shown);
  expect((await one.read()).status).toBe(200);
});

test("an ordered end can be withdrawn, and until then nobody subscribes beside it", async () => {
  const one = await subscribed("premium");
  await one.change({ tier: "basic" });
  expect((await one.cancel({ when: "period_end" })).body).toMatchObject({
    pending_change: null,
    cancels_at: periodEnd,
  });
  expect((await one.subscribe()).body).toMatchObject({
    code: "already_subscribed",
    next: [`wizdata subscriptions resume ${one.subscriptionId}`, expect.any(String)],
  });
  expect((await one.resume()).body).toMatchObject({ cancels_at: null, pending_change: null, tier: "premium" });
  world.clock.set(new Date(Date.parse(periodEnd) + day));
  expect((await one.read()).status).toBe(200);
  expect((await one.cancel({ when: "now" })).body).toMatchObject({ status: "canceled" });
});

test("what is no change, or of what has ended, is refused with what to do", async () => {
  const one = await subscribed("basic");
  expect((await one.change({ tier: "basic" })).body).toMatchObject({ code: "conflict" });
  expect((await one.change({ when: "now" })).body).toMatchObject({ status: 400, code: "invalid_request" });
  expect((await one.change({ tier: "gold" })).body).toMatchObject({ status: 400, errors: [{ path: "tier" }] });
  expect((await one.cancel({ when: "soon" })).body).toMatchObject({ status: 400, errors: [{ path: "when" }] });
  await world.ask("PATCH", `/datasets/${one.slug}`, { body: { price: { amount: 1, currency: "USD" } } });
  expect((await one.change({ tier: "premium" })).body).toMatchObject({
    code: "conflict",
    detail: expect.stringContaining("USD"),
  });
  await one.cancel();
  for (const refused of [await one.change({ tier: "premium" }), await one.resume(), await one.cancel()])
    expect(refused.body).toMatchObject({ code: "conflict", next: [expect.stringContaining("subscribe")] });
});

test("an export held under one price is settled when the price has changed meanwhile", async () => {
  const one = await subscribed("premium", "payg");
  const { id } = (await world.ask("POST", "/exports", { key: one.key, body: { dataset: one.slug, format: "csv" } }))
    .body;
  await one.change({ tier: "enterprise", billing: "monthly" });
  let status = "queued";
  while (status === "queued" || status === "running")
    status = (await world.ask("GET", `/exports/${id}?wait_seconds=5`, { key: one.key })).body.status;
  expect(status).toBe("ready");
  const { db } = world.services.store;
  const counters = (await db.select().from(db.t.counters)).filter(({ owner }) => owner.includes(one.id));
  expect(counters.every(({ held }) => held === 0)).toBe(true);
});
