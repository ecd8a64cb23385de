import { expect, test } from "vitest";
import { answer, refuse, serve } from "./testing/server.ts";

/** A dataset of numbered rows, paged as the server pages: by `limit`, with a cursor that says where to go on. */
const serveRows = (rowsTotal: number) =>
  serve((response, { url }) => {
    const search = new URL(url, "http://localhost").searchParams;
    const from = Number(search.get("after") ?? 0);
    const to = Math.min(rowsTotal, from + Number(search.get("limit") ?? 100));
    const data = Array.from({ length: to - from }, (_, at) => ({ place: from + at }));
    const next_cursor = to < rowsTotal ? String(to) : null;
    const page = { dataset: "nse-kenya", version: 7, data, has_more: next_cursor !== null, next_cursor };
    answer(response, page, 200, {
      "wizdata-receipt": "use_1",
      "ratelimit-policy": '"license-minute";q=60;w=60, "plan-day";q=10000;w=82800',
      ratelimit: '"license-minute";r=59;t=60, "plan-day";r=9990;t=3600',
    });
  });

test("iterating over rows takes the largest pages, so that it costs the fewest calls", async () => {
  const { client, requests } = await serveRows(25_000);
  const rows = await Array.fromAsync(client().data.rows("nse-kenya", { code: "SCOM" }));
  expect(rows.map(({ place }) => place)).toEqual(Array.from({ length: 25_000 }, (_, at) => at));
  expect(requests.map(({ url }) => url)).toEqual([
    "/api/v1/data/nse-kenya?code=SCOM&limit=10000",
    "/api/v1/data/nse-kenya?code=SCOM&limit=10000&after=10000",
    "/api/v1/data/nse-kenya?code=SCOM&limit=10000&after=20000",
  ]);
});

test("who wants 10 rows pays for 10 rows", async () => {
  const { client, requests } = await serveRows(25_000);
  expect(await Array.fromAsync(client().data.rows("nse-kenya", {}, { rowsMax: 10 }))).toHaveLength(10);
  expect(await Array.fromAsync(client().data.rows("nse-kenya", {}, { rowsMax: 0 }))).toEqual([]);
  expect(await Array.fromAsync(client().data.rows("nse-kenya", {}, { rowsMax: 5, pageRowsMax: 2 }))).toHaveLength(5);
  expect(requests.map(({ url }) => url.split("?")[1])).toEqual([
    "limit=10",
    "limit=2",
    "limit=2&after=2",
    "limit=2&after=4",
  ]);
});

test("a page tells its version, its receipt and every limit that applies", async () => {
  const { client } = await serveRows(3);
  expect(await client().data.query("nse-kenya", { limit: 1 })).toEqual({
    dataset: "nse-kenya",
    version: 7,
    data: [{ place: 0 }],
    has_more: true,
    next_cursor: "1",
    receipt: "use_1",
    limits: [
      { name: "license-minute", quota: 60, windowSeconds: 60, remaining: 59, resetsInSeconds: 60 },
      { name: "plan-day", quota: 10_000, windowSeconds: 82_800, remaining: 9_990, resetsInSeconds: 3_600 },
    ],
  });
});

test("conditions, lists, columns and times are written as the grammar has them", async () => {
  const { client, requests } = await serveRows(1);
  const query = {
    ticker: ["NPN", "SOL"],
    "close.gte": 100,
    "volume.null": false,
    from: new Date(0),
    columns: ["date", "close"],
    order: "-time",
    version: 7,
  } as const;
  await client().data.query("jse-market", query);
  const search = new URL(requests[0]?.url ?? "", "http://localhost").searchParams;
  expect([...search]).toEqual([
    ["ticker", "NPN"],
    ["ticker", "SOL"],
    ["close.gte", "100"],
    ["volume.null", "false"],
    ["from", "1970-01-01T00:00:00.000Z"],
    ["columns", "date,close"],
    ["order", "-time"],
    ["version", "7"],
  ]);
});

test("a quota that ends in the midst of the rows ends them with an error, never quietly", async () => {
  const { client } = await serve((response, _, count) =>
    count === 1
      ? answer(response, { dataset: "nse-kenya", version: 7, data: [{ place: 0 }], has_more: true, next_cursor: "1" })
      : refuse(response, 429, "quota_exceeded", { "retry-after": "3600" }),
  );
  const seen: unknown[] = [];
  const reading = async () => {
    for await (const row of client().data.rows("nse-kenya")) seen.push(row);
  };
  await expect(reading()).rejects.toMatchObject({ code: "quota_exceeded" });
  expect(seen).toEqual([{ place: 0 }]);
});

test("a long query is sent as JSON: conditions apart, times as an address has them", async () => {
  const { client, requests } = await serveRows(1);
  const ticker = Array.from({ length: 300 }, (_, at) => `TICKER${at}`);
  const query = { ticker, "close.gte": 100, from: new Date(0), columns: ["date", "close"], order: "-time" } as const;
  await client().data.query("jse-market", query);
  expect(requests).toMatchObject([{ method: "POST", url: "/api/v1/data/jse-market/query" }]);
  expect(JSON.parse(requests[0]?.body.toString() ?? "")).toEqual({
    filters: { ticker, "close.gte": 100 },
    from: "1970-01-01T00:00:00.000Z",
    columns: ["date", "close"],
    order: "-time",
  });
});

test("CSV of several pages has one line of names", async () => {
  const pages = ["place\n0\n1\n", "place\n2\n"];
  const { client, requests } = await serve((response, _, count) => {
    const next = count < pages.length ? { "wizdata-next-cursor": `after-${count}` } : {};
    response.writeHead(200, { "content-type": "text/csv", ...next }).end(pages[count - 1]);
  });
  expect(await Array.fromAsync(client().data.csv("nse-kenya", { code: "SCOM" }))).toEqual(["place\n0\n1\n", "2\n"]);
  expect(requests.map(({ url }) => url.split("?")[1])).toEqual([
    "code=SCOM&limit=10000&format=csv",
    "code=SCOM&limit=10000&format=csv&after=after-1",
  ]);
});
