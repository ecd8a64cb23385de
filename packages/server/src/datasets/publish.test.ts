import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { recover } from "../recovery.ts";
import { closes, closesCsv, create, publish, send } from "../testing/datasets.ts";
import { isPostgres, openWorld, type World } from "../testing/world.ts";

const bytesMax = 200_000;
const stallMs = 300;

let world: World;
beforeAll(async () => {
  const settings = { WIZDATA_UPLOAD_BYTES_MAX: String(bytesMax), WIZDATA_UPLOAD_STALL_MS: String(stallMs) };
  world = await openWorld({ settings });
});
afterAll(() => world.close());

const current = async (slug: string) => (await world.ask("GET", `/datasets/${slug}`)).body.current_version;
const filesIn = (...path: string[]): string[] => {
  const folder = join(world.config.home, ...path);
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => name)
    : [];
};
const partNames = async () =>
  (await world.services.store.db.select().from(world.services.store.db.t.parts)).map(({ sha256 }) => sha256);

/** Nothing unfinished lies about, and each file of the lake is a part that a version has, or its index. */
async function expectTidy() {
  expect(readdirSync(join(world.config.home, "staging"))).toEqual([]);
  const { db } = world.services.store;
  expect(await db.select().from(db.t.publishes)).toEqual([]);
  const named = (await partNames()).flatMap((sha256) => [`${sha256}.parquet`, `${sha256}.sqlite`]);
  expect(filesIn("lake", "parts").sort()).toEqual(named.sort());
}

/** A body whose end the test decides. */
function openBody() {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  // A reader that has given up is what some tests are about.
  const ignore = () => {};
  return {
    stream: readable,
    write: (text: string) => void writer.write(new TextEncoder().encode(text)).catch(ignore),
    end: () => void writer.close().catch(ignore),
    fail: () => void writer.abort(new Error("connection reset")).catch(ignore),
  };
}
const sendStream = (slug: string, raw: ReadableStream<Uint8Array>, headers = {}) =>
  world.ask("POST", `/datasets/${slug}/versions`, { raw, headers: { "content-type": "text/csv", ...headers } });

test("a file becomes version 1, with its report, and the dataset is published", async () => {
  const made = await publish(world, closes("first"));
  expect(made.body).toMatchObject({
    dataset: "first",
    number: 1,
    unchanged: false,
    rows: 3,
    parts: 2,
    time_min: "2024-12-30",
    time_max: "2025-01-02",
    source_bytes: closesCsv().length,
    source_sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    report: {
      source_rows: 3,
      rows: 3,
      repeated_rows: 0,
      repeated_keys: [],
      cells: 9,
      non_null_cells: 9,
      failed_checks: 0,
    },
  });
  expect((await world.ask("GET", "/datasets/first")).body).toMatchObject({ state: "published", current_version: 1 });
  const { unchanged, ...version } = made.body;
  expect((await world.ask("GET", "/datasets/first/versions/1")).body).toEqual(version);
  expect((await world.ask("GET", "/datasets/first/versions/2")).status).toBe(404);
  await expectTidy();
});

test("plain, gzip by type and gzip by encoding are the same rows, and the same rows make no new version", async () => {
  await publish(world, closes("packed"));
  const packed = gzipSync(closesCsv());
  const plain = await send(world, "packed", closesCsv(), { "content-type": "text/csv; charset=UTF-8" });
  const byType = await send(world, "packed", packed, { "content-type": "application/gzip" });
  const byEncoding = await send(world, "packed", packed, { "content-encoding": "gzip" });
  for (const again of [plain, byType, byEncoding]) {
    expect(again.status).toBe(200);
    expect(again.body).toMatchObject({ number: 1, unchanged: true, rows: 3 });
  }
  expect(await current("packed")).toBe(1);
});

test("a new version shares with the one before what did not change", async () => {
  await publish(world, closes("sharing"));
  const before = (await partNames()).length;
  expect((await send(world, "sharing", closesCsv(99))).body).toMatchObject({ number: 2, parts: 2 });
  expect((await partNames()).length).toBe(before + 1);
  expect((await send(world, "sharing", closesCsv())).body).toMatchObject({ number: 3, unchanged: false });
  expect((await partNames()).length).toBe(before + 1);
  const page = await world.ask("GET", "/datasets/sharing/versions?limit=2");
  expect(page.body.data.map(({ number }: { number: number }) => number)).toEqual([3, 2]);
  const rest = await world.ask("GET", `/datasets/sharing/versions?limit=2&after=${page.body.next_cursor}`);
  expect(rest.body).toMatchObject({ data: [{ number: 1 }], has_more: false });
  await expectTidy();
});

