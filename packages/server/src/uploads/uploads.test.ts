import { createHash } from "node:crypto";
import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectTidy, filesIn } from "../datasets/publish-testing.ts";
import { lakePaths } from "../lake/parts-paths.ts";
import { recover } from "../recovery.ts";
import { closes, closesCsv, create, publish } from "../testing/datasets.ts";
import { isPostgres, openWorld, type World } from "../testing/world.ts";
import { sweepUploads } from "./expiry.ts";

let world: World;
const partBytesMax = 2_048;
beforeAll(async () => {
  world = await openWorld({
    settings: {
      WIZDATA_UPLOAD_PART_BYTES_MAX: String(partBytesMax),
      WIZDATA_UPLOAD_BYTES_MAX: "5000",
      WIZDATA_UPLOAD_STALL_MS: "1000",
    },
  });
});
afterAll(() => world.close());

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest();
const digestOf = (bytes: Uint8Array) => `sha-256=:${sha256(bytes).toString("base64")}:`;

const begin = async (dataset: string, wanted: object = {}) => {
  const { status, body } = await world.ask("POST", "/uploads", { body: { dataset, ...wanted } });
  expect(status).toBe(201);
  return body;
};
const send = (id: string, number: number, part: Uint8Array, digest = digestOf(part)) =>
  world.ask("PUT", `/uploads/${id}/parts/${number}`, {
    raw: new Uint8Array(part),
    headers: { "content-type": "application/octet-stream", "content-digest": digest },
  });
const publishById = (slug: string, body: object) => world.ask("POST", `/datasets/${slug}/versions`, { body });
const uploadFiles = (id: string) => filesIn(world, "uploads", id);

const file = gzipSync(closesCsv());
const [first, second] = [file.subarray(0, 40), file.subarray(40)];

test("a file that came in parts, in any order, is published by its id as if it had come in one piece", async () => {
  await create(world, closes("whole"));
  const promised = { name: "closes.csv.gz", bytes: file.length, sha256: sha256(file).toString("hex") };
  const upload = await begin("whole", promised);
  expect(upload).toMatchObject({
    ...promised,
    format: "csv",
    compression: "gzip",
    status: "open",
    parts_received: 0,
    part_bytes_max: partBytesMax,
    expires_at: "2026-03-11T09:30:00.000Z",
  });
  expect((await send(upload.id, 2, second)).body).toMatchObject({ number: 2, bytes: second.length });
  expect((await publishById("whole", { upload: upload.id })).body).toMatchObject({
    code: "upload_incomplete",
    detail: expect.stringContaining("Parts are missing: 1."),
  });
  await send(upload.id, 1, first);
  const { body: seen } = await world.ask("GET", `/uploads/${upload.id}`);
  expect(seen).toMatchObject({ parts_received: 2, bytes_received: file.length, parts: [{ number: 1 }, { number: 2 }] });
  const parts = [first, second].map((part) => sha256(part).toString("hex"));
  const made = await publishById("whole", { upload: upload.id, parts });
  expect([made.status, made.body]).toMatchObject([
    201,
    { number: 1, rows: 3, source_bytes: file.length, source_sha256: promised.sha256 },
  ]);
  const { body: published } = await world.ask("GET", `/uploads/${upload.id}`);
  expect(published).toMatchObject({ status: "published", version: 1 });
  expect(uploadFiles(upload.id)).toEqual([]);
  await expectTidy(world);
  expect((await publishById("whole", { upload: upload.id })).body).toMatchObject({ code: "conflict" });
  expect((await send(upload.id, 1, first)).body).toMatchObject({ code: "conflict" });
  const again = await begin("whole");
  await send(again.id, 1, Buffer.from(closesCsv()));
  expect((await publishById("whole", { upload: again.id })).body).toMatchObject({ number: 1, unchanged: true });
});

test("the same part again changes nothing, another one takes its place", async () => {
  await create(world, closes("again"));
  const { id } = await begin("again");
  const one = (await send(id, 1, first)).body;
  world.clock.advance(60_000);
  expect((await send(id, 1, first)).body).toEqual(one);
  const { db } = world.services.store;
  const received = (await db.select().from(db.t.audit)).filter(
    ({ action, target }) => action.endsWith("part_received") && target === id,
  );
  expect(received).toHaveLength(1);
  const other = await send(id, 1, second);
  expect(other.body.sha256).not.toBe(one.sha256);
  expect(uploadFiles(id)).toEqual([`1-${other.body.sha256}`]);
});

test("a part whose file was lost is brought back by sending it again", async () => {
  await create(world, closes("lost"));
  const { id } = await begin("lost");
  const part = Buffer.from(closesCsv());
  const { body } = await send(id, 1, part);
  rmSync(join(world.config.home, "uploads", id, `1-${body.sha256}`));
  expect((await send(id, 1, part)).body).toMatchObject({ number: 1, sha256: body.sha256 });
  expect((await publishById("lost", { upload: id })).body).toMatchObject({ number: 1, rows: 3 });
});

test("a part that is not what its digest says is not kept", async () => {
  await create(world, closes("cut"));
  const { id } = await begin("cut");
  expect((await send(id, 1, first, digestOf(second))).body).toMatchObject({ status: 400, code: "digest_mismatch" });
  for (const digest of ["", "sha-256=abc", "md5=:AAAA:"]) {
    const refused = await send(id, 1, first, digest);
    expect(refused.body).toMatchObject({ status: 400, errors: [{ path: "header.content-digest" }] });
  }
  expect((await send(id, 1, Buffer.alloc(0))).body).toMatchObject({ status: 400, errors: [{ path: "body" }] });
  expect((await send(id, 1, Buffer.alloc(partBytesMax + 1))).body).toMatchObject({ code: "payload_too_large" });
  expect((await send(id, 1_001, first)).status).toBe(400);
  expect(uploadFiles(id)).toEqual([]);
  expect((await world.ask("GET", `/uploads/${id}`)).body).toMatchObject({ parts: [] });
});

