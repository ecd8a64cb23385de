import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closes, create, publish } from "../testing/datasets.ts";
import { openWorld, type World } from "../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld({ now: new Date("2026-01-31T22:30:00.000Z") });
  await publish(world, closes("prices"));
  await publish(world, closes("news"));
});
afterAll(() => world.close());

const subscribe = (partnerId: string, body: object = {}, slug = "prices") =>
  world.ask("POST", `/datasets/${slug}/subscribe`, { body: { partner_id: partnerId, tier: "premium", ...body } });

test.each([
  ["a month of a tier costs its share, half a cent rounded up", { tier: "basic", billing: "monthly" }, 6_173, 0, 0],
  ["a year costs ten such months", { tier: "basic", billing: "annual" }, 61_730, 0, 0],
  ["pay as you go has no recurring price and one for each use", { tier: "premium", billing: "payg" }, 0, 50, 200],
  ["the free tier costs nothing, however it is billed", { tier: "free", billing: "payg" }, 0, 0, 0],
])("%s", async (_case, terms, price, perCall, per1000Rows) => {
  const partner = await world.onboard();
  const made = await subscribe(partner.id, terms);
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    ...terms,
    partner_id: partner.id,
    dataset: "prices",
    status: "active",
    canceled_at: null,
    price: { amount: price, currency: "ZAR" },
    price_per_call: { amount: perCall, currency: "ZAR" },
    price_per_1000_rows: { amount: per1000Rows, currency: "ZAR" },
  });
});

test("a price is recorded: a later one is for later subscriptions", async () => {
  await publish(world, closes("repriced"));
  const [early, late] = [await world.onboard(), await world.onboard()];
  const before = await subscribe(early.id, {}, "repriced");
  await world.ask("PATCH", "/datasets/repriced", { body: { price: { amount: 99_900 }, price_per_call: 1 } });
  expect((await world.ask("GET", `/subscriptions/${before.body.id}`)).body.price.amount).toBe(12_345);
  expect((await subscribe(late.id, {}, "repriced")).body.price.amount).toBe(99_900);
});

test("a partner has at most one live subscription to a dataset, whatever runs beside", async () => {
  const partner = await world.onboard();
  const answers = await Promise.all(
    ["free", "basic", "premium", "enterprise"].map((tier) => subscribe(partner.id, { tier })),
  );
  const made = answers.filter(({ status }) => status === 201);
  expect(made).toHaveLength(1);
  const id = made[0]?.body.id;
  for (const refused of answers.filter(({ status }) => status !== 201)) {
    expect(refused.body).toMatchObject({
      status: 409,
      code: "already_subscribed",
      detail: expect.stringContaining(id),
    });
    expect(refused.body.next[0]).toContain(`wizdata subscriptions change ${id} --tier `);
    expect(refused.body.next[0]).not.toContain(made[0]?.body.tier);
  }
  expect((await subscribe(partner.id, {}, "news")).status).toBe(201);
});

test("canceling ends it now, and makes room for another", async () => {
  const partner = await world.onboard();
  const { id } = (await subscribe(partner.id)).body;
  const canceled = await world.ask("POST", `/subscriptions/${id}/cancel`);
  expect(canceled.body).toMatchObject({
    status: "canceled",
    canceled_at: "2026-01-31T22:30:00.000Z",
    current_period: null,
  });
  expect((await world.ask("POST", `/subscriptions/${id}/cancel`)).body).toMatchObject({
    status: 409,
    code: "conflict",
  });
  expect((await subscribe(partner.id, { tier: "basic" })).status).toBe(201);
});

