import { randomBytes } from "node:crypto";
import { formatKey } from "@wizdata/shared";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test("a key's secret is shown once and stored nowhere", async () => {
  const partner = await world.onboard();
  const shown = await world.ask("GET", `/keys/${partner.keyId}`);
  expect(shown.body).not.toHaveProperty("secret");
  expect(shown.body.hint).toBe(`${partner.key.slice(8, 12)}…${partner.key.slice(-4)}`);
  const { db } = world.services.store;
  const stored = JSON.stringify([
    await db.select().from(db.t.keys),
    await db.select().from(db.t.lineages),
    await db.select().from(db.t.audit),
    await db.select().from(db.t.events),
    await db.select().from(db.t.idempotency),
  ]);
  expect(stored).not.toContain(partner.key.slice(8, -4));
  expect(world.log.join()).not.toContain(partner.key);
});

test("every reason to refuse a key gives the same answer", async () => {
  const revoked = await world.onboard();
  await world.ask("POST", `/keys/${revoked.keyId}/revoke`);
  const expired = await world.onboard({ key: { expires_at: new Date(world.clock.now().getTime() + 1).toISOString() } });
  world.clock.advance(1);
  const elsewhere = await world.onboard({ key: { allowlist: ["10.0.0.0/8"] } });
  const unknown = formatKey("live", randomBytes(32));
  const headers = { "request-id": "same" };
  const bearer = (value: string) =>
    world.ask("GET", "/me", { key: null, headers: { ...headers, authorization: value } });
  const answers = [
    await world.ask("GET", "/me", { key: null, headers }),
    await bearer(`Bearer ${revoked.key}`),
    await bearer(`Bearer ${expired.key}`),
    await bearer(`Bearer ${elsewhere.key}`),
    await bearer(`Bearer ${unknown}`),
    await bearer(`Bearer ${unknown.slice(0, -1)}`),
    await bearer("Bearer"),
    await bearer(revoked.key),
    await bearer(`Basic ${revoked.key}`),
    await bearer(`Bearer ${world.operatorKey}, Bearer ${world.operatorKey}`),
    await world.ask("GET", "/me", { headers: { ...headers, "x-api-key": world.operatorKey } }),
    await world.ask("GET", "/me", {
      key: null,
      headers: { ...headers, "x-api-key": `${world.operatorKey}, ${world.operatorKey}` },
    }),
  ];
  for (const answer of answers) {
    expect(answer.status).toBe(401);
    expect(answer.body).toEqual(answers[0]?.body);
    expect(answer.headers.get("www-authenticate")).toBe("Bearer");
  }
});

test("a key works in either header", async () => {
  expect(
    (await world.ask("GET", "/me", { key: null, headers: { "x-api-key": world.operatorKey } })).body,
  ).toMatchObject({ kind: "operator", partner: null });
});

test("scopes are exact, and an empty list means none", async () => {
  const none = await world.onboard({ key: { scopes: [] } });
  expect((await world.ask("GET", `/partners/${none.id}`, { key: none.key })).body).toMatchObject({
    status: 403,
    code: "insufficient_scope",
    required_scope: "partners:read",
  });
  const unknown = await world.ask("POST", `/partners/${none.id}/keys`, {
    body: { name: "x", scopes: ["data:read_all"] },
  });
  expect(unknown.body).toMatchObject({ status: 400, errors: [{ path: "scopes.0" }] });
  const operators = await world.ask("POST", `/partners/${none.id}/keys`, {
    body: { name: "x", scopes: ["partners:write"] },
  });
  expect(operators.body).toMatchObject({ status: 400, errors: [{ path: "scopes" }] });
});

test("a partner's key bounds the keys it makes and changes by its own caps, addresses and mode", async () => {
  const scopes = ["keys:write", "keys:read", "data:read"];
  const bounds = { caps: { per_day: 100 }, allowlist: ["127.0.0.0/8"] };
  const partner = await world.onboard({ key: { scopes, ...bounds } });
  const ask = (path: string, body: object, method = "POST") => world.ask(method, path, { key: partner.key, body });
  const make = (body: object) =>
    ask(`/partners/${partner.id}/keys`, { name: "second", scopes: ["data:read"], ...body });
  const bare = await make({});
  expect(bare.body).toMatchObject({ caps: { per_minute: null, per_day: 100 }, allowlist: ["127.0.0.0/8"] });
  expect((await make({ caps: { per_day: 7 }, allowlist: ["127.0.0.1"] })).body).toMatchObject({
    caps: { per_day: 7 },
    allowlist: ["127.0.0.1/32"],
  });
  for (const [body, says] of [
    [{ caps: { per_day: 101 } }, "capped at 100 per_day"],
    [{ allowlist: ["10.0.0.0/8"] }, "may not be used from 10.0.0.0/8"],
  ] as const) {
    for (const refused of [await make(body), await ask(`/keys/${bare.body.id}`, body, "PATCH")])
      expect(refused.body).toMatchObject({ code: "beyond_own_rights", detail: expect.stringContaining(says) });
  }
  for (const body of [{ caps: { per_day: null } }, { allowlist: null }, { scopes: ["usage:read"] }])
    expect((await ask(`/keys/${bare.body.id}`, body, "PATCH")).body.code).toBe("beyond_own_rights");
  expect((await ask(`/keys/${bare.body.id}`, { scopes: ["partners:write"] }, "PATCH")).body.code).toBe(
    "invalid_request",
  );
  const narrowed = await ask(`/keys/${bare.body.id}`, { name: "less", scopes: [], caps: { per_minute: 1 } }, "PATCH");
  expect(narrowed.body).toMatchObject({ name: "less", scopes: [], caps: { per_minute: 1, per_day: 100 } });
  // The operator's word is its own: it may widen what it likes.
  const wide = await world.ask("PATCH", `/keys/${bare.body.id}`, {
    body: { allowlist: null, caps: { per_day: null } },
  });
  expect(wide.body).toMatchObject({ allowlist: null, caps: { per_minute: 1, per_day: null } });
  expect((await ask(`/keys/${bare.body.id}/rotate`, {})).body.code).toBe("beyond_own_rights");

  const test = await world.onboard({ key: { mode: "test", scopes } });
  const live = await world.ask("POST", `/partners/${test.id}/keys`, { key: test.key, body: { name: "x", scopes: [] } });
  expect(live.body).toMatchObject({ code: "beyond_own_rights", detail: expect.stringContaining("test key") });
});

