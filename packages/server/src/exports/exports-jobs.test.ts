import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../testing/world.ts";
import { sweepExpired } from "./expiry.ts";
import { type ExportsWorld, openExportsWorld, pricesRows } from "./exports-testing.ts";

let world: World;
let exports: ExportsWorld;
beforeAll(async () => {
  world = await openWorld();
  exports = await openExportsWorld(world);
});
afterEach(() => exports.letJobsRun());
afterAll(() => world.close());

test("an export holds its units from the first moment, and uses them when it is ready", async () => {
  const partner = await exports.subscriber();
  exports.holdJobsBack();
  const { id } = await exports.create(partner.key, { format: "csv" });
  const held = await exports.counted(partner.id);
  expect(held).toMatchObject({ used: 0, events: 0 });
  expect(held.held).toBeGreaterThan(0);
  exports.letJobsRun();
  const ready = await exports.ended(partner.key, id);
  expect(await exports.counted(partner.id)).toEqual({ used: held.held, held: 0, events: 1 });
  expect(await exports.event(ready.receipt)).toMatchObject({
    partnerId: partner.id,
    keyId: partner.keyId,
    dataset: "prices",
    version: 1,
    operation: "export",
    status: 200,
    rows: pricesRows,
    bytes: ready.bytes,
    units: 1,
  });
});

test("paying as it goes, a partner reserves the price of all rows and pays for those it got", async () => {
  const partner = await exports.subscriber({ billing: "payg" });
  exports.holdJobsBack();
  const { id } = await exports.create(partner.key, { format: "csv", filters: { code: "KCB" }, to: "2024-09-03" });
  const perCall = 50 * 1_000;
  const rowsOf2024 = 122 * 3;
  expect(await exports.spent(partner.id)).toEqual({ used: 0, held: perCall + rowsOf2024 * 200 });
  exports.letJobsRun();
  const { receipt } = await exports.ended(partner.key, id);
  expect(await exports.spent(partner.id)).toEqual({ used: perCall + 2 * 200, held: 0 });
  expect(await exports.event(receipt)).toMatchObject({ rows: 2, amountMillis: perCall + 2 * 200 });
});

test("a queued export that is canceled costs nothing, never runs and cannot be canceled twice", async () => {
  const partner = await exports.subscriber();
  exports.holdJobsBack();
  const { id } = await exports.create(partner.key, { format: "csv" });
  const canceled = await world.ask("POST", `/exports/${id}/cancel`, { key: partner.key });
  expect(canceled).toMatchObject({ status: 200, body: { status: "canceled", units: 0, receipt: null } });
  expect(await exports.counted(partner.id)).toEqual({ used: 0, held: 0, events: 0 });
  const again = await world.ask("POST", `/exports/${id}/cancel`, { key: partner.key });
  expect(again).toMatchObject({ status: 409, body: { code: "conflict" } });
  exports.letJobsRun();
  const next = await exports.create(partner.key, { format: "csv" });
  await exports.ended(partner.key, next.id);
  expect((await world.ask("GET", `/exports/${id}`, { key: partner.key })).body.status).toBe("canceled");
  const manifest = await world.ask("GET", `/exports/${id}/manifest`, { key: partner.key });
  expect(manifest).toMatchObject({ status: 409, body: { code: "export_not_ready" } });
});

test("a running export that is canceled is broken off, costs nothing and leaves no file", async () => {
  const partner = await exports.subscriber();
  await exports.warmUp(partner.key);
  exports.signalWorkers("SIGSTOP");
  const before = await exports.counted(partner.id);
  const { id } = await exports.create(partner.key, { format: "csv" });
  expect(await exports.running(partner.key, id)).toMatchObject({
    status: "running",
    started_at: "2026-03-10T09:30:00.000Z",
  });
  const canceled = await world.ask("POST", `/exports/${id}/cancel`, { key: partner.key });
  expect(canceled).toMatchObject({ status: 200, body: { status: "canceled", units: 0 } });
  const next = await exports.create(partner.key, { format: "csv" });
  expect(await exports.ended(partner.key, next.id)).toMatchObject({ status: "ready" });
  expect(await exports.counted(partner.id)).toEqual({ used: before.used * 2, held: 0, events: before.events + 1 });
  expect(existsSync(join(world.config.home, "exports", id))).toBe(false);
});

