import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openExportsWorld } from "../exports/exports-testing.ts";
import { openWorld } from "../testing/world.ts";

const folder = mkdtempSync(join(tmpdir(), "wizdata-access-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the access log has a line of each metered answer that left, and of nothing else", async () => {
  const file = join(folder, "access.ndjson");
  const world = await openWorld({ settings: { WIZDATA_ACCESS_LOG: file } });
  const { key, id } = await (await openExportsWorld(world)).subscriber();
  const ask = (path: string, headers: Record<string, string> = {}, method = "GET") =>
    world.ask(method, `/data/prices${path}`, { key, headers });
  const page = await ask("?limit=3&code=KCB", { "wizdata-call": "the-first" });
  const again = await ask("?limit=3&code=KCB", { "wizdata-call": "the-first" });
  const unchanged = await ask("?limit=3&code=KCB", { "if-none-match": page.headers.get("etag") ?? "" });
  await ask("?limit=3", {}, "HEAD");
  await ask("?limit=0");
  await ask("/sample");
  const usage = await world.ask("GET", `/usage/events/${page.headers.get("wizdata-receipt")}`, { key });
  await world.close();

  const text = readFileSync(file, "utf8");
  const lines = text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  const first = {
    at: "2026-03-10T09:30:00.000Z",
    request_id: page.headers.get("request-id"),
    receipt: page.headers.get("wizdata-receipt"),
    partner_id: id,
    key_id: usage.body.key_id,
    dataset: "prices",
    operation: "query",
    status: 200,
    rows: 3,
    bytes: usage.body.bytes,
  };
  expect(lines).toEqual([
    first,
    { ...first, request_id: again.headers.get("request-id"), repeat: true },
    {
      ...first,
      request_id: unchanged.headers.get("request-id"),
      receipt: unchanged.headers.get("wizdata-receipt"),
      status: 304,
      rows: 0,
      bytes: 0,
    },
  ]);
  expect(text).not.toContain(key);
  expect(text).not.toContain("KCB");
});
