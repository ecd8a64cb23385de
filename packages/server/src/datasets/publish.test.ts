import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closes, closesCsv, publish, send } from "../testing/datasets.ts";
import { openWorld, type World } from "../testing/world.ts";
import { currentVersion, expectTidy, partNames } from "./publish-testing.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

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
  const { unchanged, held, ...version } = made.body;
  expect(held).toEqual([]);
  expect((await world.ask("GET", "/datasets/first/versions/1")).body).toEqual(version);
  expect((await world.ask("GET", "/datasets/first/versions/2")).status).toBe(404);
  await expectTidy(world);
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
  expect(await currentVersion(world, "packed")).toBe(1);
});

test("a new version shares with the one before what did not change", async () => {
  await publish(world, closes("sharing"));
  const before = (await partNames(world)).length;
  expect((await send(world, "sharing", closesCsv(99))).body).toMatchObject({ number: 2, parts: 2 });
  expect((await partNames(world)).length).toBe(before + 1);
  expect((await send(world, "sharing", closesCsv())).body).toMatchObject({ number: 3, unchanged: false });
  expect((await partNames(world)).length).toBe(before + 1);
  const page = await world.ask("GET", "/datasets/sharing/versions?limit=2");
  expect(page.body.data.map(({ number }: { number: number }) => number)).toEqual([3, 2]);
  const rest = await world.ask("GET", `/datasets/sharing/versions?limit=2&after=${page.body.next_cursor}`);
  expect(rest.body).toMatchObject({ data: [{ number: 1 }], has_more: false });
  await expectTidy(world);
});
