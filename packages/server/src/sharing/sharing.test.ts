import { afterAll, beforeAll, expect, test } from "vitest";
import { type ExportsWorld, openExportsWorld, pricesRows } from "../exports/exports-testing.ts";
import { eq } from "../store/drizzle.ts";
import { closes, create, publish, send } from "../testing/datasets.ts";
import { openWorld, type World } from "../testing/world.ts";
import { follow, readFiles, sharingClient } from "./sharing-testing.ts";

let world: World;
let exports: ExportsWorld;
beforeAll(async () => {
  world = await openWorld();
  exports = await openExportsWorld(world);
});
afterAll(() => world.close());

async function subscriber(options: Parameters<ExportsWorld["subscriber"]>[0] = {}) {
  const partner = await exports.subscriber(options);
  return { ...partner, client: sharingClient(world, partner.key) };
}

async function usage(partnerId: string) {
  const { db } = world.services.store;
  const events = await db.select().from(db.t.usageEvents).where(eq(db.t.usageEvents.partnerId, partnerId));
  return events.map(({ operation, rows, bytes, units }) => ({ operation, rows, bytes, units }));
}

test("an engine finds the share, its schema and what the partner is subscribed to, and reads the very rows of the pages", async () => {
  const { client, key } = await subscriber();
  expect(await client.listShares()).toEqual([{ name: "wizdata" }]);
  expect(await client.listSchemas()).toEqual([{ name: "datasets", share: "wizdata" }]);
  const tables = [{ name: "prices", schema: "datasets", share: "wizdata" }];
  expect(await client.listTables()).toEqual(tables);
  expect(await client.listAllTables()).toEqual(tables);

  const { files, version, metadata } = await client.files("prices");
  expect([version, files.length]).toEqual([1, 2]);
  const { body } = await world.ask("GET", "/data/prices?limit=1000", { key });
  expect(body.data).toHaveLength(pricesRows);
  const paged = body.data.map((row: object) => JSON.stringify(row)).sort();
  const read = (await readFiles(world, files)).map(({ date, code, close, volume }) =>
    JSON.stringify({ date, code, close, volume: Number(volume) }),
  );
  expect(read.sort()).toEqual(paged);
  expect(JSON.parse(metadata.schemaString)).toEqual({
    type: "struct",
    fields: [
      { name: "date", type: "date", nullable: false, metadata: {} },
      { name: "code", type: "string", nullable: false, metadata: {} },
      { name: "close", type: "double", nullable: true, metadata: {} },
      { name: "volume", type: "long", nullable: true, metadata: {} },
    ],
  });
  expect(metadata).toMatchObject({ numFiles: 2, size: files[0] && files[1] && files[0].size + files[1].size });
});

test("long lists come in pages, and a token is good for its own list and partner only", async () => {
  const { client, id } = await subscriber();
  const other = await subscriber();
  for (const slug of ["paged-a", "paged-b"]) {
    await publish(world, closes(slug));
    const terms = { partner_id: id, tier: "enterprise", billing: "monthly" };
    await world.ask("POST", `/datasets/${slug}/subscribe`, { body: terms });
  }
  expect((await client.listAllTables(1)).map(({ name }) => name)).toEqual(["paged-a", "paged-b", "prices"]);
  const [page] = (await client.lines("GET", "/shares/wizdata/all-tables?maxResults=1")).lines;
  const target = `/shares/wizdata/all-tables?pageToken=${page.nextPageToken}`;
  expect((await client.request("GET", target)).status).toBe(200);
  expect((await other.client.request("GET", target)).status).toBe(400);
  expect((await client.request("GET", target.replace("all-tables", "schemas"))).status).toBe(400);
  const [none] = (await client.lines("GET", "/shares/wizdata/all-tables?maxResults=0")).lines;
  expect(none.items).toEqual([]);
  expect((await client.request("GET", "/shares?maxResults=-1")).status).toBe(400);
});

test("hints leave out parts that cannot have what is asked for, and a limit those that are not needed", async () => {
  const { client } = await subscriber();
  const named = async (hints: object) =>
    (await client.files("prices", { ...hints })).files.map(({ stats }) => JSON.parse(stats ?? "").minValues.date);
  const [first, second] = ["2024-09-01", "2025-01-01"];
  expect(await named({ predicateHints: ["date >= '2025-01-01'"] })).toEqual([second]);
  expect(await named({ predicateHints: ["(`date` < DATE '2025-01-01')", "close > 1e9"] })).toEqual([first]);
  expect(await named({ predicateHints: ["date >= '2030-01-01'"] })).toEqual([]);
  expect(await named({ predicateHints: ["nonsense (", "nothing = 1"] })).toEqual([first, second]);
  const literal = { op: "literal", value: "2025-01-01", valueType: "date" };
  const column = { op: "column", name: "date", valueType: "date" };
  const json = JSON.stringify({ op: "not", children: [{ op: "lessThan", children: [column, literal] }] });
  expect(await named({ jsonPredicateHints: json })).toEqual([second]);
  expect(await named({ jsonPredicateHints: "{" })).toEqual([first, second]);
  // The first part has 366 rows, the second 234.
  expect(await named({ limitHint: 100 })).toEqual([first]);
  expect(await named({ limitHint: 367 })).toEqual([first, second]);
  expect(await named({ limitHint: 0 })).toEqual([]);
});

