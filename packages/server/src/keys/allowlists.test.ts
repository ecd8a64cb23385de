import { randomBytes } from "node:crypto";
import { formatKey } from "@wizdata/shared";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openServices } from "../open-services.ts";
import { isPostgres, openWorld, type World } from "../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld({
    settings: { WIZDATA_TRUSTED_PROXIES: "10.0.0.1", WIZDATA_FAILED_KEYS_PER_MINUTE: "5" },
  });
});
afterAll(() => world.close());

/** A call as a socket of that address would bring it. */
async function from(remoteAddress: string, key: string, headers: Record<string, string> = {}) {
  const incoming = { rawHeaders: [], socket: { remoteAddress } };
  const request = new Request("http://wizdata.test/api/v1/me", {
    headers: { authorization: `Bearer ${key}`, "request-id": "same", ...headers },
  });
  const answer = await world.app.fetch(request, { incoming });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}
const statusFrom = async (address: string, key: string, headers = {}) => (await from(address, key, headers)).status;
const newKey = () => formatKey("live", randomBytes(32));

test("a key is used from where both its own list and its partner's say, from the next request on", async () => {
  const partner = await world.onboard({
    partner: { allowlist: ["196.25.0.0/16", "2001:db8::/32"] },
    key: { allowlist: ["196.25.1.0/24", "41.0.0.0/8"] },
  });
  expect(await statusFrom("::ffff:196.25.1.9", partner.key)).toBe(200);
  expect(await statusFrom("196.25.2.9", partner.key)).toBe(401);
  expect(await statusFrom("41.1.1.1", partner.key)).toBe(401);
  await world.ask("PATCH", `/keys/${partner.keyId}`, { body: { allowlist: null } });
  expect(await statusFrom("196.25.2.9", partner.key)).toBe(200);
  expect(await statusFrom("2001:DB8:0::9", partner.key)).toBe(200);
  const changed = await world.ask("PATCH", `/partners/${partner.id}`, { body: { allowlist: ["41.0.0.0/8"] } });
  expect(changed.body.allowlist).toEqual(["41.0.0.0/8"]);
  expect(await statusFrom("196.25.2.9", partner.key)).toBe(401);
  expect(await statusFrom("41.1.1.1", partner.key)).toBe(200);
  await world.ask("PATCH", `/partners/${partner.id}`, { body: { allowlist: null } });
  expect(await statusFrom("8.8.8.8", partner.key)).toBe(200);
});

test("a rotation keeps the list, and both secrets obey it", async () => {
  const partner = await world.onboard({ key: { allowlist: ["196.25.1.0/24"] } });
  const { body } = await world.ask("POST", `/keys/${partner.keyId}/rotate`, { body: { overlap_seconds: 60 } });
  expect(body.allowlist).toEqual(["196.25.1.0/24"]);
  for (const key of [partner.key, body.secret]) {
    expect(await statusFrom("196.25.1.1", key)).toBe(200);
    expect(await statusFrom("11.1.1.1", key)).toBe(401);
  }
});

test("refused for its address, a key looks like one that does not exist, operators' too, and costs its source alike", async () => {
  const partner = await world.onboard({ key: { allowlist: ["196.25.1.0/24"] } });
  const operator = await world.ask("POST", "/operator-keys", { body: { name: "desk", allowlist: ["196.25.1.0/24"] } });
  const plain = ({ text, headers, status }: Awaited<ReturnType<typeof from>>) => [
    status,
    text,
    Object.fromEntries(headers),
  ];
  const unknown = plain(await from("12.0.0.1", newKey()));
  expect(plain(await from("12.0.0.1", partner.key))).toEqual(unknown);
  expect(plain(await from("12.0.0.1", operator.body.secret))).toEqual(unknown);
  for (let call = 0; call < 2; call++) await from("12.0.0.1", partner.key);
  const waiting = plain(await from("12.0.0.1", newKey()));
  expect(waiting[0]).toBe(429);
  expect(plain(await from("12.0.0.1", partner.key))).toEqual(waiting);
  // The key itself is locked nowhere it may be used.
  expect(await statusFrom("196.25.1.1", partner.key)).toBe(200);
  const { body } = await world.ask("GET", `/usage?by=status&partner_id=${partner.id}`);
  expect(body.totals).toMatchObject({ calls: 0, refused_calls: 0 });
});

