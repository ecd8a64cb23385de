import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closes, closesCsv, create, publish, send } from "../testing/datasets.ts";
import { openWorld, type World } from "../testing/world.ts";
import { currentVersion, expectTidy, openBody, sendStream } from "./publish-testing.ts";

const bytesMax = 200_000;
const stallMs = 300;

let world: World;
beforeAll(async () => {
  world = await openWorld({
    settings: { WIZDATA_UPLOAD_BYTES_MAX: String(bytesMax), WIZDATA_UPLOAD_STALL_MS: String(stallMs) },
  });
});
afterAll(() => world.close());

test("a file with faults is refused whole, with line, column, value and reason", async () => {
  await publish(world, closes("faulty"));
  const refused = await send(world, "faulty", "date,code,close\n2025-01-02,SCOM,1\n2025-02-30,SCOM,2\n2025-01-03,,x\n");
  expect(refused.body).toMatchObject({ status: 422, code: "faulty_upload", fault_count: 3 });
  expect(refused.body.faults[0]).toMatchObject({ line: 3, column: "date", value: "2025-02-30" });
  expect(await currentVersion(world, "faulty")).toBe(1);
  await expectTidy(world);
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
    ["JSON that names no upload", "{}", { "content-type": "application/json" }, 400, "invalid_request"],
    ["no type", closesCsv(), { "content-type": "" }, 415, "unsupported_media_type"],
    ["gzip called plain", gzipSync(closesCsv()), {}, 422, "faulty_upload"],
    ["CSV called NDJSON", closesCsv(), { "content-type": "application/x-ndjson" }, 422, "faulty_upload"],
    ["NDJSON called CSV", '{"date":"2025-01-02","code":"X","close":1}\n', {}, 422, "faulty_upload"],
    ["CSV called Parquet", closesCsv(), { "content-type": "application/vnd.apache.parquet" }, 422, "faulty_upload"],
    ["half of a Parquet file", "PAR1\0\0", { "content-type": "application/octet-stream" }, 422, "faulty_upload"],
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
    expect(await currentVersion(world, "kept")).toBe(1);
    await expectTidy(world);
  });

  test("an unknown mode", async () => {
    const refused = await world.ask("POST", "/datasets/kept/versions?mode=sideways", {
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
  const answer = sendStream(world, "growing", body.stream);
  for (let chunk = 0; chunk < 5; chunk++) body.write("y".repeat(50_000));
  expect((await answer).body).toMatchObject({ status: 413, code: "payload_too_large" });
  await expectTidy(world);
});

test("an upload that stops half-way leaves nothing and changes nothing", async () => {
  await publish(world, closes("half"));
  const body = openBody();
  const answer = sendStream(world, "half", body.stream);
  body.write("date,code,close\n2025-01-02,SCOM,1\n");
  setTimeout(body.fail, 50);
  expect((await answer).body).toMatchObject({ status: 400, code: "invalid_request" });
  expect(await currentVersion(world, "half")).toBe(1);
  await expectTidy(world);
});

test("a sender that says nothing for too long gives the dataset free again", async () => {
  await publish(world, closes("silent"));
  const body = openBody();
  const answer = sendStream(world, "silent", body.stream);
  body.write("date,code,close\n");
  expect((await answer).body.detail).toContain("half-way");
  await expectTidy(world);
  expect((await send(world, "silent", closesCsv(7))).body.number).toBe(2);
});

test("files that cannot be cleared away undo no version, and keep nobody from publishing the next", async () => {
  await create(world, closes("stuck"));
  const { lake } = world.services;
  const { unstage } = lake;
  lake.unstage = async (id) => {
    await unstage(id);
    throw new Error("the disk does not let go");
  };
  try {
    expect((await send(world, "stuck", closesCsv())).body.number).toBe(1);
  } finally {
    lake.unstage = unstage;
  }
  expect((await send(world, "stuck", closesCsv(21))).body.number).toBe(2);
});
