import { gunzipSync, zstdDecompressSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closes, publish } from "../testing/datasets.ts";
import { openWorld, type World } from "../testing/world.ts";
import { type ExportsWorld, openExportsWorld, pricesRows } from "./exports-testing.ts";

let world: World;
let exports: ExportsWorld;
let partner: { key: string };
beforeAll(async () => {
  world = await openWorld();
  exports = await openExportsWorld(world);
  partner = await exports.subscriber();
});
afterAll(() => world.close());

async function manifestOf(wanted: object) {
  const { id } = await exports.create(partner.key, wanted);
  const job = await exports.ended(partner.key, id);
  expect(job.status).toBe("ready");
  return { job, manifest: (await world.ask("GET", `/exports/${id}/manifest`, { key: partner.key })).body };
}

test("files are cut and packed as ordered, and each says what it is", async () => {
  const shape = { format: "ndjson", compression: "gzip", rows_per_file: 250 };
  const { job, manifest } = await manifestOf(shape);
  expect(job).toMatchObject({ ...shape, bytes_per_file: null, formula_safe: false, rows: pricesRows });
  expect(manifest).toMatchObject({ ...shape, formula_safe: false });
  expect(manifest.files.map(({ name, rows }: { name: string; rows: number }) => [name, rows])).toEqual([
    ["prices-v1-00001.ndjson.gz", 250],
    ["prices-v1-00002.ndjson.gz", 250],
    ["prices-v1-00003.ndjson.gz", 100],
  ]);
  const lines: string[] = [];
  for (const { name } of manifest.files) {
    const { headers, bytes } = await exports.download(partner.key, job.id, name);
    expect(headers.get("content-type")).toBe("application/gzip");
    lines.push(...gunzipSync(bytes).toString().trimEnd().split("\n"));
  }
  const { body: page } = await world.ask("GET", `/data/prices?limit=${pricesRows}`, { key: partner.key });
  expect(lines.map((line) => JSON.parse(line))).toEqual(page.data);
});

test.each([
  [{ format: "csv", compression: "zstd" }, "prices-v1.csv.zst", "application/zstd"],
  [{ format: "ndjson" }, "prices-v1.ndjson", "application/x-ndjson"],
  [{ format: "parquet", compression: "none", order: "key" }, "prices-v1.parquet", "application/vnd.apache.parquet"],
])("%o is %s, sent as %s", async (wanted, name, type) => {
  const { job, manifest } = await manifestOf(wanted);
  expect(manifest.files).toMatchObject([{ name, rows: pricesRows }]);
  const { headers, bytes } = await exports.download(partner.key, job.id, name);
  expect(headers.get("content-type")).toBe(type);
  if (type === "application/zstd") expect(zstdDecompressSync(bytes).toString()).toMatch(/^date,code,close,volume\n/);
});

test("CSV is safe to open in a spreadsheet unless it is asked for as it is, and the manifest says which", async () => {
  await publish(world, closes("formulas"), 'date,code,close\n2025-01-02,"=1+1",1\n');
  const reader = await exports.subscriber({ slug: "formulas" });
  const textOf = async (wanted: object) => {
    const { id } = await exports.create(reader.key, { dataset: "formulas", format: "csv", ...wanted });
    await exports.ended(reader.key, id);
    const { body } = await world.ask("GET", `/exports/${id}/manifest`, { key: reader.key });
    return [body.formula_safe, (await exports.download(reader.key, id, body.files[0].name)).bytes.toString()];
  };
  expect(await textOf({})).toEqual([true, "date,code,close\n2025-01-02,'=1+1,1\n"]);
  expect(await textOf({ formula_safe: false })).toEqual([false, "date,code,close\n2025-01-02,=1+1,1\n"]);
});

test.each([
  [{ format: "parquet", formula_safe: true }, "formula_safe"],
  [{ format: "csv", compression: "brotli" }, "compression"],
  [{ format: "csv", rows_per_file: 0 }, "rows_per_file"],
  [{ format: "csv", bytes_per_file: 100 }, "bytes_per_file"],
])("%o is refused by its field", async (wanted, path) => {
  const answer = await world.ask("POST", "/exports", { key: partner.key, body: { dataset: "prices", ...wanted } });
  expect(answer.body).toMatchObject({ status: 400, errors: [{ path }] });
});

test("a cut that would make too many files is refused before anything is reserved, and says what would do", async () => {
  const lines = Array.from({ length: 1_001 }, (_, at) => `2025-01-02,C${at},1`);
  await publish(world, closes("many"), `date,code,close\n${lines.join("\n")}\n`);
  const reader = await exports.subscriber({ slug: "many" });
  const body = { dataset: "many", format: "csv", rows_per_file: 1 };
  const answer = await world.ask("POST", "/exports", { key: reader.key, body });
  expect(answer.body).toMatchObject({
    status: 400,
    errors: [{ path: "rows_per_file", message: expect.stringContaining("2 rows a file or more") }],
  });
});
