import { afterAll, beforeAll, expect, test } from "vitest";
import { openExportsWorld, pricesCsv, pricesDataset } from "../exports/exports-testing.ts";
import { publish, send } from "../testing/datasets.ts";
import { openWorld, type World } from "../testing/world.ts";
import { follow, readFiles, type SharingClient, sharingClient } from "./sharing-testing.ts";

let world: World;
let key: string;
let client: SharingClient;
beforeAll(async () => {
  world = await openWorld({ now: new Date("2025-02-10T09:30:00.000Z") });
  const exports = await openExportsWorld(world);
  await publish(world, pricesDataset("limited"), pricesCsv());
  await send(world, "limited", pricesCsv(2));
  ({ key } = await exports.subscriber({ slug: "limited" }));
  client = sharingClient(world, key);
}, 180_000);
afterAll(() => world.close());

async function setPolicy(policy: object) {
  const limits = { per_minute: 1_000, per_day: 10_000, per_month: 100_000, price_multiplier: 1 };
  const body = { ...limits, features: ["query", "export"], policy };
  expect((await world.ask("PUT", "/datasets/limited/licenses/premium", { body })).status).toBe(200);
}

async function pagedRows() {
  const { body } = await world.ask("GET", "/data/limited?limit=1000", { key });
  return body.data.map((row: object) => JSON.stringify(row)).sort();
}

test("files hold the rows, columns and times of the policy, nothing about others, and never a part that a policy cuts", async () => {
  const whole = (await client.files("limited")).files.map(({ url }) => url);
  const [wholeUrl = ""] = whole;
  await setPolicy({ rows: { code: ["SCOM", "KCB"] }, columns: ["close"], history_days: 90, delay_hours: 24 });
  const { files, metadata } = await client.files("limited");
  const rows = await readFiles(world, files);
  expect(rows.map((row) => JSON.stringify(row)).sort()).toEqual(await pagedRows());
  expect(rows.length).toBe(178);
  expect(JSON.parse(metadata.schemaString).fields.map(({ name }: { name: string }) => name)).toEqual([
    "date",
    "code",
    "close",
  ]);
  const bounds = files.map(({ stats }) => JSON.parse(stats ?? ""));
  expect(bounds.map(({ minValues }) => minValues.date).sort()[0]).toBe("2024-11-12");
  expect(
    bounds
      .map(({ maxValues }) => maxValues.date)
      .sort()
      .at(-1),
  ).toBe("2025-02-08");
  for (const { url } of files) expect(`${(await follow(world, url)).bytes}`).not.toContain("EQTY");
  // A hash of a whole part in a link of one's own is no key to it.
  const [, wholeHash = ""] = /\.([0-9a-f]{64})\./.exec(wholeUrl) ?? [];
  const forged = files[0]?.url.replace(/\.[0-9a-f]{64}\./, `.${wholeHash}.`) ?? "";
  expect((await follow(world, forged)).status).toBe(404);
});

test("a window that moves with time has no change feed, and says so; one that stands still has", async () => {
  await setPolicy({ history_days: 90 });
  expect((await client.metadata("limited")).metadata.configuration).toEqual({});
  const path = "/shares/wizdata/schemas/datasets/tables/limited/changes?startingVersion=2";
  const refused = await client.request("GET", path);
  expect([refused.status, JSON.parse(refused.text).message]).toEqual([400, expect.stringContaining("not enabled")]);
  await setPolicy({ rows: { code: ["SCOM"] } });
  expect((await client.metadata("limited")).metadata.configuration).toEqual({ enableChangeDataFeed: "true" });
  const { actions } = await client.changes("limited", "startingVersion=2");
  const added = actions.flatMap((action) => ("add" in action ? [action.add] : []));
  expect((await readFiles(world, added)).map((row) => JSON.stringify(row)).length).toBe((await pagedRows()).length);
  expect(actions.length).toBe(2 * added.length);
});
