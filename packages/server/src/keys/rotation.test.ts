import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const status = async (key: string) => (await world.ask("GET", "/me", { key })).status;
const rotate = (id: string, seconds: number) =>
  world.ask("POST", `/keys/${id}/rotate`, { body: { overlap_seconds: seconds } });

test("both keys work in the overlap, to the second, and only the new one after it", async () => {
  const partner = await world.onboard();
  const rotated = await rotate(partner.keyId, 3_600);
  expect(rotated.status).toBe(201);
  world.clock.advance(3_600_000 - 1);
  expect([await status(partner.key), await status(rotated.body.secret)]).toEqual([200, 200]);
  world.clock.advance(1);
  expect([await status(partner.key), await status(rotated.body.secret)]).toEqual([401, 200]);
});

test("a rotation keeps everything but the secret", async () => {
  const partner = await world.onboard({
    key: { scopes: ["data:read"], caps: { per_day: 5 }, allowlist: ["127.0.0.0/8"] },
  });
  const before = (await world.ask("GET", `/keys/${partner.keyId}`)).body;
  const { secret, ...after } = (await rotate(partner.keyId, 60)).body;
  expect(secret).not.toBe(partner.key);
  expect(after).toMatchObject({
    lineage_id: before.lineage_id,
    scopes: before.scopes,
    caps: before.caps,
    allowlist: before.allowlist,
    name: before.name,
  });
});

test("an overlap of nothing ends the old key at once", async () => {
  const partner = await world.onboard();
  await rotate(partner.keyId, 0);
  expect(await status(partner.key)).toBe(401);
});

test("the overlap never outlives the old key's own expiry, and the new key has the same", async () => {
  const expires_at = new Date(world.clock.now().getTime() + 60_000).toISOString();
  const partner = await world.onboard({ key: { expires_at } });
  const rotated = (await rotate(partner.keyId, 3_600)).body;
  expect(rotated).toMatchObject({ expires_at, predecessor: { id: partner.keyId, retires_at: expires_at } });
  world.clock.advance(60_000);
  expect([await status(partner.key), await status(rotated.secret)]).toEqual([401, 401]);
});

test("an expired, revoked or replaced key cannot be rotated", async () => {
  const soon = new Date(world.clock.now().getTime() + 1_000).toISOString();
  const expired = await world.onboard({ key: { expires_at: soon } });
  world.clock.advance(1_000);
  const revoked = await world.onboard();
  await world.ask("POST", `/keys/${revoked.keyId}/revoke`);
  const replaced = await world.onboard();
  const { id } = (await rotate(replaced.keyId, 60)).body;
  for (const { keyId } of [expired, revoked])
    expect((await rotate(keyId, 60)).body).toMatchObject({ status: 409, code: "key_not_rotatable" });
  expect((await rotate(replaced.keyId, 60)).body).toMatchObject({
    code: "key_not_rotatable",
    next: [`wizdata keys show ${id}`],
  });
});

test("a rotation in the overlap retires the oldest", async () => {
  const partner = await world.onboard();
  const second = (await rotate(partner.keyId, 600)).body;
  const third = (await rotate(second.id, 600)).body;
  expect([await status(partner.key), await status(second.secret), await status(third.secret)]).toEqual([401, 200, 200]);
});

test("two rotations at once leave at most two working keys", async () => {
  const partner = await world.onboard();
  const answers = await Promise.all([rotate(partner.keyId, 600), rotate(partner.keyId, 600)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
});

test.each(["old", "new"])("retire ends the overlap at once, named by the %s key", async (which) => {
  const partner = await world.onboard();
  const rotated = (await rotate(partner.keyId, 600)).body;
  const retired = await world.ask("POST", `/keys/${which === "old" ? partner.keyId : rotated.id}/retire`);
  expect(retired.body).toMatchObject({ id: partner.keyId, status: "retired" });
  expect([await status(partner.key), await status(rotated.secret)]).toEqual([401, 200]);
  expect((await world.ask("POST", `/keys/${rotated.id}/retire`)).body.code).toBe("no_overlap");
});

test("while both work, the new key tells when and from where the old one was last used", async () => {
  const partner = await world.onboard();
  const rotated = (await rotate(partner.keyId, 600)).body;
  world.clock.advance(5_000);
  const at = world.clock.now().toISOString();
  await status(partner.key);
  const shown = await world.ask("GET", `/keys/${rotated.id}`);
  expect(shown.body.predecessor).toEqual({
    id: partner.keyId,
    retires_at: expect.any(String),
    last_used: { at, from: "127.0.0.1" },
  });
  await world.services.lastUse.flush();
  expect((await world.ask("GET", `/keys/${rotated.id}`)).body.predecessor.last_used).toEqual({ at, from: "127.0.0.1" });
});

test("revoking the newest key of a lineage ends the one in its overlap too", async () => {
  const partner = await world.onboard();
  const rotated = (await rotate(partner.keyId, 600)).body;
  expect((await world.ask("POST", `/keys/${rotated.id}/revoke`)).body.status).toBe("revoked");
  expect([await status(partner.key), await status(rotated.secret)]).toEqual([401, 401]);
});

test.each([-1, 0.5, 604_801, "60", null])(
  "an overlap of %s is refused and rotates nothing",
  async (overlap_seconds) => {
    const partner = await world.onboard();
    const refused = await world.ask("POST", `/keys/${partner.keyId}/rotate`, { body: { overlap_seconds } });
    expect(refused.body).toMatchObject({ status: 400, errors: [{ path: "overlap_seconds" }] });
    expect((await world.ask("GET", `/partners/${partner.id}/keys`)).body.data).toHaveLength(1);
  },
);
