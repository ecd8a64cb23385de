import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closes } from "../testing/datasets.ts";
import { openPlatform, type ServerProcess } from "../testing/server-process.ts";
import type { Answer } from "../testing/world.ts";

let platform: Awaited<ReturnType<typeof openPlatform>>;
let server: ServerProcess;
let operatorKey: string;
let partnerKey: string;

beforeAll(async () => {
  platform = await openPlatform({ WIZDATA_PUBLISH_LEASE_MS: "1500" });
  server = await platform.start();
  operatorKey = server.operatorKey ?? "";
  await ask("POST", "/datasets", { body: closes("prices") });
  await upload(csv(1));
  const acme = { company: "Acme", email: "data@acme.example", plan: "enterprise" };
  const partner = await ask("POST", "/partners", { body: acme });
  partnerKey = (await ask("POST", `/partners/${partner.id}/keys`, { body: { name: "first" } })).secret;
  await ask("POST", "/datasets/prices/subscribe", { body: { partner_id: partner.id, tier: "premium" } });
});
afterAll(async () => {
  await server.kill();
  await platform.close();
});

type Ask = { key?: string; body?: unknown };
async function ask(method: string, path: string, { key = operatorKey, body }: Ask = {}): Promise<Answer["body"]> {
  const response = await fetch(`${server.url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return response.json();
}

const rowsEach = 90_000;
/** Enough rows that reading and writing them can be watched: two parts, whose rows depend on the seed. */
function csv(seed: number, prefix = "C"): string {
  const lines = ["date,code,close"];
  for (let row = 0; row < rowsEach; row++) {
    lines.push(`${row % 2 ? "2024" : "2025"}-01-0${1 + (row % 9)},${prefix}${row},${(row * seed) % 997}`);
  }
  return `${lines.join("\n")}\n`;
}

/** The answer, or undefined where the server died under the call. */
function upload(
  body: string | ReadableStream<Uint8Array>,
  mode = "replace",
): Promise<{ status: number; number?: number } | undefined> {
  const headers = { authorization: `Bearer ${operatorKey}`, "content-type": "text/csv" };
  // A streamed body needs `duplex`, which RequestInit does not know.
  const init = { method: "POST", headers, body, duplex: "half" } as RequestInit;
  return fetch(`${server.url}/api/v1/datasets/prices/versions?mode=${mode}`, init).then(
    async (response) => ({ ...((await response.json()) as object), status: response.status }),
    () => undefined,
  );
}

function files(...path: string[]): string[] {
  const folder = join(platform.home, ...path);
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();
}

type Left = { version: number; files: string[] };

/** What the database has of the dataset once its server is dead: the current version, and the files of all versions. */
async function left(): Promise<Left> {
  const store = await platform.openStore();
  try {
    const { versions, parts } = store.db.t;
    const names = (await store.db.select().from(parts)).map(({ sha256 }) => sha256);
    const version = Math.max(...(await store.db.select().from(versions)).map(({ number }) => number));
    return { version, files: names.flatMap((sha256) => [`${sha256}.parquet`, `${sha256}.sqlite`]).sort() };
  } finally {
    await store.close();
  }
}

const current = async (): Promise<number> => (await ask("GET", "/datasets/prices")).current_version;

/** Started again after a crash: the version it had is served, and no file lies about that no version has. */
async function expectWhole(expected: Left): Promise<void> {
  server = await platform.start();
  expect(await current()).toBe(expected.version);
  const page = await ask("GET", "/data/prices?code=C7", { key: partnerKey });
  expect(page).toMatchObject({ version: expected.version, data: [{ code: "C7", date: "2024-01-08" }] });
  // On Postgres a lease has to end first: another process could be publishing.
  await expect.poll(() => files("staging"), { timeout: 40_000 }).toEqual([]);
  await expect.poll(() => files("lake", "parts"), { timeout: 10_000 }).toEqual(expected.files);
}

/** What can be seen from outside of how far a publish has come. */
const moments: [string, () => boolean][] = [
  ["while the file is read", () => files("staging").some((name) => name === "rows.csv")],
  ["while parts are written", () => files("staging").some((name) => name.endsWith(".parquet"))],
  ["while an index is built", () => files("staging").some((name) => name.endsWith(".sqlite"))],
];

test("a server killed in the middle of an upload serves the version it had, and keeps nothing of the upload", async () => {
  const before = await current();
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const answer = upload(readable);
  const writer = writable.getWriter();
  writer.write(new TextEncoder().encode(csv(2).slice(0, 100_000))).catch(() => {});
  await expect.poll(() => files("staging"), { interval: 5, timeout: 20_000 }).toEqual(["upload"]);
  await server.kill();
  expect(await answer).toBeUndefined();
  const found = await left();
  expect(found.version).toBe(before);
  await expectWhole(found);
}, 180_000);

test.each(moments)(
  "a server killed %s serves the version it had, and keeps nothing of the new one",
  async (moment, hasCome) => {
    const before = await current();
    const answer = upload(csv(3 + moments.findIndex(([name]) => name === moment)));
    await expect.poll(hasCome, { interval: 2, timeout: 20_000 }).toBe(true);
    await server.kill();
    expect(await answer).toBeUndefined();
    const found = await left();
    expect(found.version).toBe(before);
    await expectWhole(found);
  },
  180_000,
);

/** Of each mode, rows of which each part of the version before has some. */
const modes: [string, (seed: number) => string][] = [
  ["append", (seed) => csv(seed, `D${seed}-`)],
  ["upsert", (seed) => csv(seed)],
  // All of them but the one that is asked for afterwards.
  ["delete", (seed) => csv(seed).replace(/\n[^\n]*,C7,[^\n]*/, "")],
];

test.each(modes.flatMap(([mode, file]) => moments.slice(1).map(([when, hasCome]) => ({ mode, file, when, hasCome }))))(
  "a server killed $when of a file to $mode serves the version it had, and keeps nothing of the new one",
  async ({ mode, file, when, hasCome }) => {
    const before = await current();
    const answer = upload(file(23 + moments.findIndex(([name]) => name === when)), mode);
    await expect.poll(hasCome, { interval: 2, timeout: 60_000 }).toBe(true);
    await server.kill();
    expect(await answer).toBeUndefined();
    const found = await left();
    expect(found.version).toBe(before);
    await expectWhole(found);
  },
  180_000,
);

test.each(modes)(
  "a server killed when the parts of a file to %s have their names leaves a whole version or none of it",
  async (mode, file) => {
    const before = await current();
    const known = files("lake", "parts").length;
    const answer = upload(file(29), mode);
    await expect.poll(() => files("lake", "parts").length, { interval: 1, timeout: 60_000 }).toBeGreaterThan(known);
    await server.kill();
    const answered = (await answer)?.status === 201;
    const found = await left();
    expect(found.version).toBeLessThanOrEqual(before + 1);
    expect(found.version).toBeGreaterThanOrEqual(answered ? before + 1 : before);
    await expectWhole(found);
  },
  180_000,
);

test("a server killed when its parts have their names leaves a whole version or none of it", async () => {
  const before = await current();
  const known = files("lake", "parts").length;
  const answer = upload(csv(11));
  await expect.poll(() => files("lake", "parts").length, { interval: 1, timeout: 60_000 }).toBeGreaterThan(known);
  await server.kill();
  const answered = (await answer)?.status === 201;
  const found = await left();
  // The commit may just have been faster than the kill, and even its answer.
  expect(found.version).toBeLessThanOrEqual(before + 1);
  expect(found.version).toBeGreaterThanOrEqual(answered ? before + 1 : before);
  await expectWhole(found);
}, 180_000);

test("a version that was answered for survives the kill that follows the answer", async () => {
  const before = await current();
  expect(await upload(csv(13))).toMatchObject({ status: 201, number: before + 1 });
  await server.kill();
  const found = await left();
  expect(found.version).toBe(before + 1);
  await expectWhole(found);
}, 180_000);

test("a client that goes away in the middle of an upload leaves nothing, and the dataset is free again", async () => {
  const before = await current();
  const controller = new AbortController();
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const headers = { authorization: `Bearer ${operatorKey}`, "content-type": "text/csv" };
  // A streamed body needs `duplex`, which RequestInit does not know.
  const init = { method: "POST", headers, body: readable, duplex: "half", signal: controller.signal } as RequestInit;
  const answer = fetch(`${server.url}/api/v1/datasets/prices/versions`, init).catch(() => undefined);
  writer.write(new TextEncoder().encode(csv(17).slice(0, 100_000))).catch(() => {});
  await expect.poll(() => files("staging"), { interval: 5, timeout: 20_000 }).toEqual(["upload"]);
  controller.abort();
  await answer;
  await expect.poll(() => files("staging"), { timeout: 20_000 }).toEqual([]);
  expect(await current()).toBe(before);
  await expect.poll(async () => (await upload(csv(13)))?.status, { timeout: 20_000 }).toBe(200);
});