test("a file with faults is refused whole, with line, column, value and reason", async () => {
  await publish(world, closes("faulty"));
  const refused = await send(world, "faulty", "date,code,close\n2025-01-02,SCOM,1\n2025-02-30,SCOM,2\n2025-01-03,,x\n");
  expect(refused.body).toMatchObject({ status: 422, code: "faulty_upload", fault_count: 3 });
  expect(refused.body.faults[0]).toMatchObject({ line: 3, column: "date", value: "2025-02-30" });
  expect(await current("faulty")).toBe(1);
  await expectTidy();
});

test("of many faults the first hundred are told, and all are counted", async () => {
  await create(world, closes("very-faulty"));
  const lines = Array.from({ length: 250 }, (_, at) => `2025-01-02,C${at},cheap`);
  const refused = await send(world, "very-faulty", `date,code,close\n${lines.join("\n")}\n`);
  expect(refused.body).toMatchObject({ fault_count: 250 });
  expect(refused.body.faults).toHaveLength(100);
});

describe("is refused and changes nothing:", () => {
  beforeAll(() => publish(world, closes("kept")));
  test.each<[string, string | Uint8Array, Record<string, string>, number, string]>([
    ["nothing at all", "", {}, 422, "faulty_upload"],
    ["a header without rows", "date,code,close\n", {}, 422, "faulty_upload"],
    ["columns of another dataset", "date,ticker,close\n2025-01-02,X,1\n", {}, 422, "faulty_upload"],
    ["a repeated key", "date,code,close\n2025-01-02,X,1\n2025-01-02,X,2\n", {}, 422, "faulty_upload"],
    [
      "gzip that is cut off",
      gzipSync(closesCsv()).subarray(0, 40),
      { "content-type": "application/gzip" },
      422,
      "faulty_upload",
    ],
    ["plain text called gzip", closesCsv(), { "content-type": "application/gzip" }, 422, "faulty_upload"],
    ["JSON", "{}", { "content-type": "application/json" }, 415, "unsupported_media_type"],
    ["no type", closesCsv(), { "content-type": "" }, 415, "unsupported_media_type"],
    [
      "another character set",
      closesCsv(),
      { "content-type": "text/csv; charset=latin1" },
      415,
      "unsupported_media_type",
    ],
    ["an encoding that is not read", closesCsv(), { "content-encoding": "br" }, 415, "unsupported_media_type"],
    [
      "gzip in gzip",
      gzipSync(closesCsv()),
      { "content-type": "application/gzip", "content-encoding": "gzip" },
      415,
      "unsupported_media_type",
    ],
    ["more bytes than may be", "x".repeat(bytesMax + 1), {}, 413, "payload_too_large"],
  ])("%s", async (_case, file, headers, status, code) => {
    expect((await send(world, "kept", file, headers)).body).toMatchObject({ status, code });
    expect(await current("kept")).toBe(1);
    await expectTidy();
  });

  test("an unknown mode", async () => {
    const refused = await world.ask("POST", "/datasets/kept/versions?mode=append", {
      raw: closesCsv(1),
      headers: { "content-type": "text/csv" },
    });
    expect(refused.body).toMatchObject({ status: 400, errors: [{ path: "mode" }] });
  });

  test("a dataset that does not exist", async () => {
    expect((await send(world, "missing", closesCsv())).status).toBe(404);
    expect((await send(world, "%00", closesCsv())).status).toBe(404);
  });
});

test("an upload that grows beyond the bound is ended there", async () => {
  await publish(world, closes("growing"));
  const body = openBody();
  const answer = sendStream("growing", body.stream);
  for (let chunk = 0; chunk < 5; chunk++) body.write("y".repeat(50_000));
  expect((await answer).body).toMatchObject({ status: 413, code: "payload_too_large" });
  await expectTidy();
});

test("an upload that stops half-way leaves nothing and changes nothing", async () => {
  await publish(world, closes("half"));
  const body = openBody();
  const answer = sendStream("half", body.stream);
  body.write("date,code,close\n2025-01-02,SCOM,1\n");
  setTimeout(body.fail, 50);
  expect((await answer).body).toMatchObject({ status: 400, code: "invalid_request" });
  expect(await current("half")).toBe(1);
  await expectTidy();
});

