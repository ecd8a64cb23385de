import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openExportsWorld } from "../exports/exports-testing.ts";
import { openWorld, type World } from "../testing/world.ts";

let world: World;
let exports: Awaited<ReturnType<typeof openExportsWorld>>;
beforeAll(async () => {
  world = await openWorld();
  exports = await openExportsWorld(world);
});
afterAll(() => world.close());

async function ask(path: string, headers: Record<string, string> = {}) {
  const url = `http://wizdata.test${path}`;
  const answer = await world.fetch(url, { headers: { "x-api-key": world.operatorKey, ...headers } });
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
}
const unpackers = { zstd: zstdDecompressSync, br: brotliDecompressSync, gzip: gunzipSync };

test.each(Object.entries(unpackers))(
  "catalog and contract come packed with %s, as the same text",
  async (encoding, unpack) => {
    for (const path of ["/api/v1/datasets", "/openapi.json", "/docs/swagger-ui.css"]) {
      const plain = await ask(path);
      const packed = await ask(path, { "accept-encoding": encoding });
      expect({ path, encoding: packed.headers.get("content-encoding") }).toEqual({ path, encoding });
      expect(packed.headers.get("vary")).toContain("accept-encoding");
      expect(plain.headers.get("vary")).toContain("accept-encoding");
      expect(unpack(packed.bytes).equals(plain.bytes)).toBe(true);
      expect(packed.bytes.length).toBeLessThan(plain.bytes.length);
    }
  },
);

test("the contract has a tag for each packing, under which it is known again", async () => {
  const tags = new Set<string>();
  for (const encoding of ["identity", ...Object.keys(unpackers)]) {
    const etag = (await ask("/openapi.json", { "accept-encoding": encoding })).headers.get("etag") ?? "";
    tags.add(etag);
    const again = await ask("/openapi.json", { "accept-encoding": encoding, "if-none-match": etag });
    expect({ status: again.status, bytes: again.bytes.length }).toEqual({ status: 304, bytes: 0 });
  }
  expect(tags.size).toBe(4);
});

test("short answers, problems and files are left as they are", async () => {
  const packing = { "accept-encoding": "gzip, br, zstd" };
  const { key } = await exports.subscriber();
  const { id } = await exports.create(key, { format: "csv" });
  await exports.ended(key, id);
  for (const path of ["/api/v1/me", "/api/v1/datasets/nothing", `/api/v1/exports/${id}/files/prices-v1.csv`]) {
    const answer = await ask(path, packing);
    expect({ path, encoding: answer.headers.get("content-encoding") }).toEqual({ path, encoding: null });
  }
});