test("cancel and ready race to one of two ends, and the counters agree with it", async () => {
  const partner = await exports.subscriber();
  await exports.warmUp(partner.key);
  let readyCount = 1;
  for (let delayMs = 0; delayMs < 100; delayMs += 10) {
    const { id } = await exports.create(partner.key, { format: "csv", columns: ["close"] });
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    const canceled = await world.ask("POST", `/exports/${id}/cancel`, { key: partner.key });
    const end = await exports.ended(partner.key, id);
    expect([canceled.status, end.status]).toEqual(end.status === "ready" ? [409, "ready"] : [200, "canceled"]);
    if (end.status === "ready") readyCount += 1;
  }
  const perExport = (await exports.counted(partner.id)).used / readyCount;
  expect(Number.isInteger(perExport)).toBe(true);
  expect(await exports.counted(partner.id)).toEqual({ used: perExport * readyCount, held: 0, events: readyCount });
});

test("an export whose worker dies is repeated and charged once", async () => {
  const partner = await exports.subscriber();
  await exports.warmUp(partner.key);
  exports.signalWorkers("SIGSTOP");
  const { id } = await exports.create(partner.key, { format: "csv" });
  await exports.running(partner.key, id);
  exports.signalWorkers("SIGKILL");
  expect(await exports.ended(partner.key, id)).toMatchObject({ status: "ready", rows: pricesRows });
  expect(await exports.counted(partner.id)).toMatchObject({ held: 0, events: 2 });
});

test("an export whose workers always die fails after three attempts, with a sentence and at no cost", async () => {
  const partner = await exports.subscriber();
  // The first worker is warm, and might be done before it is dead.
  exports.signalWorkers("SIGSTOP");
  const { id } = await exports.create(partner.key, { format: "csv" });
  await exports.running(partner.key, id);
  const killer = setInterval(() => exports.signalWorkers("SIGKILL"), 30);
  const failed = await exports.ended(partner.key, id).finally(() => clearInterval(killer));
  expect(failed).toMatchObject({ status: "failed", units: 0, receipt: null, rows: null });
  expect(failed.error).toMatch(/Nothing was charged/);
  expect(await exports.counted(partner.id)).toEqual({ used: 0, held: 0, events: 0 });
  expect(await exports.row(id)).toMatchObject({ attempts: 3 });
});

test("waiting answers as soon as the status changes, and at once when the export has ended", async () => {
  const partner = await exports.subscriber();
  await exports.warmUp(partner.key);
  exports.signalWorkers("SIGSTOP");
  const { id } = await exports.create(partner.key, { format: "csv" });
  await exports.running(partner.key, id);
  const waiting = world.ask("GET", `/exports/${id}?wait_seconds=30`, { key: partner.key });
  exports.signalWorkers("SIGCONT");
  expect((await waiting).body.status).toBe("ready");
  expect((await world.ask("GET", `/exports/${id}?wait_seconds=30`, { key: partner.key })).body.status).toBe("ready");
  for (const wait of ["31", "-1", "1.5", "x", ""]) {
    expect((await world.ask("GET", `/exports/${id}?wait_seconds=${wait}`, { key: partner.key })).status, wait).toBe(
      400,
    );
  }
});

