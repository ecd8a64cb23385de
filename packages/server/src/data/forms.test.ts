import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openExportsWorld, pricesCsv, pricesRows } from "../exports/exports-testing.ts";
import { openWorld, type World } from "../testing/world.ts";

let world: World;
let key: string;
beforeAll(async () => {
  world = await openWorld();
  key = (await (await openExportsWorld(world)).subscriber()).key;
});
afterAll(() => world.close());

async function ask(search: string, headers: Record<string, string> = {}) {
  const answer = await world.fetch(`http://wizdata.test/api/v1/data/prices?${search}`, {
    headers: { "x-api-key": key, ...headers },
  });
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
}
const eventOf = async (receipt: string | null) => (await world.ask("GET", `/usage/events/${receipt}`, { key })).body;

const csv = "text/csv; charset=utf-8; header=present";
const ndjson = "application/x-ndjson";

test.each([
  ["", {}, "application/json"],
  ["", { accept: "*/*" }, "application/json"],
  ["", { accept: "text/csv" }, csv],
  ["", { accept: "application/x-ndjson, application/json;q=0.9" }, ndjson],
  ["", { accept: "application/jsonl" }, ndjson],
  ["&format=csv", { accept: "application/json" }, csv],
  ["&format=ndjson", {}, ndjson],
])("?limit=3%s with %j is answered as %s", async (search, headers, type) => {
  const answer = await ask(`limit=3${search}`, headers);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe(type);
  expect(answer.headers.get("vary")).toBe("accept, accept-encoding");
});

test("what cannot be given is 406 with the list of what can, and no format is guessed", async () => {
  const refused = await ask("limit=1", { accept: "application/pdf" });
  expect(JSON.parse(refused.bytes.toString())).toMatchObject({
    status: 406,
    code: "not_acceptable",
    detail: expect.stringContaining("application/json, application/x-ndjson"),
  });
  const wrong = await ask("limit=1&format=xml");
  expect(JSON.parse(wrong.bytes.toString())).toMatchObject({
    code: "invalid_request",
    errors: [{ path: "format", message: "must be one of json, ndjson, csv" }],
  });
});

test("the rows are the same in each format, a cell its one text", async () => {
  const search = "code=KCB&limit=4&columns=close,date";
  const { data } = JSON.parse((await ask(search)).bytes.toString());
  const lines = (await ask(`${search}&format=ndjson`)).bytes.toString();
  expect(lines).toBe(data.map((row: object) => `${JSON.stringify(row)}\n`).join(""));
  const table = (await ask(`${search}&format=csv`)).bytes.toString();
  expect(table).toBe(
    `close,date\n${data.map(({ close, date }: Record<string, unknown>) => `${close},${date}\n`).join("")}`,
  );
});

test.each(["json", "ndjson", "csv"])(
  "the next page of %s is named in its headers, and the last has none",
  async (format) => {
    const walked: string[] = [];
    let search = `?format=${format}&limit=250&order=time`;
    for (;;) {
      const page = await ask(search.slice(1));
      const text = page.bytes.toString();
      const cursor = page.headers.get("wizdata-next-cursor");
      if (format === "json") expect(JSON.parse(text).next_cursor).toBe(cursor);
      walked.push(
        ...(format === "json"
          ? JSON.parse(text).data.map(JSON.stringify)
          : text
              .trimEnd()
              .split("\n")
              .slice(format === "csv" ? 1 : 0)),
      );
      const [, link] = /^<([^>]*)>; rel="next"$/.exec(page.headers.get("link") ?? "") ?? [];
      expect(link).toBe(
        cursor === null ? undefined : `/api/v1/data/prices?format=${format}&limit=250&order=time&after=${cursor}`,
      );
      if (link === undefined) break;
      search = new URL(link, "http://wizdata.test").search;
    }
    expect(walked).toHaveLength(pricesRows);
    if (format === "csv") expect(walked.toSorted()).toEqual(pricesCsv().trimEnd().split("\n").slice(1).sort());
  },
);

const unpackers = { zstd: zstdDecompressSync, br: brotliDecompressSync, gzip: gunzipSync };

describe.each(Object.entries(unpackers))("packed with %s", (encoding, unpack) => {
  test("it is the same text with a tag of its own, and is counted the same", async () => {
    for (const format of ["json", "csv"]) {
      const plain = await ask(`limit=200&format=${format}`);
      const packed = await ask(`limit=200&format=${format}`, { "accept-encoding": encoding });
      expect(packed.headers.get("content-encoding")).toBe(encoding);
      expect(unpack(packed.bytes).equals(plain.bytes)).toBe(true);
      expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 3);
      expect(packed.headers.get("etag")).not.toBe(plain.headers.get("etag"));
      const event = await eventOf(packed.headers.get("wizdata-receipt"));
      expect(event).toMatchObject({ bytes: plain.bytes.length, rows: 200 });
    }
  });
});

test("each form has its own tag, and each tag is known again where it was given", async () => {
  const forms: Record<string, string>[] = ["json", "ndjson", "csv"].flatMap((format) =>
    ["identity", ...Object.keys(unpackers)].map((encoding) => ({ format, "accept-encoding": encoding })),
  );
  const tags = new Set<string>();
  for (const { format, ...headers } of forms) {
    const first = await ask(`limit=100&format=${format}`, headers);
    const etag = first.headers.get("etag") ?? "";
    tags.add(etag);
    const again = await ask(`limit=100&format=${format}`, { ...headers, "if-none-match": etag });
    expect({ status: again.status, etag: again.headers.get("etag") }).toEqual({ status: 304, etag });
    expect(again.bytes).toHaveLength(0);
  }
  expect(tags.size).toBe(forms.length);
  const [other] = [...tags].filter((tag) => tag.includes("gzip"));
  expect((await ask("limit=100", { "if-none-match": other ?? "" })).status).toBe(200);
});

test("a page too short to gain is not packed, and its tag is known all the same", async () => {
  const short = await ask("limit=1", { "accept-encoding": "gzip" });
  expect(short.headers.get("content-encoding")).toBeNull();
  const etag = short.headers.get("etag") ?? "";
  expect((await ask("limit=1", { "accept-encoding": "gzip", "if-none-match": etag })).status).toBe(304);
});

test("who takes nothing we give is told so", async () => {
  const refused = await ask("limit=1", { "accept-encoding": "identity;q=0" });
  expect(JSON.parse(refused.bytes.toString())).toMatchObject({ status: 406, code: "not_acceptable" });
});
