import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mixed, mixedCsv, mixedRows, openTestExports, type Published } from "./export-testing.ts";
import type { FileFormat, FileShape } from "./lake.ts";

const catalog = join(import.meta.dirname, "../../catalog");

let world: Awaited<ReturnType<typeof openTestExports>>;
const published = new Map<string, Published>();
beforeAll(async () => {
  world = await openTestExports();
  published.set("mixed", await world.publish(mixed, { text: mixedCsv }));
  for (const slug of ["nse-kenya", "sadc-esg", "african-economic-indicators"]) {
    const { definition } = JSON.parse(await readFile(join(catalog, slug, "dataset.json"), "utf8"));
    published.set(slug, await world.publish(definition, { file: join(catalog, slug, "data.csv.gz") }));
  }
}, 120_000);
afterAll(() => world.close());

/** What was told before, held against what came. */
async function held(slug: string, format: FileFormat, shape: Partial<FileShape>, body: object = {}) {
  const of = published.get(slug);
  if (!of) throw new Error(`no dataset ${slug}`);
  const job = world.jobOf(of, body, format, shape);
  const told = await world.lake.estimate(job);
  const made = await world.lake.export(job);
  await world.lake.removeExport(job.id);
  expect(told.rows).toBe(made.rows);
  for (const [figure, real] of [
    [told.bytes, made.bytes],
    [told.files, made.files.length],
  ] as const) {
    if (figure.exact) expect(figure).toEqual({ value: real, exact: true, atMost: real });
    if (figure.atMost !== null) expect(real).toBeLessThanOrEqual(figure.atMost);
  }
  return { told, made };
}

const slugs = ["mixed", "nse-kenya", "sadc-esg", "african-economic-indicators"];

test.each(slugs)("of %s as plain text and as its own parts, rows, bytes and files are told exactly", async (slug) => {
  const limits = { rowsPerFile: 500 };
  for (const [format, shape] of [
    ["csv", {}],
    ["csv", { formulaSafe: true }],
    ["csv", limits],
    ["ndjson", {}],
    ["parquet", {}],
  ] as const) {
    const { told } = await held(slug, format, shape);
    expect([format, told.bytes.exact, told.files.exact]).toEqual([format, true, true]);
  }
});

test.each(slugs)("of %s as packed text, nothing is larger than it was told to be at most", async (slug) => {
  for (const compression of ["gzip", "zstd"] as const) {
    const { told, made } = await held(slug, "csv", { compression });
    expect(told.bytes).toMatchObject({ exact: false, atMost: expect.any(Number) });
    expect(told.bytes.value).toBeGreaterThan(made.bytes / 4);
    expect(told.bytes.value).toBeLessThan(made.bytes * 4);
  }
});

test("what filters leave is counted, in every form of files", async () => {
  const some = { filters: { code: ["SCOM", "KCB"] }, columns: ["date", "day_price"] };
  for (const [format, shape] of [
    ["csv", {}],
    ["ndjson", { rowsPerFile: 100 }],
    ["csv", { bytesPerFile: 65_536 }],
    ["parquet", {}],
    ["parquet", { rowsPerFile: 300 }],
    ["csv", { split: { column: "code", period: null } }],
    ["parquet", { split: { column: "date", period: "month" } }],
  ] as const) {
    const { made } = await held("nse-kenya", format, shape, some);
    expect(made.rows).toBeGreaterThan(100);
  }
  const none = { filters: { code: "NOBODY" } };
  expect((await held("nse-kenya", "csv", {}, none)).told).toMatchObject({ rows: 0, files: { value: 1, exact: true } });
  expect(
    (await held("nse-kenya", "ndjson", { split: { column: "code", period: null } }, none)).made.files,
  ).toHaveLength(1);
});

test("more values than there may be files are refused, before anything is written", async () => {
  const of = published.get("mixed");
  if (!of) throw new Error("no dataset");
  const job = world.jobOf(of, {}, "csv", { split: { column: "at", period: null } });
  expect(new Set(mixedCsv.split("\n").map((line) => line.split(",")[1])).size).toBeLessThan(1_000);
  expect((await world.lake.estimate(job)).files.value).toBeLessThanOrEqual(mixedRows);
  const prices = published.get("nse-kenya");
  if (!prices) throw new Error("no dataset");
  const daily = world.jobOf(prices, {}, "csv", { split: { column: "date", period: "day" } });
  const days = new Set((await world.pagedRows(prices)).map(({ date }) => date)).size;
  if (days > 1_000) await expect(world.lake.estimate(daily)).rejects.toThrow("more than 1000 files");
  else expect((await world.lake.estimate(daily)).files.value).toBe(days);
});
