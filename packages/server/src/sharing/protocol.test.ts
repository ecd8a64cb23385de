import { afterAll, beforeAll, expect, test } from "vitest";
import { openExportsWorld } from "../exports/exports-testing.ts";
import { send } from "../testing/datasets.ts";
import { openWorld, type World } from "../testing/world.ts";
import { type SharingClient, sharingClient } from "./sharing-testing.ts";

// The examples of the published protocol, by their shape: each field that it calls required is there, each that is there is one it
// knows, and all have its types. Values of examples are shortened.

const schemaString = '{"type":"struct","fields":[{"name":"date","type":"date","nullable":true,"metadata":{}}]}';
const stats =
  '{"numRecords":1,"minValues":{"date":"2021-04-28"},"maxValues":{"date":"2021-04-28"},"nullCount":{"date":0}}';
const metaData = {
  id: "f8d5c169-3d01-4ca3-ad9e-7dc3355aedb2",
  format: { provider: "parquet" },
  schemaString,
  partitionColumns: ["date"],
};
const file = { url: "https://s3", id: "8b0086f2", partitionValues: {}, size: 573 };
const dated = { ...file, timestamp: 1_652_140_000_000, version: 0 };
const optional = {
  metaData: {
    name: "t",
    description: "d",
    configuration: { enableChangeDataFeed: "true" },
    version: 1,
    size: 1,
    numFiles: 5,
  },
  file: { stats, version: 0, timestamp: 1, expirationTimestamp: 1_652_140_800_000 },
};
const examples = {
  shares: { items: [{ name: "vaccine_share", id: "edacc4a7-6600-4fbb-85f3-a62a5ce6761f" }], nextPageToken: "..." },
  share: { share: { name: "vaccine_share", id: "edacc4a7-6600-4fbb-85f3-a62a5ce6761f" } },
  schemas: { items: [{ name: "acme_vaccine_data", share: "vaccine_share" }], nextPageToken: "..." },
  tables: {
    items: [{ share: "vaccine_share", schema: "acme", name: "ingredients", shareId: "edacc4a7", id: "dcb1e680" }],
    nextPageToken: "...",
  },
  error: { errorCode: "string", message: "string" },
};

let client: SharingClient;
let world: World;
beforeAll(async () => {
  world = await openWorld();
  const exports = await openExportsWorld(world);
  client = sharingClient(world, (await exports.subscriber({ slug: "revised" })).key);
  await send(world, "revised", "date,code,close,volume\n2025-01-01,KCB,1,1\n");
});
afterAll(() => world.close());

const typeOf = (value: unknown) => (Array.isArray(value) ? "array" : typeof value);

/** Where `given` is not what the protocol has, as paths. */
function faults(given: unknown, required: object, more: object = {}, at = ""): string[] {
  if (typeof given !== "object" || given === null) return [`${at} is no object`];
  const known = { ...required, ...more } as Record<string, unknown>; // examples are plain objects
  const missing = Object.keys(required).filter((name) => !(name in given) && name !== "nextPageToken");
  return [
    ...missing.map((name) => `${at}.${name} is missing`),
    ...Object.entries(given).flatMap(([name, value]) => {
      if (!(name in known)) return [`${at}.${name} is unknown`];
      if (typeOf(value) !== typeOf(known[name])) return [`${at}.${name} is a ${typeOf(value)}`];
      const [example] = Array.isArray(known[name]) ? known[name] : [];
      if (typeof example !== "object") return [];
      return (value as unknown[]).flatMap((item) => faults(item, example, {}, `${at}.${name}`)); // an array like the example
    }),
  ];
}

const tablePath = "/shares/wizdata/schemas/datasets/tables/revised";

test.each([
  ["/shares", examples.shares],
  ["/shares/wizdata", examples.share],
  ["/shares/wizdata/schemas", examples.schemas],
  ["/shares/wizdata/schemas/datasets/tables", examples.tables],
  ["/shares/wizdata/all-tables", examples.tables],
])("GET %s answers like the example", async (target, example) => {
  const { status, headers, text } = await client.request("GET", target);
  expect([status, headers.get("content-type")]).toEqual([200, "application/json; charset=utf-8"]);
  expect(faults(JSON.parse(text), example)).toEqual([]);
});

test("a version is a header, and a body that is empty", async () => {
  const { status, headers, text } = await client.request("GET", `${tablePath}/version`);
  expect([status, headers.get("delta-table-version"), text]).toEqual([200, "3", ""]);
});

function expectHead(headers: Headers, lines: Record<string, unknown>[]) {
  expect(headers.get("content-type")).toBe("application/x-ndjson; charset=utf-8");
  expect(headers.get("delta-table-version")).toMatch(/^\d+$/);
  expect(headers.get("delta-sharing-capabilities")).toBe("responseformat=parquet");
  const [protocol, metadata] = lines;
  expect(protocol).toEqual({ protocol: { minReaderVersion: 1 } });
  expect(faults(metadata?.metaData, metaData, optional.metaData)).toEqual([]);
  expect(Object.keys(metadata ?? {})).toEqual(["metaData"]);
}

test("metadata are two lines like the example, whatever form a client can read", async () => {
  const headers = { "delta-sharing-capabilities": "responseformat=delta,parquet;readerfeatures=deletionvectors" };
  const answer = await client.lines("GET", `${tablePath}/metadata`, { headers });
  expectHead(answer.headers, answer.lines);
  expect(answer.lines).toHaveLength(2);
});

test("a query with every field of the example answers with lines like its own, each wrapped in one object", async () => {
  const body = {
    predicateHints: ["date >= '2021-01-01'", "date <= '2029-01-31'"],
    limitHint: 1000,
    version: 1,
    jsonPredicateHints: "",
    includeRefreshToken: true,
  };
  const { headers, lines } = await client.lines("POST", `${tablePath}/query`, { body });
  expectHead(headers, lines);
  const files = lines.slice(2);
  expect(files).toHaveLength(2);
  for (const line of files) {
    expect(Object.keys(line)).toEqual(["file"]);
    expect(faults(line.file, file, optional.file)).toEqual([]);
    expect(faults(JSON.parse(line.file.stats), JSON.parse(stats))).toEqual([]);
  }
});

test("a change data feed answers with add and remove like the examples", async () => {
  const { headers, lines } = await client.lines("GET", `${tablePath}/changes?startingVersion=0&endingVersion=3`);
  expectHead(headers, lines);
  const { stats: _, ...ofRemoved } = optional.file;
  const actions = lines.slice(2);
  expect(new Set(actions.flatMap((line) => Object.keys(line)))).toEqual(new Set(["add", "remove"]));
  for (const { add, remove } of actions)
    expect(add ? faults(add, dated, optional.file) : faults(remove, dated, ofRemoved)).toEqual([]);
});

test.each([
  ["GET", "/shares?maxResults=x", 400],
  ["GET", "/shares/none", 404],
  ["GET", `${tablePath}/nothing`, 404],
  ["POST", `${tablePath}/query`, 415],
])("%s %s is refused in the protocol's form", async (method, target, status) => {
  const answer = await client.request(method, target);
  expect(answer.status).toBe(status);
  expect(answer.headers.get("content-type")).toMatch(/^application\/json/);
  expect(faults(JSON.parse(answer.text), examples.error)).toEqual([]);
});
