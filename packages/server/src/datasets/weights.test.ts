import { afterAll, beforeAll, expect, test } from "vitest";
import { closes, publish } from "../testing/datasets.ts";
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
  await world.ask("POST", `/datasets/${slug}/subscribe`, {
    body: { partner_id: partner.id, tier: "premium", billing: "monthly" },
  });
  const { key } = partner;
  return {
    ...partner,
    slug,
    weigh: (weights: object) => world.ask("PUT", `/datasets/${slug}/weights`, { body: weights }),
    order: () => world.ask("POST", "/exports", { key, body: { dataset: slug, format: "csv" } }),
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
  expect(await shown()).toEqual({ query: 1, export: 1 });
  expect((await one.weigh({ query: 3, export: 10 })).body.weights).toEqual({ query: 3, export: 10 });
  expect((await one.weigh({ export: 1_000 })).body.weights).toEqual({ query: 1, export: 1_000 });
  expect(await shown()).toEqual({ query: 1, export: 1_000 });
  expect((await one.weigh({})).body.weights).toEqual({ query: 1, export: 1 });
  const own = await world.ask("PUT", `/datasets/${one.slug}/weights`, { key: one.key, body: { query: 2 } });
  expect(own.body.code).toBe("forbidden");
});

test.each([{ query: 0 }, { query: 1_001 }, { query: 1.5 }, { query: null }, { download: 2 }])(
  "%j are no weights",
  async (weights) => {
    const one = await subscribed();
    expect((await one.weigh(weights)).body).toMatchObject({ status: 400, code: "invalid_request" });
  },
);

test("an export reserves what it takes at its order, and is settled as it was reserved", async () => {
  const one = await subscribed();
  await one.weigh({ export: 10 });
  const made = await one.order();
  expect(made.body).toMatchObject({ units: 10 });
  expect(await one.day()).toEqual([10, 10]);
  await one.weigh({ export: 2 });
  let status = "queued";
  while (status === "queued" || status === "running")
    status = (await world.ask("GET", `/exports/${made.body.id}?wait_seconds=5`, { key: one.key })).body.status;
  expect(status).toBe("ready");
  expect(await one.day()).toEqual([10, 10]);
  expect((await one.order()).body).toMatchObject({ units: 2 });
});
