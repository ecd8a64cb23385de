import { afterAll, beforeAll, expect, test } from "vitest";
import { closes, publish } from "../testing/datasets.ts";
import { openSubscribed } from "../testing/subscribed.ts";
import { openWorld, type World } from "../testing/world.ts";

const start = new Date("2026-03-10T09:30:00.000Z");
const until = "2026-03-12T10:00:00.000Z";
const reason = "Backfill, agreed on 3 March";

let world: World;
beforeAll(async () => {
  world = await openWorld({ now: start });
});
afterAll(() => world.close());

let made = 0;
async function subscribed(tier = "basic") {
  world.clock.set(start);
  made += 1;
  const slug = `prices-${made}`;
  await publish(world, closes(slug));
  const partner = await world.onboard();
  const terms = { partner_id: partner.id, tier, billing: "monthly" };
  const subscribe = async () =>
    (await world.ask("POST", `/datasets/${slug}/subscribe`, { body: terms })).body.id as string;
  const id = await subscribe();
  const path = `/subscriptions/${id}`;
  const read = () => world.ask("GET", `/data/${slug}?limit=1`, { key: partner.key });
  const limitsOf = async (): Promise<Record<string, { limit: number; override: object | null }>> => {
    const { body } = await world.ask("GET", "/usage/limits", { key: partner.key });
    const own = body.data.filter(({ dataset }: { dataset: string }) => dataset === slug);
    return Object.fromEntries(own.map((limit: { name: string }) => [limit.name, limit]));
  };
  return {
    ...partner,
    slug,
    subscriptionId: id,
    subscribe,
    read,
    limitsOf,
    override: (limits: object) => world.ask("PUT", `${path}/limits`, { body: { reason, until, ...limits } }),
    restore: () => world.ask("DELETE", `${path}/limits`),
    change: (body: object) => world.ask("POST", `${path}/change`, { body }),
    show: async () => (await world.ask("GET", path)).body,
    /** What a call is told in its headers and what is shown, which are one number. */
    limits: async () => {
      const policy = (await read()).headers.get("ratelimit-policy") ?? "";
      const shown = await limitsOf();
      return ["minute", "day", "month"].map((window) => {
        const told = Number(new RegExp(`"license-${window}";q=(\\d+)`).exec(policy)?.[1]);
        expect(shown[`license-${window}`]?.limit).toBe(told);
        return told;
      });
    },
  };
}

const ofBasic = [60, 10_000, 100_000];

test("other limits hold from the next request to the last millisecond, then the tier's by themselves", async () => {
  const one = await subscribed();
  expect(await one.limits()).toEqual(ofBasic);
  const { body } = await one.override({ per_day: 50_000, per_minute: 7 });
  const limits_override = { per_minute: 7, per_day: 50_000, per_month: null, reason, until };
  expect(body).toMatchObject({ tier: "basic", limits_override });
  expect(await one.limits()).toEqual([7, 50_000, 100_000]);
  expect(await one.limitsOf()).toMatchObject({
    "license-minute": { override: { reason, until } },
    "license-day": { override: { reason, until }, used: 2 },
    "license-month": { override: null },
  });
  world.clock.set(new Date(Date.parse(until) - 1));
  expect(await one.limits()).toEqual([7, 50_000, 100_000]);
  expect((await one.show()).limits_override).toEqual(limits_override);
  world.clock.set(new Date(until));
  expect(await one.limits()).toEqual(ofBasic);
  expect((await one.show()).limits_override).toBeNull();
  expect(await one.limitsOf()).toMatchObject({ "license-day": { override: null } });
});

test("a lower limit refuses what is beyond it, and a higher one lets in at once what was refused", async () => {
  const one = await subscribed();
  await one.override({ per_day: 2 });
  const statuses = [await one.read(), await one.read(), await one.read()].map(({ status }) => status);
  expect(statuses).toEqual([200, 200, 429]);
  expect((await one.read()).body).toMatchObject({ code: "quota_exceeded", limit: { name: "license-day", quota: 2 } });
  await one.override({ per_day: 3 });
  expect([(await one.read()).status, (await one.read()).status]).toEqual([200, 429]);
  await one.restore();
  expect(await one.limits()).toEqual(ofBasic);
  await one.override({ per_minute: 1 });
  expect((await one.read()).body).toMatchObject({ code: "rate_limited", limit: { name: "license-minute", quota: 1 } });
});

