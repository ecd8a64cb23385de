import { afterAll, beforeAll, expect, test } from "vitest";
import { closes, closesCsv, create, publish, send } from "../testing/datasets.ts";
import { openWorld, type World } from "../testing/world.ts";
import { collect } from "./collector.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** One of three prices is missing. */
const thin = closesCsv(7).replace("20.5", "");
const floors = { completeness: 95, overall: 5 };
let made = 0;

async function newDataset() {
  made += 1;
  const slug = `floors-${made}`;
  await publish(world, closes(slug, { floors }));
  const { id, key } = await world.onboard();
  await world.ask("POST", `/datasets/${slug}/subscribe`, { body: { partner_id: id, tier: "premium" } });
  const first = async (query = "") => (await world.ask("GET", `/data/${slug}?limit=1${query}`, { key })).body;
  return { slug, key, first };
}
const decide = (slug: string, number: number, verb: string, body: object = {}) =>
  world.ask("POST", `/datasets/${slug}/versions/${number}/${verb}`, { body });

test("a publish below a floor is held: told plainly, current for nobody, and there for no partner", async () => {
  const { slug, key, first } = await newDataset();
  const held = await send(world, slug, thin);
  expect(held.status).toBe(202);
  expect(held.body).toMatchObject({
    number: 2,
    state: "held",
    published_at: null,
    unchanged: false,
    held: [{ measure: "completeness", score: expect.any(Number), floor: 95 }],
  });
  expect((await world.ask("GET", `/datasets/${slug}`)).body.current_version).toBe(1);
  expect((await first()).version).toBe(1);
  expect((await first("&version=2")).code).toBe("not_found");
  for (const path of ["", "/quality"]) {
    expect((await world.ask("GET", `/datasets/${slug}/versions/2${path}`, { key })).status).toBe(404);
    expect((await world.ask("GET", `/datasets/${slug}/versions/2${path}`)).status).toBe(200);
  }
  const listed = async (of?: string) =>
    (await world.ask("GET", `/datasets/${slug}/versions`, of === undefined ? {} : { key: of })).body.data.length;
  expect([await listed(key), await listed()]).toEqual([1, 2]);
  expect((await decide(slug, 2, "rollback")).status).toBe(404);
  expect((await decide(slug, 2, "retract", { reason: "Why" })).body.next).toEqual([
    `wizdata datasets reject ${slug} 2`,
  ]);
});

test("an operator releases it, and as_of knows since when it is current", async () => {
  const { slug, first } = await newDataset();
  await send(world, slug, thin);
  world.clock.advance(3_600_000);
  const before = world.clock.now().toISOString();
  world.clock.advance(3_600_000);
  const released = await decide(slug, 2, "release", { note: "The exchange was closed" });
  expect(released.body).toMatchObject({
    state: "published",
    note: "The exchange was closed",
    published_at: world.clock.now().toISOString(),
  });
  expect([(await first()).version, (await first(`&as_of=${before}`)).version]).toEqual([2, 1]);
  expect((await decide(slug, 2, "release")).body.code).toBe("conflict");
});

test("what is rejected goes with its parts, and its number is not given again", async () => {
  const { slug } = await newDataset();
  await send(world, slug, closesCsv(71).replace("20.5", ""));
  const parts = () => world.services.store.db.$count(world.services.store.db.t.parts);
  const before = await parts();
  expect((await decide(slug, 2, "reject", { reason: "Not complete" })).body).toMatchObject({
    state: "rejected",
    end_reason: "Not complete",
  });
  await collect(world.services);
  world.clock.advance(world.config.collectWaitMs);
  await collect(world.services);
  expect(await parts()).toBeLessThan(before);
  expect((await send(world, slug, closesCsv(8))).body).toMatchObject({ number: 3, held: [] });
  expect((await decide(slug, 2, "release")).status).toBe(409);
});

test("a held version is not released over one that became current meanwhile", async () => {
  const { slug, first } = await newDataset();
  await send(world, slug, thin);
  await send(world, slug, closesCsv(8));
  expect((await decide(slug, 2, "release")).body).toMatchObject({
    code: "conflict",
    next: [`wizdata datasets reject ${slug} 2`],
  });
  expect((await first()).version).toBe(3);
});

test("a first version can be held too: until it is released the dataset is a draft", async () => {
  made += 1;
  const slug = `floors-${made}`;
  await create(world, closes(slug, { floors }));
  expect((await send(world, slug, thin)).status).toBe(202);
  expect((await world.ask("GET", `/datasets/${slug}`)).body).toMatchObject({ state: "draft", current_version: null });
  await decide(slug, 1, "release");
  expect((await world.ask("GET", `/datasets/${slug}`)).body).toMatchObject({ state: "published", current_version: 1 });
});

test("the quality of all versions is listed with its drift, held ones for operators only", async () => {
  const { slug, key } = await newDataset();
  await send(world, slug, `${closesCsv(8)}2025-01-03,SCOM,22\n`);
  await send(world, slug, thin);
  const list = async (query = "", of = world.operatorKey) =>
    (await world.ask("GET", `/datasets/${slug}/quality/history${query}`, { key: of })).body;
  const { data } = await list();
  expect(data).toMatchObject([
    { version: 3, state: "held", drift: { against: 2, rows: -1, rows_share: -0.25, time_max_before: "2025-01-03" } },
    { version: 2, state: "published", drift: { against: 1, rows: 1, empty_share: 0 }, empty_share: 0, validity: 1 },
    { version: 1, drift: null },
  ]);
  expect(data[0].drift.empty_share).toBeGreaterThan(0);
  expect((await list("", key)).data.map(({ version }: { version: number }) => version)).toEqual([2, 1]);
  const page = await list("?limit=1");
  expect((await list(`?limit=1&after=${page.next_cursor}`)).data).toEqual([data[1]]);
});