test("links are counted with the rows and bytes they lead to, once a day, and what is new alone", async () => {
  const { client, id } = await subscriber({ slug: "revised" });
  const hints = { predicateHints: ["date >= '2025-01-01'"] };
  const { files: one } = await client.files("revised", hints);
  const { files: both } = await client.files("revised");
  await client.files("revised");
  const [later] = one;
  const earlier = both.find(({ id }) => id !== later?.id);
  expect(await usage(id)).toEqual([
    { operation: "sharing", rows: 234, bytes: later?.size, units: 1 },
    { operation: "sharing", rows: 366, bytes: earlier?.size, units: 1 },
    { operation: "sharing", rows: 0, bytes: 0, units: 0 },
  ]);
  const before = world.clock.now();
  world.clock.advance(24 * 3_600_000);
  const { headers } = await client.files("revised");
  expect((await usage(id)).at(-1)).toMatchObject({ rows: pricesRows, units: 1 });
  expect(headers.get("wizdata-receipt")).toMatch(/^use_/);
  expect(headers.get("ratelimit")).toContain("license-day");
  world.clock.set(before);
});

test("a quota that is used up gives no link, in the words of the protocol", async () => {
  const partner = await subscriber();
  const limits = { per_day: 1, reason: "A test", until: "2026-04-01T00:00:00Z" };
  const { body } = await world.ask("GET", `/subscriptions?partner_id=${partner.id}`);
  expect((await world.ask("PUT", `/subscriptions/${body.data[0].id}/limits`, { body: limits })).status).toBe(200);
  await partner.client.files("prices", { limitHint: 1 });
  const refused = await partner.client.request("POST", "/shares/wizdata/schemas/datasets/tables/prices/query", {
    body: {},
  });
  expect(refused.status).toBe(429);
  expect(refused.headers.get("retry-after")).toMatch(/^\d+$/);
  expect(JSON.parse(refused.text)).toEqual({
    errorCode: "RESOURCE_EXHAUSTED",
    message: expect.stringContaining("license-day"),
  });
  expect(refused.text).not.toContain("wz_link_");
  expect(await usage(partner.id)).toHaveLength(1);
  // What was paid for is still had.
  expect((await partner.client.files("prices", { limitHint: 1 })).files).toHaveLength(1);
});

test("what a partner has no right to looks exactly like what is not there", async () => {
  await create(world, closes("sketch"));
  const { client } = await subscriber();
  const basic = await subscriber({ tier: "basic" });
  const wanted = (table: string, share = "wizdata", schema = "datasets") =>
    `/shares/${share}/schemas/${schema}/tables/${table}`;
  const told = async (request: typeof client.request, path: string) => {
    const answers = await Promise.all([
      request("GET", `${path}/metadata`),
      request("GET", `${path}/version`),
      request("POST", `${path}/query`, { body: {} }),
      request("GET", `${path}/changes?startingVersion=1`),
    ]);
    return answers.map(({ status, text }) => `${status} ${text}`);
  };
  const missing = await told(client.request, wanted("nothing"));
  expect(new Set(missing).size).toBe(1);
  expect(JSON.parse(missing[0]?.slice(4) ?? "")).toMatchObject({ errorCode: "RESOURCE_DOES_NOT_EXIST" });
  for (const path of [
    wanted("revised"),
    wanted("sketch"),
    wanted("prices", "theirs"),
    wanted("prices", "wizdata", "market"),
    wanted("..%2f..%2fprices"),
    wanted("prices%00"),
    wanted("prices."),
  ])
    expect(await told(client.request, path), path).toEqual(path.includes("%00") ? expect.anything() : missing);
  expect(await told(basic.client.request, wanted("prices"))).toEqual(missing);
  expect(await basic.client.listAllTables()).toEqual([]);
  // Capitals make no difference.
  expect((await client.request("GET", `${wanted("PRICES", "WizData", "Datasets")}/version`)).status).toBe(200);
});