test("a partner has at most twenty unfinished exports", async () => {
  const partner = await exports.subscriber();
  exports.holdJobsBack();
  const asked = Array.from({ length: 25 }, () =>
    world.ask("POST", "/exports", { key: partner.key, body: { dataset: "prices", format: "csv" } }),
  );
  const answers = await Promise.all(asked);
  const codes = answers.map(({ status, body }) => (status === 202 ? "queued" : body.code)).sort();
  expect(codes).toEqual([...Array(20).fill("queued"), ...Array(5).fill("too_many")]);
  for (const { body } of answers)
    if (body.id) await world.ask("POST", `/exports/${body.id}/cancel`, { key: partner.key });
  expect(await exports.counted(partner.id)).toEqual({ used: 0, held: 0, events: 0 });
});

test("an export that does not fit the quota is refused like a call, and one that is canceled makes room", async () => {
  const partner = await exports.subscriber();
  const key = await exports.anotherKey(partner.id, { name: "capped", caps: { per_day: 1 } });
  exports.holdJobsBack();
  const first = await world.ask("POST", "/exports", { key, body: { dataset: "prices", format: "csv" } });
  expect(first.headers.get("ratelimit")).toContain('"key-day";r=0;t=');
  const refused = await world.ask("POST", "/exports", { key, body: { dataset: "prices", format: "csv" } });
  expect(refused).toMatchObject({
    status: 429,
    body: { code: "quota_exceeded", limit: { name: "key-day", quota: 1, remaining: 0 } },
  });
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  await world.ask("POST", `/exports/${first.body.id}/cancel`, { key });
  const second = await exports.create(key, { format: "csv" });
  exports.letJobsRun();
  expect(await exports.ended(key, second.id)).toMatchObject({ status: "ready" });
});

test("each change of an export leaves one audit entry and one event", async () => {
  const partner = await exports.subscriber();
  const { id } = await exports.create(partner.key, { format: "csv" });
  await exports.ended(partner.key, id);
  const { db } = world.services.store;
  const audit = (await db.select().from(db.t.audit)).filter(({ target }) => target === id);
  expect(
    audit.map(({ action, actor }) => `${action} by ${actor === partner.keyId ? "the key" : actor}`).sort(),
  ).toEqual(["export.created by the key", "export.ready by system"]);
  const events = (await db.select().from(db.t.events)).filter(({ payload }) => (payload as { id?: string }).id === id); // an event of a change carries its wire form
  expect(events.map(({ type }) => type).sort()).toEqual(["export.created", "export.ready"]);
});

test("after thirty days an export is expired, its files are gone, and nothing is charged again", async () => {
  const partner = await exports.subscriber();
  const { id } = await exports.create(partner.key, { format: "csv" });
  const ready = await exports.ended(partner.key, id);
  const { body: manifest } = await world.ask("GET", `/exports/${id}/manifest`, { key: partner.key });
  const path = `/exports/${id}/files/${manifest.files[0].name}`;
  const folder = join(world.config.home, "exports", id);
  world.clock.set(new Date(Date.parse(ready.expires_at) - 1));
  expect((await world.ask("GET", path, { key: partner.key })).status).toBe(200);
  world.clock.advance(1);
  for (const asked of [path, `/exports/${id}/manifest`]) {
    expect(await world.ask("GET", asked, { key: partner.key })).toMatchObject({
      status: 410,
      body: { code: "export_expired" },
    });
  }
  const expired = { ...ready, status: "expired" };
  expect((await world.ask("GET", `/exports/${id}`, { key: partner.key })).body).toEqual(expired);
  expect((await world.ask("GET", "/exports?status=expired", { key: partner.key })).body.data).toEqual([expired]);
  expect(existsSync(folder)).toBe(true);
  const counted = await exports.counted(partner.id);
  await sweepExpired(world.services);
  expect(existsSync(folder)).toBe(false);
  expect((await world.ask("GET", `/exports/${id}`, { key: partner.key })).body).toEqual(expired);
  expect((await world.ask("GET", "/exports?status=expired", { key: partner.key })).body.data).toEqual([expired]);
  expect(await exports.counted(partner.id)).toEqual(counted);
});
