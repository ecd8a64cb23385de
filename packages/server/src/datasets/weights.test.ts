import { afterAll, beforeAll, expect, test } from "vitest";
import { closes, create, publish } from "../testing/datasets.ts";
import { openWorld, type World } from "../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

let made = 0;
async function subscribed() {
  made += 1;
  const slug = `prices-${made}`;
  await publish(world, closes(slug));
  const partner = await world.onboard();
  const { body } = await world.ask("POST", `/datasets/${slug}/subscribe`, {
    body: { partner_id: partner.id, tier: "premium", billing: "monthly" },
  });
  const { key } = partner;
  return {
    ...partner,
    slug,
    weigh: (weights: object) => world.ask("PUT", `/datasets/${slug}/weights`, { body: weights }),
    read: () => world.ask("GET", `/data/${slug}?limit=1`, { key }),
    order: () => world.ask("POST", "/exports", { key, body: { dataset: slug, format: "csv" } }),
    allow: (limits: object) =>
      world.ask("PUT", `/subscriptions/${body.id}/limits`, {
        body: { reason: "test", until: new Date(world.clock.now().getTime() + 86_400_000), ...limits },
      }),
    day: async () => {
      const { body } = await world.ask("GET", "/usage/limits", { key });
      const days = body.data.filter(({ name }: { name: string }) => name === "license-day" || name === "plan-day");
      return days.map(({ used, held }: { used: number; held: number }) => used + held);
    },
  };
}

test("everybody is shown what a call takes, and an operator says what, all of it anew each time", async () => {
  const one = await subscribed();
  const shown = async () => (await world.ask("GET", `/datasets/${one.slug}`, { key: one.key })).body.weights;
  const usual = { query: 1, export: 1, changes: 1, sharing: 1, sql: 1 };
  expect(await shown()).toEqual(usual);
  expect((await one.weigh({ query: 3, export: 10 })).body.weights).toEqual({ ...usual, query: 3, export: 10 });
  expect((await one.weigh({ export: 1_000 })).body.weights).toEqual({ ...usual, export: 1_000 });
  expect(await shown()).toEqual({ ...usual, export: 1_000 });
  expect((await one.weigh({})).body.weights).toEqual(usual);
  const own = await world.ask("PUT", `/datasets/${one.slug}/weights`, { key: one.key, body: { query: 2 } });
  expect(own.body.code).toBe("forbidden");
});

test("what is no whole number from 1 to 1 000, or of no operation, is no weight", async () => {
  await create(world, closes("weighed"));
  for (const weights of [{ query: 0 }, { query: 1_001 }, { query: 1.5 }, { query: null }, { download: 2 }]) {
    const { body } = await world.ask("PUT", "/datasets/weighed/weights", { body: weights });
    expect(body).toMatchObject({ status: 400, code: "invalid_request" });
  }
});

test("from the next call on it takes so many units of every day, and what was used before stays used", async () => {
  const one = await subscribed();
  await one.read();
  expect(await one.day()).toEqual([1, 1]);
  await one.weigh({ query: 3, export: 10 });
  const receipt = (await one.read()).headers.get("wizdata-receipt");
  expect(await one.day()).toEqual([4, 4]);
  expect((await world.ask("GET", `/usage/events/${receipt}`)).body).toMatchObject({ units: 3 });
  const made = await one.order();
  expect(made.body).toMatchObject({ units: 10 });
  expect(await one.day()).toEqual([14, 14]);
  // What is reserved is settled as it was reserved.
  await one.weigh({ export: 2 });
  let status = "queued";
  while (status === "queued" || status === "running")
    status = (await world.ask("GET", `/exports/${made.body.id}?wait_seconds=5`, { key: one.key })).body.status;
  expect(status).toBe("ready");
  expect(await one.day()).toEqual([14, 14]);
});

test("a call that takes more than is left is refused whole, and one that fits is not", async () => {
  const one = await subscribed();
  await one.weigh({ query: 3, export: 4 });
  await one.allow({ per_day: 7 });
  expect([(await one.read()).status, (await one.order()).status]).toEqual([200, 202]);
  expect((await one.read()).body).toMatchObject({ code: "quota_exceeded", limit: { name: "license-day", quota: 7 } });
  await one.allow({ per_day: 9 });
  expect((await one.read()).body).toMatchObject({
    code: "quota_exceeded",
    detail: expect.stringContaining("This takes 3 of 2 that remain."),
    limit: { remaining: 2 },
  });
  await one.weigh({ query: 2 });
  expect((await one.read()).status).toBe(200);
  expect(await one.day()).toEqual([9, 9]);
});
