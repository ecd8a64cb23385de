import { hash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { eq } from "../store/drizzle.ts";
import { openPlatform, type ServerProcess } from "../testing/server-process.ts";
import { isPostgres } from "../testing/world.ts";
import { pricesCsv, pricesDataset, signalWorkersOf } from "./exports-testing.ts";

// While its worker starts, while it writes, and when it may be ready.
const killedAfterMs = [10, 120, 240, 500];

test("exports survive the death of their server at any moment, and are charged once", async () => {
  const platform = await openPlatform();
  onTestFinished(() => platform.close());
  let server = await platform.start();
  onTestFinished(() => server.kill());
  const key = await subscribe(server);
  const ids: string[] = [];

  for (const delayMs of killedAfterMs) {
    ids.push((await call(server, key, "POST", "/exports", { dataset: "prices", format: "csv" })).id);
    await sleep(delayMs);
    await server.kill();
    await endLeases(platform);
    server = await platform.start();
    expect(await ended(server, key, ids)).toEqual(ids.map(() => "ready"));
  }

  const hashes = new Set<string>();
  for (const id of ids) {
    const { files } = await call(server, key, "GET", `/exports/${id}/manifest`);
    const [{ name, sha256, bytes }] = files;
    const path = `${server.url}/api/v1/exports/${id}/files/${name}`;
    const head = await fetch(path, { method: "HEAD", headers: { "x-api-key": key } });
    expect(head.headers.get("content-length")).toBe(String(bytes));
    const answer = await fetch(path, { headers: { "x-api-key": key } });
    expect(hash("sha256", Buffer.from(await answer.arrayBuffer()))).toBe(sha256);
    hashes.add(sha256);
  }
  expect([...hashes]).toHaveLength(1);
  await server.stop();
  expect((await readdir(join(platform.home, "exports"))).sort()).toEqual(ids.toSorted());
  expect(await readdir(join(platform.home, "staging"))).toEqual([]);
  expect(await charged(platform)).toEqual({ events: ids.length, held: 0, used: [ids.length] });
}, 180_000);

test("a server that is stopped answers who waits, and leaves its exports to the next one", async () => {
  const platform = await openPlatform();
  onTestFinished(() => platform.close());
  let server = await platform.start();
  onTestFinished(() => server.kill());
  const key = await subscribe(server);
  // The worker that published takes the first export and gets nowhere with it.
  expect(signalWorkersOf(server.pid, "SIGSTOP")).toBe(1);
  const ids: string[] = [];
  for (let count = 0; count < 3; count++) {
    ids.push((await call(server, key, "POST", "/exports", { dataset: "prices", format: "csv" })).id);
  }
  const waiting = call(server, key, "GET", `/exports/${ids.at(-1)}?wait_seconds=30`);
  // A request that has not arrived when the server stops is for the next one.
  await sleep(200);
  await server.stop();
  expect((await waiting).status).toBe("queued");
  server = await platform.start();
  expect(await ended(server, key, ids)).toEqual(ids.map(() => "ready"));
  await server.stop();
  expect(await charged(platform)).toEqual({ events: ids.length, held: 0, used: [ids.length] });
}, 180_000);

type Platform = Awaited<ReturnType<typeof openPlatform>>;

// biome-ignore lint/suspicious/noExplicitAny: a test looks into any body
async function call({ url }: ServerProcess, key: string, method: string, path: string, body?: unknown): Promise<any> {
  const isUpload = body instanceof Uint8Array;
  const answer = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, "content-type": isUpload ? "application/gzip" : "application/json" },
    ...(body === undefined ? {} : { body: isUpload ? new Uint8Array(body) : JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** The key of a partner that may export a published dataset. */
async function subscribe(server: ServerProcess): Promise<string> {
  const operate = (method: string, path: string, body: unknown) =>
    call(server, server.operatorKey ?? "", method, path, body);
  await operate("POST", "/datasets", pricesDataset("prices"));
  await operate("POST", "/datasets/prices/versions", gzipSync(pricesCsv()));
  const partner = await operate("POST", "/partners", { company: "Baobab", email: "data@baobab.example" });
  const terms = { partner_id: partner.id, tier: "premium", billing: "monthly" };
  await operate("POST", "/datasets/prices/subscribe", terms);
  return (await operate("POST", `/partners/${partner.id}/keys`, { name: "first" })).secret;
}

async function ended(server: ServerProcess, key: string, ids: string[]): Promise<string[]> {
  const statuses: string[] = [];
  for (const id of ids) {
    let status = "queued";
    while (status === "queued" || status === "running") {
      status = (await call(server, key, "GET", `/exports/${id}?wait_seconds=20`)).status;
    }
    statuses.push(status);
  }
  return statuses;
}

/** On Postgres a dead process is not told from a slow one until its lease is over, which would be half a minute of waiting. */
async function endLeases(platform: Platform): Promise<void> {
  if (!isPostgres) return;
  const store = await platform.openStore();
  await store.transaction((tx) =>
    tx
      .update(tx.t.exports)
      .set({ leaseUntil: new Date(0) })
      .where(eq(tx.t.exports.status, "running")),
  );
  await store.close();
}

/** Usage events, units still reserved, and the figures that the counters of calls show. */
async function charged(platform: Platform) {
  const store = await platform.openStore();
  const { usageEvents, counters } = store.db.t;
  const rows = await store.db.select().from(counters);
  const events = await store.db.$count(usageEvents, eq(usageEvents.operation, "export"));
  await store.close();
  return {
    events,
    held: rows.reduce((sum, { held }) => sum + held, 0),
    used: [...new Set(rows.map(({ used }) => used))],
  };
}
