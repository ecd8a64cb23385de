import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../testing/world.ts";
import { type ExportsWorld, openExportsWorld } from "./exports-testing.ts";

let world: World;
let exports: ExportsWorld;
let partner: Awaited<ReturnType<ExportsWorld["subscriber"]>>;
let path: string;
let whole: Buffer;
let etag: string;

beforeAll(async () => {
  world = await openWorld();
  exports = await openExportsWorld(world);
  partner = await exports.subscriber();
  const { id } = await exports.create(partner.key, { format: "csv" });
  await exports.ended(partner.key, id);
  const { body: manifest } = await world.ask("GET", `/exports/${id}/manifest`, { key: partner.key });
  path = `/exports/${id}/files/${manifest.files[0].name}`;
  const { headers, bytes } = await exports.download(partner.key, id, manifest.files[0].name);
  whole = bytes;
  etag = headers.get("etag") ?? "";
});
afterAll(() => world.close());

async function ask(headers: Record<string, string>, method = "GET") {
  const answer = await world.fetch(`http://wizdata.test/api/v1${path}`, {
    method,
    headers: { "x-api-key": partner.key, ...headers },
  });
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
}

test("a file put together of ranges is the file, and each part names the hash of the whole", async () => {
  const parts: Buffer[] = [];
  const stepBytes = Math.ceil(whole.length / 7);
  for (let start = 0; start < whole.length; start += stepBytes) {
    const end = Math.min(start + stepBytes, whole.length) - 1;
    const part = await ask({ range: `bytes=${start}-${end}`, "if-range": etag });
    expect(part.status).toBe(206);
    expect(Object.fromEntries(part.headers)).toMatchObject({
      "accept-ranges": "bytes",
      "cache-control": "private, no-store, no-transform",
      "content-length": String(end - start + 1),
      "content-range": `bytes ${start}-${end}/${whole.length}`,
      "content-type": "text/csv; charset=utf-8",
      etag,
    });
    const digest = createHash("sha256").update(whole).digest("base64");
    expect(part.headers.get("repr-digest")).toBe(`sha-256=:${digest}:`);
    parts.push(part.bytes);
  }
  expect(Buffer.concat(parts).equals(whole)).toBe(true);
});

test("the end of a file comes by its distance from the end, or without a last byte", async () => {
  expect((await ask({ range: "bytes=-20" })).bytes.equals(whole.subarray(-20))).toBe(true);
  expect((await ask({ range: `bytes=${whole.length - 7}-` })).bytes.equals(whole.subarray(-7))).toBe(true);
});

test("what is no single range gets the whole", async () => {
  for (const range of ["bytes=0-1,4-5", "bytes=0-90,10-20", "bytes=5-2", "rows=0-1", "nonsense"]) {
    const answer = await ask({ range });
    expect([answer.status, answer.headers.get("content-range")], range).toEqual([200, null]);
    expect(answer.bytes.equals(whole)).toBe(true);
  }
});

test("bytes the file does not have are refused with its length", async () => {
  const refused = await ask({ range: `bytes=${whole.length}-` });
  expect([refused.status, refused.headers.get("content-range")]).toEqual([416, `bytes */${whole.length}`]);
  expect(JSON.parse(refused.bytes.toString())).toMatchObject({
    code: "range_not_satisfiable",
    detail: `The file has ${whole.length} bytes; the first is number 0.`,
  });
});

test("If-Range never splices: anything but the same strong tag gets the whole file", async () => {
  const lastModified = new Date(0).toUTCString();
  for (const other of [`W/${etag}`, '"sha256-other"', lastModified, "*", etag.slice(1, -1)]) {
    const answer = await ask({ range: "bytes=100-", "if-range": other });
    expect(answer.status, other).toBe(200);
    expect(answer.bytes.equals(whole)).toBe(true);
  }
  expect((await ask({ range: "bytes=999999999-", "if-range": '"other"' })).status).toBe(200);
});

test("If-Match insists on the file, before anything else is looked at", async () => {
  expect((await ask({ "if-match": etag, range: "bytes=0-0" })).status).toBe(206);
  for (const other of [`W/${etag}`, '"other"']) {
    const refused = await ask({ "if-match": other, "if-none-match": etag });
    expect([refused.status, JSON.parse(refused.bytes.toString()).code]).toEqual([412, "precondition_failed"]);
  }
  expect((await ask({ "if-none-match": etag, range: "bytes=0-0" })).status).toBe(304);
});

test("HEAD tells of the whole file, whatever range it names", async () => {
  const head = await ask({ range: "bytes=5-9" }, "HEAD");
  expect([head.status, head.headers.get("content-length"), head.bytes.length]).toEqual([200, `${whole.length}`, 0]);
  expect(head.headers.get("accept-ranges")).toBe("bytes");
});

test("ranges are free, as whole files are", async () => {
  const before = await exports.counted(partner.id);
  for (let start = 0; start < 10; start++) await ask({ range: `bytes=${start}-${start}` });
  expect(await exports.counted(partner.id)).toEqual(before);
});
