import { afterAll, beforeAll, expect, test } from "vitest";
import { closes, publish } from "../testing/datasets.ts";
import { openWorld, type World } from "../testing/world.ts";
import { type ExportsWorld, openExportsWorld } from "./exports-testing.ts";

let world: World;
let exports: ExportsWorld;
beforeAll(async () => {
  world = await openWorld();
  exports = await openExportsWorld(world);
});
afterAll(() => world.close());

test("a file is asked for again at no cost: HEAD has no body, and If-None-Match answers 304", async () => {
  const partner = await exports.subscriber();
  const { id } = await exports.create(partner.key, { format: "csv" });
  await exports.ended(partner.key, id);
  const before = await exports.counted(partner.id);
  const { body: manifest } = await world.ask("GET", `/exports/${id}/manifest`, { key: partner.key });
  const path = `/exports/${id}/files/${manifest.files[0].name}`;
  const head = await world.ask("HEAD", path, { key: partner.key });
  expect([head.status, head.headers.get("content-length"), head.body]).toEqual([200, String(manifest.bytes), ""]);
  const etag = head.headers.get("etag") ?? "";
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
    const answer = await world.ask("GET", path, { key: partner.key, headers: { "if-none-match": known } });
    expect([answer.status, answer.body, answer.headers.get("etag")]).toEqual([304, "", etag]);
  }
  const other = await world.ask("GET", path, { key: partner.key, headers: { "if-none-match": '"other"' } });
  expect([other.status, other.body.length]).toEqual([200, manifest.bytes]);
  expect(await exports.counted(partner.id)).toEqual(before);
});

test("only names of the manifest are files: no path leads anywhere else", async () => {
  const partner = await exports.subscriber();
  const { id } = await exports.create(partner.key, { format: "csv" });
  await exports.ended(partner.key, id);
  const { body: manifest } = await world.ask("GET", `/exports/${id}/manifest`, { key: partner.key });
  const [{ name }] = manifest.files;
  for (const tampered of [
    "..%2f..%2fcontrol.sqlite",
    "..%5c..%5ccontrol.sqlite",
    "%2e%2e%2fsecret",
    `.%2f${name}`,
    `${name}%00`,
    `${name}%20`,
    `%2fetc%2fpasswd`,
    name.toUpperCase(),
    "manifest.json",
    "%ff",
  ]) {
    const answer = await world.ask("GET", `/exports/${id}/files/${tampered}`, { key: partner.key });
    expect([answer.status, answer.body.code], tampered).toEqual([404, "not_found"]);
  }
  for (const tampered of ["exp_%00", `${id}%2f..`, `${id}'--`, "x"]) {
    const answer = await world.ask("GET", `/exports/${tampered}/files/${name}`, { key: partner.key });
    expect([answer.status, answer.body.code], tampered).toEqual([404, "not_found"]);
  }
});

test("a test key sees its company's exports but not their files, and makes its own of the first rows, at no cost", async () => {
  const lines = Array.from({ length: 1_500 }, (_, at) => `${at < 700 ? "2024" : "2025"}-01-02,C${10_000 + at},${at}`);
  await publish(world, closes("long", { price_per_call: 100 }), `date,code,close\n${lines.join("\n")}\n`);
  const partner = await exports.subscriber({ slug: "long", billing: "payg" });
  const test = await exports.anotherKey(partner.id, { name: "test", mode: "test" });
  const exported = async (key: string, wanted: object) => {
    const { id } = await exports.create(key, { dataset: "long", ...wanted });
    return { id, job: await exports.ended(key, id) };
  };
  const live = await exported(partner.key, { format: "csv" });
  const { body: manifest } = await world.ask("GET", `/exports/${live.id}/manifest`, { key: test });
  const refused = await world.ask("GET", `/exports/${live.id}/files/${manifest.files[0].name}`, { key: test });
  expect([refused.status, refused.body.code]).toEqual([403, "forbidden"]);

  const own = await exported(test, { format: "ndjson" });
  expect(own.job).toMatchObject({ status: "ready", rows: 1_000, first_rows: 1_000 });
  const { bytes } = await exports.download(test, own.id, "long-v1.ndjson");
  const { body: page } = await world.ask("GET", "/data/long?limit=1000", { key: test });
  expect(
    bytes
      .toString()
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line)),
  ).toEqual(page.data);
  for (const [wanted, rows] of [
    [{ format: "parquet" }, 1_000],
    [{ format: "csv", order: "-key" }, 1_000],
    [{ format: "csv", from: "2025-01-01" }, 300],
    [{ format: "csv", filters: { "close.gte": 1_000 } }, 0],
  ] as const) {
    expect((await exported(test, wanted)).job).toMatchObject({ rows });
  }
  const { db } = world.services.store;
  const events = (await db.select().from(db.t.usageEvents)).filter(({ id }) => id === own.job.receipt);
  expect(events).toMatchObject([{ operation: "export", rows: 1_000, amountMillis: 0 }]);
});
