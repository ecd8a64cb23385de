import { afterAll, beforeAll, expect, test } from "vitest";
import { recover } from "../recovery.ts";
import { isPostgres, openWorld, type World } from "../testing/world.ts";
import { sweepAnswers } from "./idempotency-expiry.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

let partners = 0;
const partner = () => ({ company: "A", email: `a${partners++}@a.example` });
const create = (body: object, key: string) =>
  world.ask("POST", "/partners", { body, headers: { "idempotency-key": key } });
const count = async () => (await world.ask("GET", "/partners?limit=200")).body.data.length;

test("the same key and body give the first answer, and make one partner", async () => {
  const body = partner();
  const first = await create(body, "one");
  const before = await count();
  const again = await create(body, "one");
  expect(again.status).toBe(201);
  expect(again.body).toEqual(first.body);
  expect(again.headers.get("idempotency-replayed")).toBe("true");
  expect((await create(body, '"one"')).body).toEqual(first.body);
  expect(await count()).toBe(before);
});

test("fifty calls at once have one effect", async () => {
  const body = partner();
  const before = await count();
  const answers = await Promise.all(Array.from({ length: 50 }, () => create(body, "fifty")));
  for (const { status, body } of answers) expect(status === 201 || body.code === "idempotency_in_progress").toBe(true);
  expect(answers.some(({ status }) => status === 201)).toBe(true);
  expect(await count()).toBe(before + 1);
});

test("another body, or another path, with the same key is refused", async () => {
  await create(partner(), "two");
  expect((await create(partner(), "two")).body).toMatchObject({ status: 422, code: "idempotency_key_reused" });
  const { id } = await world.onboard();
  const other = await world.onboard();
  const suspend = (id: string) =>
    world.ask("POST", `/partners/${id}/suspend`, { headers: { "idempotency-key": "three" } });
  expect((await suspend(id)).status).toBe(200);
  expect((await suspend(id)).status).toBe(200);
  expect((await suspend(other.id)).body.code).toBe("idempotency_key_reused");
});

test("a call that failed gives its key free", async () => {
  const body = partner();
  await create(body, "four");
  const taken = { ...partner(), email: body.email };
  expect((await create(taken, "five")).body.code).toBe("already_exists");
  expect((await create(partner(), "five")).status).toBe(201);
});

test.skipIf(isPostgres)(
  "a call that died with its process can be made again as soon as there is a new one",
  async () => {
    const { id } = await world.onboard();
    const suspend = () => world.ask("POST", `/partners/${id}/suspend`, { headers: { "idempotency-key": "died" } });
    await suspend();
    const { db } = world.services.store;
    const leaseUntil = new Date(world.clock.now().getTime() + 30_000);
    await world.services.store.transaction((tx) =>
      tx.update(tx.t.idempotency).set({ status: null, sealedAnswer: null, owner: "dead", leaseUntil }),
    );
    expect((await suspend()).body.code).toBe("idempotency_in_progress");
    (await recover(world.services)).stop();
    expect(await db.$count(db.t.idempotency)).toBe(0);
    // It runs, and finds that all is done.
    expect((await suspend()).body.code).toBe("conflict");
  },
);

test("keys of two callers never meet", async () => {
  const body = { name: "k", scopes: [] };
  const [one, two] = [
    await world.onboard({ key: { scopes: ["keys:write"] } }),
    await world.onboard({ key: { scopes: ["keys:write"] } }),
  ];
  const make = ({ id, key }: { id: string; key: string }) =>
    world.ask("POST", `/partners/${id}/keys`, { key, body, headers: { "idempotency-key": "same" } });
  expect((await make(one)).body.partner_id).toBe(one.id);
  expect((await make(two)).body.partner_id).toBe(two.id);
});

test("a secret in a kept answer is sealed", async () => {
  const { id } = await world.onboard();
  const made = await world.ask("POST", `/partners/${id}/keys`, {
    body: { name: "sealed" },
    headers: { "idempotency-key": "secret" },
  });
  const { db } = world.services.store;
  expect(JSON.stringify(await db.select().from(db.t.idempotency))).not.toContain(made.body.secret.slice(8, 40));
  const again = await world.ask("POST", `/partners/${id}/keys`, {
    body: { name: "sealed" },
    headers: { "idempotency-key": "secret" },
  });
  expect(again.body.secret).toBe(made.body.secret);
});

test("after 72 hours the key is free again", async () => {
  const body = partner();
  await create(body, "old");
  world.clock.advance(72 * 3_600_000 + 1);
  expect((await create(body, "old")).body.code).toBe("already_exists");
});

test("a running call is waited for; when its lease is over it runs again", async () => {
  const { store, clock } = world.services;
  const body = partner();
  const me = (await world.ask("GET", "/me")).body.key;
  const { createHash } = await import("node:crypto");
  const fingerprint = `/api/v1/partners ${createHash("sha256").update(JSON.stringify(body)).digest("hex")}`;
  const row = {
    partnerId: "",
    lineageId: me.lineage_id,
    method: "POST",
    route: "/partners",
    key: "dead",
    fingerprint,
    owner: "a dead process",
    createdAt: clock(),
  };
  await store.transaction(async (tx) => {
    await tx.insert(tx.t.idempotency).values({ ...row, leaseUntil: new Date(clock().getTime() + 30_000) });
  });
  const waiting = await create(body, "dead");
  expect(waiting.body.code).toBe("idempotency_in_progress");
  expect(waiting.headers.get("retry-after")).toBeTruthy();
  world.clock.advance(30_001);
  expect((await create(body, "dead")).status).toBe(201);
});

test.each(["a b", "x".repeat(256), "a\tb"])("the key %j is refused", async (key) => {
  const refused = await create(partner(), key);
  expect(refused.body).toMatchObject({
    status: 400,
    code: "invalid_request",
    errors: [{ path: "header.idempotency-key" }],
  });
});

test("answers are kept for 72 hours and no longer, however many there are", async () => {
  const { store, clock } = world.services;
  const { idempotency } = store.db.t;
  const stored = async () => (await store.db.select({ key: idempotency.key }).from(idempotency)).map(({ key }) => key);
  const [row] = await store.db.select().from(idempotency).limit(1);
  if (!row) throw new Error("the tests before have left no answer");
  await store.transaction(async (tx) => {
    const at = (ms: number) => new Date(clock().getTime() + ms);
    const many = Array.from({ length: 1_500 }, (_, number) => ({
      ...row,
      key: `many-${number}`,
      createdAt: at(number),
    }));
    const held = { ...row, key: "held", createdAt: at(0), status: null, leaseUntil: at(80 * 3_600_000) };
    for (const some of [many.slice(0, 750), many.slice(750), [held]]) await tx.insert(tx.t.idempotency).values(some);
  });
  world.clock.advance(72 * 3_600_000 - 1_000);
  await create(partner(), "young");
  await sweepAnswers(world.services);
  expect((await stored()).filter((key) => key.startsWith("many-"))).toHaveLength(1_500);
  world.clock.advance(3_000);
  await sweepAnswers(world.services);
  expect((await stored()).sort()).toEqual(["held", "young"]);
});