test("the commit decides by the limits of its own instant, whatever held when the call was accepted", async () => {
  world.clock.set(start);
  const { answer, subscriptionId } = await openSubscribed(world, { license: { perDay: 5, perMonth: 1_000 } });
  const path = `/subscriptions/${subscriptionId}/limits`;
  const commit = async (count: number) => {
    const members = Array.from({ length: count }, () => answer());
    const verdicts = await Promise.all(members.map((member) => world.services.meter.commit(member)));
    return verdicts.filter(({ admitted }) => admitted).length;
  };
  expect(await commit(3)).toBe(3);
  await world.ask("PUT", path, { body: { per_day: 4, reason, until } });
  expect(await commit(3)).toBe(1);
  await world.ask("PUT", path, { body: { per_day: 100, per_month: 10, reason, until } });
  expect(await commit(10)).toBe(6);
  world.clock.set(new Date(until));
  expect(await commit(9)).toBe(5);
});

test("it belongs to the subscription: a change of tier leaves it, at once or later, and a new subscription has none", async () => {
  const one = await subscribed("basic");
  await one.override({ per_day: 33, until: "2026-06-01T00:00:00Z" });
  expect((await one.change({ tier: "premium" })).body.limits_override).toMatchObject({ per_day: 33 });
  expect(await one.limits()).toEqual([200, 33, 500_000]);
  const { pending_change: pending } = (await one.change({ tier: "basic" })).body;
  world.clock.set(new Date(pending.at));
  expect(await one.limits()).toEqual([60, 33, 100_000]);
  const canceled = await world.ask("POST", `/subscriptions/${one.subscriptionId}/cancel`);
  expect(canceled.body.limits_override).toBeNull();
  await one.subscribe();
  expect(await one.limits()).toEqual(ofBasic);
});

test("who gave which limits, when, and who took them back is in the audit", async () => {
  const one = await subscribed();
  await one.override({ per_day: 5 });
  await one.override({ per_month: 6 });
  expect((await one.restore()).body.limits_override).toBeNull();
  const { db } = world.services.store;
  const entries = (await db.select().from(db.t.audit)).filter(({ target }) => target === one.subscriptionId);
  const given = (entry: unknown) => (entry as { limits_override?: object } | null)?.limits_override; // a subscription, or nothing
  const steps = entries.map(({ action, before, after }) => [action, given(before), given(after)]);
  const five = { per_minute: null, per_day: 5, per_month: null, reason, until };
  const six = { per_minute: null, per_day: null, per_month: 6, reason, until };
  expect(steps).toEqual(
    expect.arrayContaining([
      ["subscription.limits_overridden", null, five],
      ["subscription.limits_overridden", five, six],
      ["subscription.limits_restored", six, null],
    ]),
  );
});

test("without a limit, a reason or an end that is near enough it is refused, and so is a partner's key", async () => {
  const one = await subscribed();
  const errors = async (limits: object) => (await one.override(limits)).body.errors?.[0];
  expect(await errors({})).toMatchObject({ message: "give at least one limit" });
  expect(await errors({ per_day: 0 })).toMatchObject({ path: "per_day" });
  expect(await errors({ per_day: 5, reason: " " })).toMatchObject({ path: "reason" });
  expect(await errors({ per_day: 5, reason: undefined })).toMatchObject({ path: "reason" });
  expect(await errors({ per_day: 5, until: undefined })).toMatchObject({ path: "until" });
  expect(await errors({ per_day: 5, until: start })).toMatchObject({ path: "until", message: "must be in the future" });
  expect(await errors({ per_day: 5, until: "2032-01-01T00:00:00Z" })).toMatchObject({ path: "until" });
  const path = `/subscriptions/${one.subscriptionId}/limits`;
  const own = await world.ask("PUT", path, { key: one.key, body: { per_day: 5, reason, until } });
  expect(own.body.code).toBe("forbidden");
  expect(await one.limits()).toEqual(ofBasic);
  await world.ask("POST", `/subscriptions/${one.subscriptionId}/cancel`);
  expect((await one.override({ per_day: 5 })).body.code).toBe("conflict");
});