test("a sender that says nothing for too long gives the dataset free again", async () => {
  await publish(world, closes("silent"));
  const body = openBody();
  const answer = sendStream("silent", body.stream);
  body.write("date,code,close\n");
  expect((await answer).body.detail).toContain("half-way");
  await expectTidy();
  expect((await send(world, "silent", closesCsv(7))).body.number).toBe(2);
});

test("one version of a dataset is published at a time, and another dataset's beside it", async () => {
  await publish(world, closes("busy"));
  await create(world, closes("beside"));
  const body = openBody();
  const first = sendStream("busy", body.stream);
  body.write("date,code,close\n");
  await expect.poll(() => filesIn("staging").length).toBe(1);
  expect((await send(world, "busy", closesCsv(5))).body).toMatchObject({ status: 409, code: "publish_in_progress" });
  expect((await send(world, "beside", closesCsv())).status).toBe(201);
  body.write("2025-01-02,SCOM,1\n");
  body.end();
  expect((await first).body.number).toBe(2);
  expect((await send(world, "busy", closesCsv(5))).body.number).toBe(3);
  await expectTidy();
});

test("a repeated call gives the stored answer, and its key is good for no other file", async () => {
  await create(world, closes("repeated"));
  const headers = { "idempotency-key": "nightly-1" };
  const first = await send(world, "repeated", closesCsv(), headers);
  expect(first.status).toBe(201);
  await send(world, "repeated", closesCsv(2));
  const again = await send(world, "repeated", closesCsv(), headers);
  expect(again.status).toBe(201);
  expect(again.body).toEqual(first.body);
  expect(again.headers.get("idempotency-replayed")).toBe("true");
  expect((await send(world, "repeated", closesCsv(3), headers)).body).toMatchObject({
    status: 422,
    code: "idempotency_key_reused",
  });
  expect(await current("repeated")).toBe(2);
  await expectTidy();
});

test("a refused file does not use its key up", async () => {
  await create(world, closes("retried"));
  const headers = { "idempotency-key": "nightly-2" };
  expect((await send(world, "retried", "date,code,close\nx,y,z\n", headers)).status).toBe(422);
  expect((await send(world, "retried", closesCsv(), headers)).status).toBe(201);
});

test("the claim of a process that died is taken over once its lease is over", async () => {
  await create(world, closes("abandoned"));
  const { store, clock, newId } = world.services;
  const id = newId("pub");
  const now = clock();
  await store.transaction(async (tx) => {
    await tx
      .insert(tx.t.publishes)
      .values({ id, dataset: "abandoned", owner: "dead", leaseUntil: new Date(now.getTime() + 1_000), createdAt: now });
  });
  leaveBehind("staging", id, "upload");
  expect((await send(world, "abandoned", closesCsv())).body.code).toBe("publish_in_progress");
  world.clock.advance(2_000);
  expect((await send(world, "abandoned", closesCsv())).status).toBe(201);
  await expectTidy();
});

test("at a start what a crash left is cleared away, and what is needed stays", async () => {
  await publish(world, closes("surviving"));
  const kept = filesIn("lake", "parts").sort();
  const orphan = "0".repeat(64);
  leaveBehind("lake", "parts", "00", `${orphan}.parquet`);
  leaveBehind("lake", "parts", "00", `${orphan}.sqlite`);
  leaveBehind("staging", "pub_dead", "upload");
  leaveBehind("exports", "exp_dead", "data.csv");
  (await recover(world.services)).stop();
  expect(filesIn("lake", "parts").sort()).toEqual(kept);
  expect(filesIn("exports")).toEqual([]);
  await expectTidy();
});

test.runIf(isPostgres)("while another process may be at work nothing is touched", async () => {
  await create(world, closes("shared-home"));
  const { store, clock, newId } = world.services;
  const id = newId("pub");
  const [now, leaseUntil] = [clock(), new Date(clock().getTime() + 1_000)];
  await store.transaction(async (tx) => {
    await tx.insert(tx.t.publishes).values({ id, dataset: "shared-home", owner: "other", leaseUntil, createdAt: now });
  });
  leaveBehind("staging", id, "upload");
  (await recover(world.services)).stop();
  expect(filesIn("staging")).toEqual(["upload"]);
  world.clock.advance(2_000);
  (await recover(world.services)).stop();
  await expectTidy();
});

function leaveBehind(...path: string[]): void {
  const file = join(world.config.home, ...path);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, "left behind");
}
