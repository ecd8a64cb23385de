import { existsSync, mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { runCheck } from "../checks/run-check.ts";
import { lakePaths } from "../lake/parts-paths.ts";
import { closes, closesCsv, publish, send } from "../testing/datasets.ts";
import { openWorld, type World } from "../testing/world.ts";
import { collect } from "./collector.ts";
import { removeOldVersions } from "./retention.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
let world: World;
let made = 0;
let slug: string;
let key: string;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** Versions 1, 2 and 3, a day apart; each has a part of its own and one that all share. */
beforeEach(async () => {
  made += 1;
  slug = `kept-${made}`;
  const price = made * 10;
  await publish(world, closes(slug), closesCsv(price + 1));
  for (const of of [2, 3]) {
    world.clock.advance(dayMs);
    await send(world, slug, closesCsv(price + of));
  }
  const partner = await world.onboard();
  key = partner.key;
  await world.ask("POST", `/datasets/${slug}/subscribe`, { body: { partner_id: partner.id, tier: "premium" } });
});

const keep = (bounds: object) => world.ask("PATCH", `/datasets/${slug}`, { body: bounds });
const read = (query = "") => world.ask("GET", `/data/${slug}?limit=1${query}`, { key });
const states = async () =>
  (await world.ask("GET", `/datasets/${slug}/versions`)).body.data.map(({ state }: { state: string }) => state);
/** Once now, once when what was marked may go. */
async function collectAll(): Promise<number> {
  await collect(world.services);
  world.clock.advance(world.config.collectWaitMs);
  return collect(world.services);
}
const filesOf = async (number: number) => {
  const { versionParts } = world.services.store.db.t;
  const rows = await world.services.store.db.select().from(versionParts);
  const paths = lakePaths(world.config.home);
  return rows
    .filter(({ dataset, version }) => dataset === slug && version === number)
    .map(({ sha256 }) => paths.part(sha256));
};
const isWhole = async () =>
  (await runCheck(world.config, { quick: false })).filter(({ status }) => status !== "passed");

test("old versions go, cursors are followed for a day, and then the parts that no other version has", async () => {
  const cursor = (await read("&version=1")).body.next_cursor;
  const [first = "", shared = ""] = await filesOf(1);
  expect((await keep({ versions_kept: 2 })).body).toMatchObject({ versions_kept: 2, versions_kept_days: null });
  await removeOldVersions(world.services);
  expect(await states()).toEqual(["published", "published", "removed"]);

  expect(await read("&version=1")).toMatchObject({ status: 410, body: { code: "version_removed" } });
  expect(
    await world.ask("POST", "/exports", { key, body: { dataset: slug, format: "csv", version: 1 } }),
  ).toMatchObject({ status: 410, body: { code: "version_removed" } });
  expect(await collectAll()).toBe(0);
  expect((await read(`&after=${cursor}`)).status).toBe(200);

  world.clock.advance(dayMs);
  expect(await read(`&after=${cursor}`)).toMatchObject({ status: 410, body: { code: "version_removed" } });
  expect(await collectAll()).toBe(1);
  expect([existsSync(first), existsSync(first.replace(".parquet", ".sqlite")), existsSync(shared)]).toEqual([
    false,
    false,
    true,
  ]);
  expect((await world.ask("GET", `/datasets/${slug}/versions/1`)).body).toMatchObject({ state: "removed", parts: 0 });
  expect((await read("&version=2")).status).toBe(200);
  expect(await isWhole()).toEqual([]);
});

test("a version stays as long as one bound keeps it, and the current one always", async () => {
  await keep({ versions_kept: 1, versions_kept_days: 2 });
  await removeOldVersions(world.services);
  expect(await states()).toEqual(["published", "published", "published"]);
  // Version 2 took the place of 1 two days and a bit ago.
  world.clock.advance(dayMs + hourMs);
  await removeOldVersions(world.services);
  expect(await states()).toEqual(["published", "published", "removed"]);
  world.clock.advance(400 * dayMs);
  await removeOldVersions(world.services);
  expect(await states()).toEqual(["published", "removed", "removed"]);
  await keep({ versions_kept: null, versions_kept_days: null });
  expect((await world.ask("GET", `/datasets/${slug}`)).body).toMatchObject({ versions_kept: null });
});

test("what a retracted version alone was made of is deleted a day later", async () => {
  const [first = ""] = await filesOf(1);
  await world.ask("POST", `/datasets/${slug}/versions/1/retract`, { body: { reason: "Wrong" } });
  await collectAll();
  expect(existsSync(first)).toBe(true);
  world.clock.advance(dayMs);
  await collectAll();
  expect([existsSync(first), await isWhole()]).toEqual([false, []]);
  expect((await read("&version=1")).body.code).toBe("version_retracted");
});

test("a publish that wants a part which waits to be deleted keeps it", async () => {
  await keep({ versions_kept: 1 });
  await removeOldVersions(world.services);
  world.clock.advance(dayMs);
  await collect(world.services);
  expect(await filesOf(1)).toEqual([]);
  const again = await send(world, slug, closesCsv(made * 10 + 1));
  expect(again.body).toMatchObject({ number: 4, unchanged: false });
  world.clock.advance(world.config.collectWaitMs);
  await collect(world.services);
  expect((await read()).body.data[0].close).toBe(made * 10 + 1);
  expect(await isWhole()).toEqual([]);
});

test("a part that is deleted after a publish found it and before it named it is written again", async () => {
  await keep({ versions_kept: 1 });
  await removeOldVersions(world.services);
  world.clock.advance(dayMs);
  await collect(world.services);
  world.clock.advance(world.config.collectWaitMs);
  const { lake } = world.services;
  const whole = lake.publish;
  let publishes = 0;
  // The collector comes at the worst moment: the worker found the file and did not write it.
  lake.publish = async (...job) => {
    const result = await whole(...job);
    publishes += 1;
    if (publishes === 1) expect(await collect(world.services)).toBeGreaterThan(0);
    return result;
  };
  try {
    expect((await send(world, slug, closesCsv(made * 10 + 1))).status).toBe(201);
  } finally {
    lake.publish = whole;
  }
  expect(publishes).toBe(2);
  expect((await read()).body.data[0].close).toBe(made * 10 + 1);
  expect(await isWhole()).toEqual([]);
});

test("what a publish left that came to nothing goes, and what it would still name stays", async () => {
  const sha256 = "0".repeat(63) + made;
  const paths = lakePaths(world.config.home);
  const [first = ""] = await filesOf(1);
  const orphan = paths.part(sha256);
  mkdirSync(dirname(orphan), { recursive: true });
  writeFileSync(orphan, "nothing");
  expect(await collectAll()).toBe(0);
  expect(existsSync(orphan)).toBe(true);
  const old = new Date(Date.now() - 2 * hourMs);
  for (const file of [orphan, first]) utimesSync(file, old, old);
  expect(await collectAll()).toBe(1);
  expect([existsSync(orphan), existsSync(first)]).toEqual([false, true]);
});
