import { afterAll, beforeAll, expect, test } from "vitest";
import { type ExportsWorld, openExportsWorld } from "../exports/exports-testing.ts";
import { openWorld, type World } from "../testing/world.ts";
import { follow, sharingClient } from "./sharing-testing.ts";

let world: World;
let exports: ExportsWorld;
beforeAll(async () => {
  world = await openWorld();
  exports = await openExportsWorld(world);
});
afterAll(() => world.close());

async function linked(slug = "prices") {
  const partner = await exports.subscriber({ slug });
  const { files } = await sharingClient(world, partner.key).files(slug);
  const [one, two] = files;
  if (!one || !two) throw new Error("it has two parts");
  return { ...partner, one, two };
}

const codeOf = async (url: string) => {
  const { status, bytes } = await follow(world, url);
  return `${status} ${status < 400 ? "" : JSON.parse(`${bytes}`).errorCode}`;
};

test("a link gives its part without a key, whole and by ranges, for an hour", async () => {
  const { one } = await linked();
  const whole = await follow(world, one.url);
  expect([whole.status, whole.bytes.length]).toEqual([200, one.size]);
  expect(whole.headers.get("etag")).toBe(`"sha256-${one.id}"`);
  const end = await follow(world, one.url, { range: "bytes=-4" });
  expect([end.status, `${end.bytes}`]).toEqual([206, "PAR1"]);
  const head = await follow(world, one.url, {}, "HEAD");
  expect([head.status, head.headers.get("content-length")]).toEqual([200, String(one.size)]);
  const before = world.clock.now();
  expect(one.expirationTimestamp).toBe(before.getTime() + 3_600_000);
  world.clock.advance(3_600_000 - 1);
  expect(await codeOf(one.url)).toBe("200 ");
  world.clock.advance(1);
  expect(await codeOf(one.url)).toBe("403 PERMISSION_DENIED");
  world.clock.set(before);
});

test("a link that was changed anywhere opens nothing, be it to another part, partner, dataset, version or time", async () => {
  const { one, two } = await linked();
  const other = await linked("revised");
  const { pathname } = new URL(one.url);
  const start = pathname.indexOf("wz_link_");
  const end = pathname.indexOf("/part.parquet");
  for (let at = start; at < end; at += 5) {
    const changed = pathname.slice(0, at) + (pathname[at] === "1" ? "2" : "1") + pathname.slice(at + 1);
    expect(await codeOf(`http://wizdata.test${changed}`), changed).toBe("404 RESOURCE_DOES_NOT_EXIST");
  }
  const fields = (url: string) => new URL(url).pathname.slice(start, end).split(".");
  const mine = fields(one.url);
  for (const theirs of [fields(two.url), fields(other.one.url)])
    for (const at of mine.keys()) {
      if (mine[at] === theirs[at]) continue;
      const mixed = mine.with(at, theirs[at] ?? "").join(".");
      expect(await codeOf(`http://wizdata.test/delta-sharing/files/${mixed}/part.parquet`)).toMatch(/^404/);
    }
  expect(await codeOf(one.url)).toBe("200 ");
});

test("a link ends at once with its key, its partner and its subscription", async () => {
  const revoked = await linked();
  await world.ask("POST", `/keys/${revoked.keyId}/revoke`);
  expect(await codeOf(revoked.one.url)).toMatch(/^404/);

  const suspended = await linked();
  await world.ask("POST", `/partners/${suspended.id}/suspend`);
  expect(await codeOf(suspended.one.url)).toMatch(/^404/);

  const canceled = await linked();
  const { body } = await world.ask("GET", `/subscriptions?partner_id=${canceled.id}`);
  await world.ask("POST", `/subscriptions/${body.data[0].id}/cancel`, { body: { when: "now" } });
  expect(await codeOf(canceled.one.url)).toMatch(/^404/);
  const refused = await sharingClient(world, canceled.key).request("GET", "/shares/wizdata/all-tables");
  expect(JSON.parse(refused.text)).toEqual({ items: [] });
});

test("an allowlist of the key holds for its links", async () => {
  const partner = await exports.subscriber();
  const key = await exports.anotherKey(partner.id, { name: "near", allowlist: ["127.0.0.1/32"] });
  const [one] = (await sharingClient(world, key).files("prices")).files;
  expect(await codeOf(one?.url ?? "")).toBe("200 ");
  const bindings = { incoming: { socket: { remoteAddress: "203.0.113.9" }, rawHeaders: [] } };
  expect((await world.app.fetch(new Request(one?.url ?? ""), bindings)).status).toBe(404);
});

test("a version that was retracted is 410 with the reason, by its links as by new questions", async () => {
  const { key } = await exports.subscriber({ slug: "revised" });
  const client = sharingClient(world, key);
  const [withdrawn] = (await client.files("revised", { version: 1 })).files;
  const [current] = (await client.files("revised")).files;
  const reason = { body: { reason: "Wrong prices" } };
  expect((await world.ask("POST", "/datasets/revised/versions/1/retract", reason)).status).toBe(200);
  const { status, bytes } = await follow(world, withdrawn?.url ?? "");
  expect([status, JSON.parse(`${bytes}`)]).toEqual([
    410,
    { errorCode: "RESOURCE_GONE", message: expect.stringContaining("Wrong prices") },
  ]);
  expect(await codeOf(current?.url ?? "")).toBe("200 ");
  const table = "/shares/wizdata/schemas/datasets/tables/revised";
  expect((await client.request("POST", `${table}/query`, { body: { version: 1 } })).status).toBe(410);
  // What had been read of it cannot be brought up to date.
  expect((await client.request("GET", `${table}/changes?startingVersion=2`)).status).toBe(410);
  expect((await client.changes("revised", "startingVersion=1")).actions).toHaveLength(2);
});

test("no link is in any record", async () => {
  await linked();
  const { db } = world.services.store;
  const records = JSON.stringify([await db.select().from(db.t.usageEvents), await db.select().from(db.t.audit)]);
  expect(records).not.toContain("wz_link_");
});
