import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../testing/world.ts";
import { pricesCsv, pricesRows, publishPrices, subscribe } from "./exports-testing.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await publishPrices(world);
});
afterAll(() => world.close());

async function subscriber() {
  const partner = await world.onboard();
  await subscribe(world, partner.id);
  return partner;
}

async function made(key: string, wanted: object = {}) {
  const created = await world.ask("POST", "/exports", { key, body: { dataset: "prices", format: "csv", ...wanted } });
  expect(created.status, JSON.stringify(created.body)).toBe(202);
  return created.body;
}

async function ended(key: string, id: string) {
  for (;;) {
    const { body } = await world.ask("GET", `/exports/${id}?wait_seconds=30`, { key });
    if (body.status !== "queued" && body.status !== "running") return body;
  }
}

test("an export is queued at once, becomes ready, and its file is what the manifest promises", async () => {
  const { key, id: partnerId } = await subscriber();
  const queued = await made(key);
  expect(queued).toMatchObject({
    partner_id: partnerId,
    dataset: "prices",
    version: 1,
    format: "csv",
    status: "queued",
    units: 1,
    rows: null,
    receipt: null,
  });
  expect(queued.progress).toEqual({ rows_done: 0, rows_total: pricesRows });
  const ready = await ended(key, queued.id);
  expect(ready).toMatchObject({
    status: "ready",
    rows: pricesRows,
    error: null,
    expires_at: "2026-04-09T09:30:00.000Z",
  });
  const { body: manifest } = await world.ask("GET", `/exports/${queued.id}/manifest`, { key });
  expect(manifest).toMatchObject({
    export_id: queued.id,
    rows: pricesRows,
    bytes: ready.bytes,
    query: { order: "time" },
  });
  for (const file of manifest.files) {
    const answer = await world.ask("GET", `/exports/${queued.id}/files/${file.name}`, { key });
    const sha256 = createHash("sha256").update(answer.body).digest("hex");
    expect(sha256).toBe(file.sha256);
    expect(answer.body.length).toBe(file.bytes);
  }
  expect(pricesCsv()).toContain("2024-09-01");
});