test("only a partner's living key with the scope may ask, and is told so as the protocol has it", async () => {
  const partner = await subscriber();
  const scoped = await exports.anotherKey(partner.id, { name: "usage", scopes: ["usage:read"] });
  const answers = await Promise.all(
    ["wz_live_no", scoped, world.operatorKey].map(async (key) => {
      const { status, text, headers } = await sharingClient(world, key).request("GET", "/shares");
      return [status, JSON.parse(text).errorCode, headers.get("content-type")];
    }),
  );
  const type = "application/json; charset=utf-8";
  expect(answers).toEqual([
    [401, "UNAUTHENTICATED", type],
    [403, "PERMISSION_DENIED", type],
    [403, "PERMISSION_DENIED", type],
  ]);
  const wrong = await partner.client.request("DELETE", "/shares");
  expect([wrong.status, JSON.parse(wrong.text).errorCode]).toEqual([405, "UNSUPPORTED_OPERATION"]);
  const unknown = await partner.client.request("GET", "/nothing");
  expect([unknown.status, JSON.parse(unknown.text).errorCode]).toEqual([404, "RESOURCE_DOES_NOT_EXIST"]);
});

test("earlier versions are read by number and by moment, and never before they were there", async () => {
  await publish(world, closes("dated"), "date,code,close\n2024-12-30,SCOM,1\n");
  const { client } = await subscriber({ slug: "dated" });
  const before = world.clock.now();
  world.clock.advance(3_600_000);
  await send(world, "dated", "date,code,close\n2024-12-30,SCOM,2\n");
  const closeAt = async (hints: object) => {
    const { files, version } = await client.files("dated", { ...hints });
    const [row] = await readFiles(world, files);
    return [version, row?.close, files[0]?.version, files[0]?.timestamp];
  };
  expect(await closeAt({})).toEqual([2, 2, undefined, undefined]);
  expect(await closeAt({ version: 1 })).toEqual([1, 1, 1, before.getTime()]);
  expect(await closeAt({ timestamp: before.toISOString() })).toEqual([1, 1, 1, before.getTime()]);
  const query = "/shares/wizdata/schemas/datasets/tables/dated/query";
  for (const body of [
    { version: 9 },
    { timestamp: "2020-01-01T00:00:00Z" },
    { version: 1, timestamp: "2020-01-01T00:00:00Z" },
    { limitHint: -1 },
    { timestamp: "soon" },
  ])
    expect((await client.request("POST", query, { body })).status, JSON.stringify(body)).toBe(400);
  expect(await client.version("dated")).toBe(2);
  expect(await client.version("dated", `?startingTimestamp=${before.toISOString()}`)).toBe(1);
  expect(await client.version("dated", `?startingTimestamp=${new Date(before.getTime() + 1).toISOString()}`)).toBe(2);
  const late = await client.request(
    "GET",
    "/shares/wizdata/schemas/datasets/tables/dated/version?startingTimestamp=2030-01-01T00:00:00Z",
  );
  expect(late.status).toBe(400);
  const head = await client.request("HEAD", "/shares/wizdata/schemas/datasets/tables/dated");
  expect([head.status, head.headers.get("delta-table-version"), head.text]).toEqual([200, "2", ""]);
  world.clock.set(before);
});

test("a test key is given files that hold the first rows and nothing else", async () => {
  await publish(
    world,
    closes("long"),
    `date,code,close\n${Array.from({ length: 1_500 }, (_, at) => `2024-01-01,C${at},1`).join("\n")}\n`,
  );
  const partner = await subscriber({ slug: "long" });
  const key = await exports.anotherKey(partner.id, { name: "test", mode: "test" });
  const { files } = await sharingClient(world, key).files("long");
  const rows = await readFiles(world, files);
  expect(rows).toHaveLength(1_000);
  const { body } = await world.ask("GET", "/data/long?limit=1000", { key });
  expect(rows.map(({ code }) => code)).toEqual(body.data.map(({ code }: { code: string }) => code));
  expect(await usage(partner.id)).toContainEqual({
    operation: "sharing",
    rows: 1_000,
    bytes: files[0]?.size,
    units: 1,
  });
});

test("the routes are the protocol's own, so the contract does not speak for them", async () => {
  const document = await (await world.fetch("http://wizdata.test/openapi.json")).text();
  expect(document).not.toContain('"/delta-sharing');
  expect(document).not.toContain('"/api/v1/delta-sharing');
  const paths = new Set(world.app.routes.map(({ path }) => path).filter((path) => path.startsWith("/delta-sharing/s")));
  const table = "/delta-sharing/shares/:share/schemas/:schema/tables/:table";
  expect([...paths].sort()).toEqual(
    [
      "/delta-sharing/shares",
      "/delta-sharing/shares/:share",
      "/delta-sharing/shares/:share/all-tables",
      "/delta-sharing/shares/:share/schemas",
      "/delta-sharing/shares/:share/schemas/:schema/tables",
      table,
      ...["changes", "metadata", "query", "version"].map((verb) => `${table}/${verb}`),
    ].sort(),
  );
  expect((await follow(world, "http://wizdata.test/delta-sharing/shares")).status).toBe(401);
});
