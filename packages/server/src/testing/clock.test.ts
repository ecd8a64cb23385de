import { afterAll, beforeAll, expect, test } from "vitest";
import { closes, closesCsv, publish, send } from "./datasets.ts";
import { openWorld, type World } from "./world.ts";

// Clocks are set back: by a virtual machine that was paused, by a time server, by hand.

const tenMinutesMs = 600_000;

let world: World;
beforeAll(async () => {
  world = await openWorld({ now: new Date("2026-03-10T22:05:00.000Z") });
  await publish(world, closes("prices"));
});
afterAll(() => world.close());

async function reader(perDay: number) {
  const partner = await world.onboard({ partner: { time_zone: "Africa/Johannesburg" } });
  const body = {
    per_minute: 1_000,
    per_day: perDay,
    per_month: 1_000,
    features: ["query", "export"],
    price_multiplier: 1,
  };
  await world.ask("PUT", "/datasets/prices/licenses/premium", { body });
  await world.ask("POST", "/datasets/prices/subscribe", { body: { partner_id: partner.id, tier: "premium" } });
  const read = () => world.ask("GET", "/data/prices?limit=1", { key: partner.key });
  return { ...partner, read };
}

test("a day that a clock enters twice gives its quota once", async () => {
  const partner = await reader(3);
  // Johannesburg's day began five minutes ago.
  for (let call = 1; call <= 3; call++) expect((await partner.read()).status).toBe(200);
  expect((await partner.read()).body.code).toBe("quota_exceeded");
  world.clock.advance(-tenMinutesMs);
  // Yesterday, again: a quota of its own, which nobody had used.
  expect((await partner.read()).status).toBe(200);
  world.clock.advance(tenMinutesMs);
  const again = await partner.read();
  expect(again.body).toMatchObject({ code: "quota_exceeded", limit: { remaining: 0 } });
  expect(Number(again.headers.get("retry-after"))).toBeGreaterThan(0);
});

test("keys, cursors and claims outlive a clock that is set back", async () => {
  const partner = await reader(100);
  const page = await partner.read();
  const rotated = await world.ask("POST", `/keys/${partner.keyId}/rotate`, { body: { overlap_seconds: 60 } });
  const headers = { "idempotency-key": "before" };
  const made = await world.ask("POST", "/partners", { body: { company: "A", email: "a@a.example" }, headers });
  world.clock.advance(-tenMinutesMs);

  for (const key of [partner.key, rotated.body.secret]) {
    const next = await world.ask("GET", `/data/prices?limit=1&after=${page.body.next_cursor}`, { key });
    expect(next.status).toBe(200);
  }
  const repeated = await world.ask("POST", "/partners", { body: { company: "A", email: "a@a.example" }, headers });
  expect([repeated.status, repeated.body.id]).toEqual([201, made.body.id]);
  expect((await send(world, "prices", closesCsv(99))).status).toBe(201);
  // The newest version is the one published last, whatever the clock said.
  expect((await world.ask("GET", "/datasets/prices")).body.current_version).toBe(2);
  expect((await partner.read()).body.version).toBe(2);

  world.clock.advance(tenMinutesMs + 60_000);
  expect((await world.ask("GET", "/me", { key: partner.key })).status).toBe(401);
  expect((await world.ask("GET", "/me", { key: rotated.body.secret })).status).toBe(200);
});

test("an export ordered before a clock is set back is made, charged once and served", async () => {
  const partner = await reader(100);
  const { body } = await world.ask("POST", "/exports", {
    key: partner.key,
    body: { dataset: "prices", format: "csv" },
  });
  world.clock.advance(-tenMinutesMs);
  let status = body.status;
  while (status === "queued" || status === "running") {
    status = (await world.ask("GET", `/exports/${body.id}?wait_seconds=5`, { key: partner.key })).body.status;
  }
  expect(status).toBe("ready");
  const { db } = world.services.store;
  const counters = (await db.select().from(db.t.counters)).filter(({ owner }) => owner.includes(partner.id));
  expect(counters.map(({ held }) => held)).toEqual(counters.map(() => 0));
  const days = counters.filter(({ owner, window }) => owner.startsWith("license:") && window === "day");
  expect(days.reduce((sum, { used }) => sum + used, 0)).toBe(1);
  world.clock.advance(tenMinutesMs);
});

test("a claim that a dead process left in the future does not hold its key for longer than one lease", async () => {
  const { store, clock } = world.services;
  const headers = { "idempotency-key": "left" };
  const ask = () => world.ask("POST", "/partners", { body: { company: "B", email: "b@b.example" }, headers });
  await ask();
  // As if the process had died before its effect, at a time that has not come yet.
  await store.transaction(async (tx) => {
    const { idempotency } = tx.t;
    const leaseUntil = new Date(clock().getTime() + tenMinutesMs + 30_000);
    await tx.update(idempotency).set({ status: null, sealedAnswer: null, owner: "dead", leaseUntil });
  });
  expect((await ask()).body.code).toBe("idempotency_in_progress");
  world.clock.advance(31_000);
  expect((await ask()).body.code).not.toBe("idempotency_in_progress");
});