test("whoever has an IPv6 network is one source, and operators see who guesses", async () => {
  for (let guess = 0; guess < 5; guess++) await from(`2001:db8:1:2::${guess}`, newKey());
  const sixth = await from("2001:db8:1:2:ffff::", newKey());
  expect(sixth.status).toBe(429);
  expect(Number(sixth.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await statusFrom("2001:db8:1:3::", newKey())).toBe(401);
  const { body } = await world.ask("GET", "/failed-keys");
  expect(body.per_minute_max).toBe(5);
  expect(body.data).toContainEqual({ source: "2001:db8:1:2::/64", failed: 5, is_throttled: true });
  expect(body.data).toContainEqual({ source: "2001:db8:1:3::/64", failed: 1, is_throttled: false });
});

test("only a proxy that is trusted says where a call is from", async () => {
  const { key } = await world.onboard({ key: { allowlist: ["196.25.1.0/24"] } });
  const claims = { "x-forwarded-for": "196.25.1.9" };
  expect(await statusFrom("10.0.0.1", key, claims)).toBe(200);
  expect(await statusFrom("::ffff:10.0.0.1", key, claims)).toBe(200);
  expect(await statusFrom("10.0.0.2", key, claims)).toBe(401);
  expect(await statusFrom("10.0.0.1", key, { "x-forwarded-for": "196.25.1.9, 8.8.8.8" })).toBe(401);
  expect(await statusFrom("10.0.0.1", key, { "x-forwarded-for": "unknown" })).toBe(400);
  const made = ["x-real-ip", "cf-connecting-ip", "true-client-ip", "x-client-ip", "client-ip"];
  const others = { forwarded: "for=196.25.1.9", ...Object.fromEntries(made.map((name) => [name, "196.25.1.9"])) };
  expect(await statusFrom("10.0.0.1", key, others)).toBe(401);
});

test.runIf(isPostgres)("another process obeys a new list within moments", async () => {
  const partner = await world.onboard();
  const { services: other, close } = await openServices(world.config, { log: world.services.log });
  const found = async () => (await other.principals.find(partner.key, "196.25.1.9")) !== undefined;
  try {
    expect(await found()).toBe(true);
    await world.ask("PATCH", `/partners/${partner.id}`, { body: { allowlist: ["10.0.0.0/8"] } });
    // Each look from outside the list counts as a guess, so that it is looked seldom.
    await expect.poll(found, { timeout: 5_000, interval: 1_500 }).toBe(false);
  } finally {
    await close();
  }
});

test("an allowlist with a mistake is refused with what is wrong, and changes nothing", async () => {
  const partner = await world.onboard({ key: { allowlist: ["196.25.1.0/24"] } });
  for (const [path, allowlist] of [
    ["allowlist.1", ["10.0.0.0/8", "10.0.0.5/8"]],
    ["allowlist.0", ["0.0.0.0/0"]],
    ["allowlist", []],
  ] as const) {
    for (const target of [`/keys/${partner.keyId}`, `/partners/${partner.id}`])
      expect((await world.ask("PATCH", target, { body: { allowlist } })).body).toMatchObject({
        status: 400,
        errors: [{ path }],
      });
  }
  expect((await world.ask("GET", `/keys/${partner.keyId}`)).body.allowlist).toEqual(["196.25.1.0/24"]);
});

test("nobody locks itself out by mistake, and no list is widened from within", async () => {
  const { body: desk } = await world.ask("POST", "/operator-keys", { body: { name: "desk" } });
  const narrow = (body: object) => world.ask("PATCH", `/keys/${desk.id}`, { key: desk.secret, body });
  expect((await narrow({ allowlist: ["196.25.1.0/24"] })).body).toMatchObject({
    code: "would_lock_out",
    detail: expect.stringContaining("127.0.0.1"),
  });
  expect((await narrow({ allowlist: ["127.0.0.0/8", "196.25.0.0/16"] })).status).toBe(200);
  for (const allowlist of [null, ["127.0.0.0/8", "11.0.0.0/8"]])
    expect((await narrow({ allowlist })).body).toMatchObject({ code: "beyond_own_rights" });
  expect((await narrow({ allowlist: ["196.25.1.0/24"], force: true })).status).toBe(200);
  expect((await world.ask("GET", "/me", { key: desk.secret })).status).toBe(401);
  expect(await statusFrom("196.25.1.9", desk.secret)).toBe(200);
});