test("a partner's key makes no key that can do more or live longer than itself", async () => {
  const ends = new Date(world.clock.now().getTime() + 3_600_000).toISOString();
  const partner = await world.onboard({ key: { scopes: ["keys:write", "keys:read", "data:read"], expires_at: ends } });
  const make = (body: object) =>
    world.ask("POST", `/partners/${partner.id}/keys`, { key: partner.key, body: { name: "second", ...body } });
  expect((await make({ scopes: ["usage:read"], expires_at: ends })).body.code).toBe("beyond_own_rights");
  expect((await make({ scopes: ["data:read"] })).body.code).toBe("beyond_own_rights");
  const made = await make({ scopes: ["data:read"], expires_at: ends });
  expect(made.status).toBe(201);
  const wider = (await world.ask("POST", `/partners/${partner.id}/keys`, { body: { name: "wider" } })).body;
  expect((await world.ask("POST", `/keys/${wider.id}/rotate`, { key: partner.key, body: {} })).body.code).toBe(
    "beyond_own_rights",
  );
});

test("an operator key with fewer scopes makes none with more, and cannot touch operators", async () => {
  const limited = (
    await world.ask("POST", "/operator-keys", {
      body: { name: "support", scopes: ["partners:read", "keys:read", "keys:write"] },
    })
  ).body;
  expect((await world.ask("POST", "/operator-keys", { key: limited.secret, body: { name: "more" } })).body.code).toBe(
    "insufficient_scope",
  );
  expect((await world.ask("POST", `/keys/${limited.id}/rotate`, { key: limited.secret, body: {} })).body).toMatchObject(
    { code: "insufficient_scope", required_scope: "operators:write" },
  );
  const rotated = await world.ask("POST", `/keys/${limited.id}/rotate`, { body: { overlap_seconds: 0 } });
  expect(rotated.body).toMatchObject({ mode: "admin", scopes: limited.scopes });
  expect((await world.ask("GET", "/operator-keys")).body.data).toHaveLength(3);
});

test("the last operator key that can make others cannot be revoked", async () => {
  const me = (await world.ask("GET", "/me")).body.key;
  expect((await world.ask("POST", `/keys/${me.id}/revoke`)).body.code).toBe("last_operator_key");
});

test("a key in the past is refused, and a name can change", async () => {
  const partner = await world.onboard();
  const past = await world.ask("POST", `/partners/${partner.id}/keys`, {
    body: { name: "late", expires_at: "2020-01-01T00:00:00Z" },
  });
  expect(past.body).toMatchObject({ status: 400, errors: [{ path: "expires_at" }] });
  const feb = await world.ask("POST", `/partners/${partner.id}/keys`, {
    body: { name: "late", expires_at: "2027-02-30T00:00:00Z" },
  });
  expect(feb.body).toMatchObject({ status: 400, errors: [{ path: "expires_at" }] });
  const renamed = await world.ask("PATCH", `/keys/${partner.keyId}`, { body: { name: "nightly" } });
  expect(renamed.body).toMatchObject({ id: partner.keyId, name: "nightly" });
});

test("a list can be narrowed to a status", async () => {
  const partner = await world.onboard();
  const rotated = (await world.ask("POST", `/keys/${partner.keyId}/rotate`, { body: { overlap_seconds: 60 } })).body;
  const ids = async (status: string) =>
    (await world.ask("GET", `/partners/${partner.id}/keys?status=${status}`)).body.data.map(
      ({ id }: { id: string }) => id,
    );
  expect(await ids("active")).toEqual([rotated.id]);
  expect(await ids("retiring")).toEqual([partner.keyId]);
  world.clock.advance(60_000);
  expect(await ids("retired")).toEqual([partner.keyId]);
});

test("whoever tries many keys is stopped by address, and nobody else is", async () => {
  const guesser = await openWorld({ settings: { WIZDATA_FAILED_KEYS_PER_MINUTE: "5" } });
  try {
    const me = (key: string) => guesser.ask("GET", "/me", { key });
    expect((await me(guesser.operatorKey)).status).toBe(200);
    const wrong = () => formatKey("live", randomBytes(32));
    for (let guess = 1; guess <= 5; guess++) expect((await me(wrong())).status).toBe(401);
    const stopped = await me(wrong());
    expect([stopped.status, Number(stopped.headers.get("retry-after"))]).toEqual([429, expect.any(Number)]);
    // Who was here before is known, and a key that cannot be right costs nothing to refuse.
    expect((await me(guesser.operatorKey)).status).toBe(200);
    expect((await me("wz_live_nonsense")).status).toBe(401);
    guesser.clock.advance(Number(stopped.headers.get("retry-after")) * 1_000);
    expect((await me(wrong())).status).toBe(401);
  } finally {
    await guesser.close();
  }
});
