import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../testing/world.ts";
import { type ExportsWorld, openExportsWorld } from "./exports-testing.ts";

let world: World;
let exports: ExportsWorld;

beforeAll(async () => {
  world = await openWorld({ settings: { WIZDATA_PUBLIC_URL: "https://data.example/" } });
  exports = await openExportsWorld(world);
});
afterAll(() => world.close());

async function linked({
  expires_in_seconds = 900,
  key: wanted = {},
}: {
  expires_in_seconds?: number;
  key?: object;
} = {}) {
  const partner = await exports.subscriber();
  const { id } = await exports.create(partner.key, { format: "csv" });
  await exports.ended(partner.key, id);
  const made = await world.ask("POST", `/partners/${partner.id}/keys`, { body: { name: "links", ...wanted } });
  const { status, body, headers } = await world.ask("POST", `/exports/${id}/links`, {
    key: made.body.secret,
    body: { expires_in_seconds },
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
  const { url } = body.files[0];
  return { partner, id, keyId: made.body.id as string, body, url: url as string, requestId: headers.get("request-id") };
}

async function follow(url: string, headers: Record<string, string> = {}, method = "GET") {
  const answer = await world.app.fetch(new Request(url, { method, headers }));
  const bytes = Buffer.from(await answer.arrayBuffer());
  const isProblem = answer.headers.get("content-type") === "application/problem+json";
  return { status: answer.status, headers: answer.headers, bytes, code: isProblem ? JSON.parse(`${bytes}`).code : "" };
}

test("a link gives the file without a key, whole and by ranges, and leaks nothing on the way", async () => {
  const { partner, id, body, url } = await linked();
  const [file] = body.files;
  expect(body).toMatchObject({ export_id: id, expires_at: "2026-03-10T09:45:00.000Z" });
  expect(url).toMatch(new RegExp(`^https://data.example/links/wz_link_[\\w.-]+/${file.name}$`));
  const { bytes } = await exports.download(partner.key, id, file.name);
  const whole = await follow(url);
  expect([whole.status, whole.bytes.equals(bytes)]).toEqual([200, true]);
  expect(Object.fromEntries(whole.headers)).toMatchObject({
    "cache-control": "private, no-store, no-transform",
    "content-disposition": `attachment; filename="${file.name}"`,
    etag: `"sha256-${file.sha256}"`,
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  });
  const part = await follow(url, { range: "bytes=5-9", "if-range": `"sha256-${file.sha256}"` });
  expect([part.status, part.bytes.equals(bytes.subarray(5, 10))]).toEqual([206, true]);
  const head = await follow(url, {}, "HEAD");
  expect([head.status, head.headers.get("content-length")]).toEqual([200, String(bytes.length)]);
});

test("a link that was changed in any character opens nothing, and does not say why", async () => {
  const { url } = await linked();
  const { pathname } = new URL(url);
  const start = pathname.indexOf("wz_link_");
  for (let at = start; at < pathname.length; at += 7) {
    const changed = pathname.slice(0, at) + (pathname[at] === "a" ? "b" : "a") + pathname.slice(at + 1);
    const refused = await follow(`https://data.example${changed}`);
    expect([refused.status, refused.code], changed).toEqual([404, "not_found"]);
  }
  const other = await linked();
  const [, , , name = ""] = new URL(other.url).pathname.split("/");
  const [, , token = ""] = pathname.split("/");
  expect((await follow(`https://data.example/links/${token}/${name.replace("v1", "v2")}`)).code).toBe("not_found");
  expect((await follow(`https://data.example/links/${token.slice(0, -1)}/${name}`)).code).toBe("not_found");
  expect((await follow(url)).status).toBe(200);
});

test("a link ends when its time is over, and never outlives its export", async () => {
  const { url } = await linked({ expires_in_seconds: 60 });
  const long = await linked({ expires_in_seconds: 86_400 });
  const before = world.clock.now();
  world.clock.advance(59_000);
  expect((await follow(url)).status).toBe(200);
  world.clock.advance(1_000);
  expect(await follow(url)).toMatchObject({ status: 403, code: "link_expired" });
  const { expiresAt } = (await exports.row(long.id)) ?? {};
  expect(new Date(long.body.expires_at).getTime()).toBeLessThanOrEqual(expiresAt?.getTime() ?? 0);
  world.clock.set(before);
});

test("a link dies at once with its key, with the last key of its lineage, and with its partner", async () => {
  const revoked = await linked();
  await world.ask("POST", `/keys/${revoked.keyId}/revoke`);
  expect((await follow(revoked.url)).code).toBe("not_found");

  const rotated = await linked();
  const { body: successor } = await world.ask("POST", `/keys/${rotated.keyId}/rotate`, {
    body: { overlap_seconds: 0 },
  });
  expect((await follow(rotated.url)).status).toBe(200);
  await world.ask("POST", `/keys/${successor.id}/revoke`);
  expect((await follow(rotated.url)).code).toBe("not_found");

  const suspended = await linked();
  await world.ask("POST", `/partners/${suspended.partner.id}/suspend`);
  expect((await follow(suspended.url)).code).toBe("not_found");
  await world.ask("POST", `/partners/${suspended.partner.id}/reactivate`);
  expect((await follow(suspended.url)).status).toBe(200);
});

test("an allowlist of the key holds for its links, and a test key makes none", async () => {
  const partner = await exports.subscriber();
  const { id } = await exports.create(partner.key, { format: "csv" });
  await exports.ended(partner.key, id);
  const near = await exports.anotherKey(partner.id, { name: "near", allowlist: ["127.0.0.1/32"] });
  const made = await world.ask("POST", `/exports/${id}/links`, { key: near, body: {} });
  const [{ url }] = made.body.files;
  expect((await follow(url)).status).toBe(200);
  const bindings = { incoming: { socket: { remoteAddress: "203.0.113.9" }, rawHeaders: [] } };
  expect((await world.app.fetch(new Request(url), bindings)).status).toBe(404);

  const test = await exports.anotherKey(partner.id, { name: "test", mode: "test" });
  expect((await world.ask("POST", `/exports/${id}/links`, { key: test, body: {} })).body.code).toBe("forbidden");
});

test("no link is in any record, and logs strike it out", async () => {
  const { url, requestId } = await linked();
  const { db } = world.services.store;
  const [entry] = (await db.select().from(db.t.audit)).filter((entry) => entry.requestId === requestId);
  expect(entry).toMatchObject({ action: "export.links_created", after: { files: 1 } });
  expect(JSON.stringify([entry, await db.select().from(db.t.events)])).not.toContain("wz_link_");
  world.services.log.error({ error: new Error(`GET ${url} failed`) }, "a test");
  expect(world.log.at(-1)).toContain("GET https://data.example/links/[secret]/prices-v1.csv failed");
});

test.each([0, 86_401, 1.5, "60"])("links for %s seconds are refused", async (expires_in_seconds) => {
  const refused = await world.ask("POST", "/exports/exp_00000000000000000000000000/links", {
    body: { expires_in_seconds },
  });
  expect(refused.body).toMatchObject({ code: "invalid_request", errors: [{ path: "expires_in_seconds" }] });
});
