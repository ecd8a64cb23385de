import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closes, create, publish, send } from "../testing/datasets.ts";
import { openWorld, type World } from "../testing/world.ts";

let world: World;
let partner: { id: string; key: string };
beforeAll(async () => {
  world = await openWorld();
  partner = await world.onboard();
});
afterAll(() => world.close());

const slugs = (answer: { body: { data: { slug: string }[] } }) => answer.body.data.map(({ slug }) => slug);

test("a new dataset is a draft with its source's licence and the four usual licenses", async () => {
  const made = await create(world, closes("fresh"));
  expect(made.body).toMatchObject({
    slug: "fresh",
    state: "draft",
    current_version: null,
    countries: ["KEN"],
    series: ["SCOM"],
    source: { name: "Test", licence: "CC0", attribution: "Nobody" },
    price: { amount: 12_345, currency: "ZAR" },
    price_per_call: { amount: 50, currency: "ZAR" },
  });
  const licenses = await world.ask("GET", "/datasets/fresh/licenses");
  expect(licenses.body.data).toMatchObject([
    {
      tier: "free",
      per_minute: 10,
      per_day: 1_000,
      per_month: 10_000,
      features: ["query"],
      price_multiplier: 0,
      monthly_price: { amount: 0 },
    },
    { tier: "basic", per_minute: 60, per_day: 10_000, per_month: 100_000, features: ["query"], price_multiplier: 0.5 },
    {
      tier: "premium",
      per_minute: 200,
      features: ["query", "export", "realtime", "webhooks"],
      price_multiplier: 1,
      monthly_price: { amount: 12_345 },
      annual_price: { amount: 123_450, currency: "ZAR" },
    },
    {
      tier: "enterprise",
      per_month: 10_000_000,
      features: ["query", "export", "realtime", "webhooks", "custom_queries", "white_label", "redistribution"],
      price_multiplier: 3,
    },
  ]);
});

test("half a cent is rounded up, and a year costs exactly ten of the months shown", async () => {
  const { body } = await world.ask("GET", "/datasets/fresh/licenses");
  expect(body.data[1]).toMatchObject({
    monthly_price: { amount: 6_173, currency: "ZAR" },
    annual_price: { amount: 61_730, currency: "ZAR" },
  });
});

test("a slug names one dataset", async () => {
  const again = await world.ask("POST", "/datasets", { body: closes("fresh", { title: "Another" }) });
  expect(again.body).toMatchObject({ status: 409, code: "already_exists", errors: [{ path: "slug" }] });
  expect((await world.ask("GET", "/datasets/fresh")).body.title).toBe("Closing prices");
});

test("partners see a dataset from its first version on, and before that nothing of it", async () => {
  await create(world, closes("hidden"));
  const paths = ["", "/schema", "/licenses", "/versions", "/versions/1"];
  for (const path of paths) {
    const hidden = await world.ask("GET", `/datasets/hidden${path}`, {
      key: partner.key,
      headers: { "request-id": "same" },
    });
    const missing = await world.ask("GET", `/datasets/missing${path}`, {
      key: partner.key,
      headers: { "request-id": "same" },
    });
    expect(hidden.status).toBe(404);
    expect(hidden.body).toEqual(missing.body);
  }
  expect(slugs(await world.ask("GET", "/datasets?limit=200", { key: partner.key }))).not.toContain("hidden");
  expect((await world.ask("GET", "/datasets?state=draft", { key: partner.key })).body.data).toEqual([]);
  expect(slugs(await world.ask("GET", "/datasets?state=draft"))).toContain("hidden");

  expect((await send(world, "hidden", "date,code,close\n2025-01-02,SCOM,1\n")).status).toBe(201);
  for (const path of paths)
    expect((await world.ask("GET", `/datasets/hidden${path}`, { key: partner.key })).status).toBe(200);
});