describe("a billing period", () => {
  const periodOn = async (id: string, at: string) => {
    world.clock.set(new Date(at));
    return (await world.ask("GET", `/subscriptions/${id}`)).body.current_period;
  };
  const made = async (timeZone: string, billing: string) => {
    world.clock.set(new Date("2026-01-31T22:30:00.000Z"));
    const partner = await world.onboard({ partner: { time_zone: timeZone } });
    return (await subscribe(partner.id, { billing })).body;
  };

  test("of the 31st ends with February and begins on the 31st again in March", async () => {
    const { id, anchor_date, current_period } = await made("UTC", "monthly");
    expect(anchor_date).toBe("2026-01-31");
    expect(current_period).toEqual({ start: "2026-01-31T00:00:00.000Z", end: "2026-02-28T00:00:00.000Z" });
    expect(await periodOn(id, "2026-02-28T00:00:00Z")).toEqual({
      start: "2026-02-28T00:00:00.000Z",
      end: "2026-03-31T00:00:00.000Z",
    });
    expect(await periodOn(id, "2026-04-01T12:00:00Z")).toEqual({
      start: "2026-03-31T00:00:00.000Z",
      end: "2026-04-30T00:00:00.000Z",
    });
  });

  test("begins at midnight of the partner, whose day it already is", async () => {
    const { anchor_date, current_period } = await made("Africa/Johannesburg", "monthly");
    expect(anchor_date).toBe("2026-02-01");
    expect(current_period).toEqual({ start: "2026-01-31T22:00:00.000Z", end: "2026-02-28T22:00:00.000Z" });
  });

  test("of a year lasts one, and each follows the one before", async () => {
    const { id, current_period } = await made("Africa/Johannesburg", "annual");
    expect(current_period).toEqual({ start: "2026-01-31T22:00:00.000Z", end: "2027-01-31T22:00:00.000Z" });
    expect(await periodOn(id, "2028-05-05T00:00:00Z")).toEqual({
      start: "2028-01-31T22:00:00.000Z",
      end: "2029-01-31T22:00:00.000Z",
    });
  });

  test("of pay as you go is the calendar month", async () => {
    const { id } = await made("Africa/Johannesburg", "payg");
    expect(await periodOn(id, "2026-02-17T00:00:00Z")).toEqual({
      start: "2026-01-31T22:00:00.000Z",
      end: "2026-02-28T22:00:00.000Z",
    });
  });
});

test("a partner sees its own subscriptions, and another's looks like none", async () => {
  const [one, other] = [await world.onboard(), await world.onboard()];
  const own = (await subscribe(one.id)).body;
  await subscribe(one.id, {}, "news");
  const foreign = (await subscribe(other.id)).body;
  const ids = async (query: string, key = one.key) =>
    (await world.ask("GET", `/subscriptions${query}`, { key })).body.data.map(({ id }: { id: string }) => id);
  expect(await ids("")).toHaveLength(2);
  expect(await ids("?dataset=prices&status=active")).toEqual([own.id]);
  expect(await ids("?status=canceled")).toEqual([]);
  expect(await ids(`?partner_id=${other.id}`)).toEqual([]);
  expect(await ids("?partner_id=%27&dataset=..%2F")).toEqual([]);
  expect(await ids(`?partner_id=${other.id}`, world.operatorKey)).toEqual([foreign.id]);
  const headers = { "request-id": "same" };
  const hidden = await world.ask("GET", `/subscriptions/${foreign.id}`, { key: one.key, headers });
  const missing = await world.ask("GET", "/subscriptions/sub_00000000000000000000000000", { key: one.key, headers });
  expect(hidden.status).toBe(404);
  expect(hidden.body).toEqual(missing.body);
  expect((await world.ask("GET", `/subscriptions/${own.id}`, { key: one.key })).body).toEqual(own);
});

test("what cannot be subscribed is refused, and nothing is made", async () => {
  const partner = await world.onboard();
  await create(world, closes("unpublished"));
  expect((await subscribe(partner.id, {}, "unpublished")).body.code).toBe("no_version_published");
  expect((await subscribe(partner.id, {}, "missing")).body.code).toBe("not_found");
  expect((await subscribe("par_00000000000000000000000000")).body).toMatchObject({
    status: 404,
    errors: [{ path: "partner_id" }],
  });
  expect((await subscribe("nobody\u0001")).body).toMatchObject({ status: 404 });
  expect((await subscribe(partner.id, { tier: "gold" })).body).toMatchObject({
    status: 400,
    errors: [{ path: "tier" }],
  });
  expect((await subscribe(partner.id, { billing: "weekly" })).body).toMatchObject({
    status: 400,
    errors: [{ path: "billing" }],
  });
  expect((await subscribe(partner.id, { price: 0 })).body).toMatchObject({ status: 400, errors: [{ path: "price" }] });
  expect((await world.ask("GET", `/subscriptions?partner_id=${partner.id}`)).body.data).toEqual([]);
});
