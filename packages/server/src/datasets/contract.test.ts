import { afterAll, beforeAll, expect, test } from "vitest";
import { closes, closesCsv, publish, send } from "../testing/datasets.ts";
import { openWorld, type World } from "../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

type Column = { name: string; type: string; nullable?: boolean; unit?: string; description?: string };
const columns = closes("x").definition.columns as Column[];
const volume: Column = { name: "volume", type: "integer" };
const withVolume = closesCsv(9)
  .replaceAll(/$(?=\n)/gm, ",1")
  .replace("close,1", "close,volume");

let made = 0;
async function newDataset(contract?: string): Promise<string> {
  made += 1;
  await publish(world, closes(`contract-${made}`, contract === undefined ? {} : { contract }));
  return `contract-${made}`;
}
const redefine = (slug: string, changed: Column[], more: object = {}) =>
  world.ask("PATCH", `/datasets/${slug}`, {
    body: { definition: { ...closes(slug).definition, ...more, columns: changed } },
  });
const countFiles = () => world.services.store.db.$count(world.services.store.db.t.parts);

test("a new column is within the usual contract, and beyond that of a frozen dataset", async () => {
  const [additive, frozen] = [await newDataset(), await newDataset("frozen")];
  for (const slug of [additive, frozen]) await redefine(slug, [...columns, volume]);
  expect((await send(world, additive, withVolume)).status).toBe(201);
  expect((await send(world, frozen, withVolume)).body).toMatchObject({
    status: 409,
    code: "schema_contract",
    contract: "frozen",
    columns: [{ of: "column", name: "volume", change: "added", before: null, after: "integer or null" }],
    subscriptions: { total: 0 },
    exports: { total: 0 },
    next: [`wizdata datasets contract ${frozen} evolving`, expect.any(String)],
  });
});

test("a column that goes or changes is refused with whom it would break, before the file is read", async () => {
  const slug = await newDataset();
  const [sees, blind] = [await world.onboard(), await world.onboard()];
  const subscribe = async (partnerId: string, tier: string) =>
    (await world.ask("POST", `/datasets/${slug}/subscribe`, { body: { partner_id: partnerId, tier } })).body.id;
  const subscription = await subscribe(sees.id, "premium");
  await subscribe(blind.id, "enterprise");
  const { body: licenses } = await world.ask("GET", `/datasets/${slug}/licenses`);
  const { data = licenses } = licenses;
  const enterprise = data.find(({ tier }: { tier: string }) => tier === "enterprise");
  await world.ask("PUT", `/datasets/${slug}/licenses/enterprise`, {
    body: {
      ...{ per_minute: enterprise.per_minute, per_day: enterprise.per_day, per_month: enterprise.per_month },
      ...{ features: enterprise.features, price_multiplier: 3, policy: { columns: ["date", "code"] } },
    },
  });
  const order = (body: object) =>
    world.ask("POST", "/exports", { key: sees.key, body: { dataset: slug, format: "csv", ...body } });
  await order({});
  const naming = (await order({ columns: ["date", "close"] })).body.id;

  await redefine(slug, [...columns.slice(0, 2), { name: "close", type: "decimal(12,2)" }]);
  const files = await countFiles();
  // No file at all would be refused as one, if anything looked at it.
  const refused = await send(world, slug, "not,a,file");
  expect(refused.body).toMatchObject({
    code: "schema_contract",
    contract: "additive",
    columns: [{ name: "close", change: "changed", before: "number or null", after: "decimal(12,2) or null" }],
    subscriptions: { total: 1, first: [{ id: subscription, partner_id: sees.id, tier: "premium" }] },
    exports: { total: 1, first: [{ id: naming, partner_id: sees.id }] },
  });
  expect(await countFiles()).toBe(files);

  await world.ask("PATCH", `/datasets/${slug}`, { body: { contract: "evolving" } });
  expect((await send(world, slug, closesCsv(4))).status).toBe(201);
  // Going back changes the column once more.
  await world.ask("PATCH", `/datasets/${slug}`, { body: { contract: "frozen" } });
  expect((await world.ask("POST", `/datasets/${slug}/versions/1/rollback`, { body: {} })).body.code).toBe(
    "schema_contract",
  );
});

test("a publish may state less than its dataset allows, and never more", async () => {
  const [slug, other] = [await newDataset("evolving"), await newDataset("frozen")];
  for (const of of [slug, other]) await redefine(of, [...columns, volume]);
  const stated = (of: string, contract: string) =>
    world.ask("POST", `/datasets/${of}/versions?contract=${contract}`, {
      raw: withVolume,
      headers: { "content-type": "text/csv" },
    });
  expect((await stated(slug, "frozen")).body).toMatchObject({ code: "schema_contract", contract: "frozen" });
  expect((await stated(other, "evolving")).body).toMatchObject({ code: "schema_contract", contract: "frozen" });
  expect((await stated(slug, "additive")).status).toBe(201);
});

test("another key is beyond the contract, and nulls no longer allowed are not", async () => {
  const slug = await newDataset();
  await redefine(slug, columns, { key: ["code", "date", "close"].slice(0, 1), repeated_key: "keep_last" });
  expect((await send(world, slug, closesCsv(5))).body).toMatchObject({
    code: "schema_contract",
    columns: [{ of: "key", before: "code, date", after: "code" }],
  });
  await redefine(slug, [...columns.slice(0, 2), { name: "close", type: "number", nullable: false }]);
  expect((await send(world, slug, closesCsv(5))).status).toBe(201);
});

test("descriptions and units change at once, for everybody and without a version", async () => {
  const slug = await newDataset("frozen");
  const { key } = await world.onboard();
  const said = { unit: "KES", description: "The last price of the day." };
  await redefine(slug, [...columns.slice(0, 2), { ...(columns[2] ?? volume), ...said }]);
  for (const of of [key, world.operatorKey]) {
    const { body } = await world.ask("GET", `/datasets/${slug}/schema`, { key: of });
    expect(body.definition.columns[2]).toMatchObject(said);
    expect(body).toMatchObject({ version: 1, next_definition: null });
  }
  expect((await send(world, slug, closesCsv())).body).toMatchObject({ number: 1, unchanged: true });
});