test("the catalog can be narrowed by category, country, series and state", async () => {
  await publish(world, closes("kenyan", { category: "narrow", countries: ["KEN", "UGA"], series: ["NPN", "a'b%_é"] }));
  await publish(world, closes("ugandan", { category: "narrow", countries: ["UGA"], series: ["NPNX", "npn"] }));
  await create(world, closes("draft-one", { category: "narrow", countries: [], series: [] }));
  const found = async (query: string) => slugs(await world.ask("GET", `/datasets?category=narrow&${query}`));
  expect(await found("")).toEqual(["draft-one", "kenyan", "ugandan"]);
  expect(await found("country=UGA")).toEqual(["kenyan", "ugandan"]);
  expect(await found("country=KEN")).toEqual(["kenyan"]);
  expect(await found("series=NPN")).toEqual(["kenyan"]);
  expect(await found(`series=${encodeURIComponent("a'b%_é")}`)).toEqual(["kenyan"]);
  expect(await found(`series=${encodeURIComponent("%")}`)).toEqual([]);
  expect(await found("state=draft")).toEqual(["draft-one"]);
  const first = await world.ask("GET", "/datasets?category=narrow&limit=2");
  expect(first.body).toMatchObject({ has_more: true });
  expect(await found(`limit=2&after=${first.body.next_cursor}`)).toEqual(["ugandan"]);
});

test("what is not given stays as it was", async () => {
  await create(world, closes("changing"));
  const changed = await world.ask("PATCH", "/datasets/changing", {
    body: { title: "New title", price: { amount: 999 } },
  });
  expect(changed.body).toMatchObject({
    title: "New title",
    description: "What shares cost at the end of a day.",
    price: { amount: 999, currency: "ZAR" },
    price_per_call: { amount: 50 },
  });
  expect((await world.ask("PATCH", "/datasets/changing", { body: {} })).status).toBe(400);
  expect((await world.ask("PATCH", "/datasets/missing", { body: { title: "x" } })).status).toBe(404);
});

test("a new definition holds from the next version on, and each version keeps its own", async () => {
  const dataset = closes("evolving");
  await publish(world, dataset);
  const columns = [...dataset.definition.columns, { name: "volume", type: "integer" }];
  await world.ask("PATCH", "/datasets/evolving", { body: { definition: { ...dataset.definition, columns } } });
  const names = (definition: { columns: { name: string }[] }) => definition.columns.map(({ name }) => name);

  const forPartners = (await world.ask("GET", "/datasets/evolving/schema", { key: partner.key })).body;
  expect(forPartners).toMatchObject({ dataset: "evolving", version: 1, next_definition: null });
  expect(names(forPartners.definition)).toEqual(["date", "code", "close"]);
  const forOperators = (await world.ask("GET", "/datasets/evolving/schema")).body;
  expect(names(forOperators.next_definition)).toEqual(["date", "code", "close", "volume"]);

  expect((await send(world, "evolving", "date,code,close,volume\n2025-01-02,SCOM,1,5\n")).body.number).toBe(2);
  const now = (await world.ask("GET", "/datasets/evolving/schema", { key: partner.key })).body;
  expect(now.version).toBe(2);
  expect(names(now.definition)).toEqual(["date", "code", "close", "volume"]);
});