test("a file may not get longer than it may be, or than was promised", async () => {
  await create(world, closes("long"));
  const { id } = await begin("long");
  const part = (letter: string) => Buffer.alloc(partBytesMax, letter);
  await send(id, 1, part("a"));
  await send(id, 2, part("b"));
  expect((await send(id, 3, part("c"))).body).toMatchObject({ code: "payload_too_large" });
  const promised = await begin("long", { bytes: 100 });
  expect((await send(promised.id, 1, part("a"))).body).toMatchObject({ status: 400, errors: [{ path: "body" }] });
  await send(promised.id, 1, first);
  expect((await publishById("long", { upload: promised.id })).body).toMatchObject({ code: "upload_incomplete" });
  expect((await world.ask("POST", "/uploads", { body: { dataset: "long", bytes: 5_001 } })).status).toBe(413);
});

test("what was promised of an upload is held against it before anything is published", async () => {
  await publish(world, closes("promised"));
  const upload = async (wanted: object, ...parts: Buffer[]) => {
    const { id } = await begin("promised", wanted);
    for (const [at, part] of parts.entries()) await send(id, at + 1, part);
    return id as string;
  };
  const wrongWhole = await upload({ sha256: "0".repeat(64) }, Buffer.from(closesCsv(5)));
  expect((await publishById("promised", { upload: wrongWhole })).body).toMatchObject({
    code: "faulty_upload",
    faults: [{ reason: expect.stringContaining("SHA-256") }],
  });
  const id = await upload({}, Buffer.from(closesCsv(6)));
  for (const parts of [["0".repeat(64)], [sha256(Buffer.from(closesCsv(6))).toString("hex"), "0".repeat(64)]]) {
    const refused = await publishById("promised", { upload: id, parts });
    expect(refused.body).toMatchObject({ status: 400, errors: [{ path: "parts" }] });
  }
  await create(world, closes("another"));
  expect((await publishById("another", { upload: id })).body).toMatchObject({
    status: 400,
    errors: [{ path: "upload" }],
  });
  const misnamed = await upload({ name: "x.parquet" }, Buffer.from(closesCsv(7)));
  expect((await publishById("promised", { upload: misnamed })).body).toMatchObject({ code: "faulty_upload" });
  const contradicting = { dataset: "promised", name: "x.csv", format: "parquet" };
  expect((await world.ask("POST", "/uploads", { body: contradicting })).body).toMatchObject({
    errors: [{ path: "format" }],
  });
  const damaged = await upload({}, Buffer.from(closesCsv(8)));
  const [name = ""] = uploadFiles(damaged);
  writeFileSync(join(lakePaths(world.config.home).upload(damaged), name), "bit rot");
  expect((await publishById("promised", { upload: damaged })).body).toMatchObject({
    faults: [{ reason: "part 1 is not as it was received: send it again" }],
  });
  expect((await world.ask("GET", "/datasets/promised")).body.current_version).toBe(1);
});

test("an upload that nobody goes on with expires with its files, and one that is aborted is gone at once", async () => {
  await create(world, closes("left"));
  const [left, kept, aborted] = [await begin("left"), await begin("left"), await begin("left")];
  for (const { id } of [left, kept, aborted]) await send(id, 1, first);
  expect((await world.ask("DELETE", `/uploads/${aborted.id}`)).body).toMatchObject({ parts_received: 1 });
  expect(existsSync(lakePaths(world.config.home).upload(aborted.id))).toBe(false);
  world.clock.advance(86_000_000);
  await send(kept.id, 2, second);
  world.clock.advance(1_000_000);
  expect((await world.ask("GET", `/uploads/${left.id}`)).status).toBe(404);
  await sweepUploads(world.services);
  expect(existsSync(lakePaths(world.config.home).upload(left.id))).toBe(false);
  expect(uploadFiles(kept.id)).toHaveLength(2);
  const { body: list } = await world.ask("GET", "/uploads?dataset=left");
  expect(list.data.map(({ id }: { id: string }) => id)).toEqual([kept.id]);
  expect(list.data[0]).toMatchObject({ parts_received: 2, bytes_received: file.length });
});

test.skipIf(isPostgres)(
  "what a dead process left of a part is cleared away at the start, and what was answered for stays",
  async () => {
    await create(world, closes("dead"));
    const { id } = await begin("dead");
    await send(id, 1, first);
    const folder = lakePaths(world.config.home).upload(id);
    writeFileSync(join(folder, "half-written.part"), "…");
    const { uploads } = lakePaths(world.config.home);
    writeFileSync(join(lakePaths(world.config.home).uploads, "upl_unknown"), "…");
    (await recover(world.services)).stop();
    expect(readdirSync(folder)).toEqual([`1-${sha256(first).toString("hex")}`]);
    expect(readdirSync(uploads)).not.toContain("upl_unknown");
    await send(id, 2, second);
    expect((await publishById("dead", { upload: id })).status).toBe(201);
  },
);

test("many clients that send the same and other parts at once leave one of each", async () => {
  await create(world, closes("many"));
  const { id } = await begin("many");
  const both = [first, second];
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, at) => send(id, 1 + (at % 2), both[at % 2] ?? first)),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(200));
  expect(uploadFiles(id)).toHaveLength(2);
  expect((await publishById("many", { upload: id })).body).toMatchObject({ number: 1, rows: 3 });
});
