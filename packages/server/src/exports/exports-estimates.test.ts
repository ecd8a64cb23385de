import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../testing/world.ts";
import { type ExportsWorld, openExportsWorld, pricesRows } from "./exports-testing.ts";

let world: World;
let exports: ExportsWorld;
beforeAll(async () => {
  world = await openWorld({ settings: { WIZDATA_SEARCH_DEADLINE_MS: "120000" } });
  exports = await openExportsWorld(world);
});
afterAll(() => world.close());

const figure = (value: number) => ({ value, exact: true, at_most: value });

test("an export comes to what its estimate told, and the estimate is not metered", async () => {
  const partner = await exports.subscriber();
  const before = await exports.counted(partner.id);
  for (const wanted of [
    { dataset: "prices", format: "csv" },
    { dataset: "prices", format: "ndjson", filters: { code: "KCB", "close.gte": 10 }, columns: ["date", "close"] },
    { dataset: "prices", format: "parquet" },
    { dataset: "prices", format: "csv", split_by: "date", split_period: "month" },
    { dataset: "prices", format: "csv", rows_per_file: 150 },
  ]) {
    const { status, body } = await world.ask("POST", "/estimates", { key: partner.key, body: wanted });
    expect([status, await exports.counted(partner.id)]).toEqual([200, before]);
    const made = await exports.ended(partner.key, (await exports.create(partner.key, wanted)).id);
    const { body: manifest } = await world.ask("GET", `/exports/${made.id}/manifest`, { key: partner.key });
    expect(body).toMatchObject({ rows: made.rows, bytes: figure(made.bytes), files: figure(manifest.files.length) });
    expect(body).toMatchObject({ dataset: "prices", version: made.version, query: made.query });
    Object.assign(before, await exports.counted(partner.id));
  }
});

test("the estimate of a query is of the bytes that its pages have as NDJSON, and its tier needs no exports", async () => {
  const partner = await exports.subscriber({ tier: "basic" });
  const asked = { dataset: "prices", filters: { code: "SCOM" } };
  const { body } = await world.ask("POST", "/estimates", { key: partner.key, body: asked });
  const page = await world.ask("GET", "/data/prices?code=SCOM&limit=10000", {
    key: partner.key,
    headers: { accept: "application/x-ndjson" },
  });
  expect(body).toMatchObject({ rows: pricesRows / 3, format: null, bytes: figure(page.body.length), files: null });
  const wanted = { ...asked, format: "csv" };
  const refused = await world.ask("POST", "/estimates", { key: partner.key, body: wanted });
  expect([refused.status, refused.body.code]).toEqual([403, "feature_not_licensed"]);
});

test("an order of more rows than it allows is refused with the estimate, and nothing is reserved", async () => {
  const partner = await exports.subscriber();
  const before = await exports.counted(partner.id);
  const wanted = { dataset: "prices", format: "csv", filters: { code: ["KCB", "SCOM"] } };
  const max_rows = (pricesRows / 3) * 2;
  const { status, body } = await world.ask("POST", "/exports", {
    key: partner.key,
    body: { ...wanted, max_rows: max_rows - 1 },
  });
  expect([status, body.code, body.estimate.rows]).toEqual([422, "too_many_rows", max_rows]);
  expect(await exports.counted(partner.id)).toEqual(before);
  const made = await exports.create(partner.key, { ...wanted, max_rows });
  expect(await exports.ended(partner.key, made.id)).toMatchObject({ status: "ready", rows: max_rows });
});

test("an export is split by a key column or a period of its time, and its manifest says which file has what", async () => {
  const partner = await exports.subscriber();
  const made = await exports.create(partner.key, { format: "csv", split_by: "code" });
  expect(await exports.ended(partner.key, made.id)).toMatchObject({
    status: "ready",
    split_by: "code",
    split_period: null,
  });
  const { body } = await world.ask("GET", `/exports/${made.id}/manifest`, { key: partner.key });
  expect(body.files).toMatchObject(
    ["EQTY", "KCB", "SCOM"].map((value) => ({ name: `prices-v1-${value}.csv`, value, rows: pricesRows / 3 })),
  );
  const { bytes } = await exports.download(partner.key, made.id, "prices-v1-KCB.csv");
  expect(
    bytes
      .toString()
      .split("\n")
      .slice(1, -1)
      .every((line) => line.split(",")[1] === "KCB"),
  ).toBe(true);
});

test.each([
  [{ split_by: "close" }, "split_by"],
  [{ split_by: "nothing" }, "split_by"],
  [{ split_by: "date" }, "split_period"],
  [{ split_by: "code", split_period: "year" }, "split_period"],
  [{ split_period: "year" }, "split_period"],
  [{ split_by: "code", rows_per_file: 10 }, "split_by"],
])("%j is refused by its name, and nothing is reserved", async (wanted, path) => {
  const partner = await exports.subscriber();
  const { status, body } = await world.ask("POST", "/exports", {
    key: partner.key,
    body: { dataset: "prices", format: "csv", ...wanted },
  });
  expect([status, body.errors?.[0]?.path]).toEqual([400, path]);
  expect(await exports.counted(partner.id)).toMatchObject({ used: 0, held: 0 });
});