describe("a dataset is refused by the field that is wrong, and nothing is made", () => {
  const { definition } = closes("x");
  const column = (changes: object) => ({
    definition: {
      ...definition,
      columns: [...definition.columns.slice(0, 2), { name: "close", type: "number", ...changes }],
    },
  });
  test.each<[string, object, string]>([
    ["a slug that is a path", { slug: "../etc" }, "slug"],
    ["a slug with capitals", { slug: "JSE" }, "slug"],
    ["an empty title", { title: " " }, "title"],
    ["a country that is none", { countries: ["ZA"] }, "countries.0"],
    ["a country twice", { countries: ["ZAF", "ZAF"] }, "countries"],
    ["an unknown cadence", { cadence: "fortnightly" }, "cadence"],
    ["half a cent", { price: { amount: 0.5 } }, "price.amount"],
    ["a negative price", { price: { amount: -1 } }, "price.amount"],
    ["a currency that is none", { price: { amount: 1, currency: "XXZ" } }, "price.currency"],
    ["no source", { source: undefined }, "source"],
    [
      "a script as the source's page",
      { source: { name: "x", licence: "x", attribution: "x", url: "javascript:alert(1)" } },
      "source.url",
    ],
    ["a field of ours", { state: "published" }, "state"],
    ["a type that is none", column({ type: "money" }), "definition.columns.2.type"],
    ["a column that is a word of the grammar", column({ name: "limit" }), "definition.columns.2.name"],
    ["SQL as a column", column({ name: 'x" FROM y; --' }), "definition.columns.2.name"],
    ["bounds that exclude everything", column({ minimum: 2, maximum: 1 }), "definition.columns.2.maximum"],
    ["a pattern on a number", column({ pattern: "a" }), "definition.columns.2.pattern"],
    ["a pattern that looks ahead", column({ type: "string", pattern: "(?=a)b" }), "definition.columns.2.pattern"],
    ["a pattern that never ends", column({ type: "string", pattern: "(a" }), "definition.columns.2.pattern"],
    ["a key without a column", { definition: { ...definition, key: ["isin"] } }, "definition.key.0"],
    ["a key that may be null", { definition: { ...definition, key: ["close"] } }, "definition.key.0"],
    ["a time that is text", { definition: { ...definition, time: "code" } }, "definition.time"],
    [
      "a comparison of a number with a date",
      { definition: { ...definition, relations: [{ left: "close", operator: "<", right: "date" }] } },
      "definition.relations.0",
    ],
    [
      "a zone that is none",
      { definition: { ...definition, source_time_zone: "Mars/Olympus" } },
      "definition.source_time_zone",
    ],
  ])("%s", async (_case, wrong, path) => {
    const refused = await world.ask("POST", "/datasets", { body: closes("refused", wrong) });
    expect(refused.body).toMatchObject({ status: 400, code: "invalid_request", errors: [{ path }] });
    expect((await world.ask("GET", "/datasets/refused")).status).toBe(404);
  });
});

test.each(["%00", "..%2f..%2fetc", "a%27%20or%201=1", "%F0%9F%92%A9", "A", "-"])(
  "the slug %s is one of no dataset",
  async (slug) => {
    for (const path of [`/datasets/${slug}`, `/datasets/${slug}/schema`, `/datasets/${slug}/versions/1`]) {
      expect((await world.ask("GET", path)).body).toMatchObject({ status: 404, code: "not_found" });
    }
  },
);

test("terms of a tier are replaced as a whole, and shown with their price", async () => {
  await create(world, closes("licensed"));
  const terms = { per_minute: 5, per_day: 50, per_month: 500, features: ["query", "export"], price_multiplier: 1.234 };
  const set = await world.ask("PUT", "/datasets/licensed/licenses/basic", { body: terms });
  expect(set.body).toEqual({
    tier: "basic",
    ...terms,
    monthly_price: { amount: 15_234, currency: "ZAR" },
    annual_price: { amount: 152_340, currency: "ZAR" },
    policy: null,
    sees: { words: ["all rows and columns"], columns: ["date", "code", "close"], from: null, to: null },
    adds: ["export"],
  });
  expect((await world.ask("GET", "/datasets/licensed/licenses")).body.data[1]).toEqual(set.body);
});

test.each<[string, object, string]>([
  ["no limit at all", { per_day: 0 }, "per_day"],
  ["a feature that is none", { features: ["everything"] }, "features.0"],
  ["a fourth decimal", { price_multiplier: 0.0005 }, "price_multiplier"],
  ["a negative price", { price_multiplier: -1 }, "price_multiplier"],
  ["terms that leave one out", { per_month: undefined }, "per_month"],
])("a license with %s is refused", async (_case, wrong, path) => {
  const terms = { per_minute: 5, per_day: 50, per_month: 500, features: ["query"], price_multiplier: 1 };
  const refused = await world.ask("PUT", "/datasets/fresh/licenses/basic", { body: { ...terms, ...wrong } });
  expect(refused.body).toMatchObject({ status: 400, code: "invalid_request", errors: [{ path }] });
});

test("the free tier stays free, and a tier that is none has no license", async () => {
  const body = { per_minute: 5, per_day: 50, per_month: 500, features: ["query"], price_multiplier: 1 };
  expect((await world.ask("PUT", "/datasets/fresh/licenses/free", { body })).body).toMatchObject({
    status: 400,
    errors: [{ path: "price_multiplier" }],
  });
  expect((await world.ask("PUT", "/datasets/fresh/licenses/gold", { body })).status).toBe(400);
  expect((await world.ask("PUT", "/datasets/missing/licenses/basic", { body })).status).toBe(404);
});
