import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fileLabels } from "./export-split.ts";
import { mixed, mixedColumns, mixedCsv, openTestExports, type Published, type Row, toCsv } from "./export-testing.ts";
import type { FileFormat, FileSplit } from "./lake.ts";

let world: Awaited<ReturnType<typeof openTestExports>>;
let published: Published;
let rows: Row[];
beforeAll(async () => {
  world = await openTestExports();
  published = await world.publish(mixed, { text: mixedCsv });
  rows = await world.pagedRows(published);
});
afterAll(() => world.close());

async function split(format: FileFormat, by: FileSplit, body: object = {}, compression: "none" | "gzip" = "none") {
  const job = world.jobOf(published, body, format, { split: by, ...(format === "parquet" ? {} : { compression }) });
  const { files } = await world.lake.export(job);
  const contents = await Promise.all(files.map(({ name }) => readFile(world.lake.exportFile(job.id, name))));
  return files.map((file, at) => ({ ...file, content: contents[at] ?? Buffer.alloc(0) }));
}

test("split by a key column there is a file for each value, whose rows are in the order of the whole", async () => {
  const files = await split("csv", { column: "code", period: null });
  const codes = [...new Set(rows.map(({ code }) => String(code)))].sort();
  expect(files.map(({ name, value }) => [name, value])).toEqual(codes.map((code) => [`prices-v7-${code}.csv`, code]));
  for (const [at, code] of codes.entries())
    expect(files[at]?.content.toString()).toBe(
      toCsv(
        mixedColumns,
        rows.filter((row) => row.code === code),
      ),
    );
});

test("split by months of its time, forwards and backwards, in each format", async () => {
  const by: FileSplit = { column: "at", period: "month" };
  const files = await split("ndjson", by, {}, "gzip");
  expect(files.map(({ name }) => name)).toEqual(["01", "02", "03"].map((month) => `prices-v7-2024-${month}.ndjson.gz`));
  const lines = files.map(({ content }) => gunzipSync(content).toString());
  expect(lines.join("")).toBe(rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  const backwards = await split("csv", by, { order: "-time", columns: ["price"] });
  expect(backwards.map(({ value }) => value)).toEqual(["2024-03", "2024-02", "2024-01"]);
  const parquet = await split("parquet", by);
  expect(parquet.map(({ rows, value }) => [value, rows])).toEqual(files.map(({ rows, value }) => [value, rows]));
});

test("names of files are safe and never the same, whatever the values are", () => {
  expect(fileLabels(["SCOM", "scom", "a/b", "..", "é", ""])).toEqual(["SCOM", "scom_2", "a_2fb", "..", "_c3_a9", ""]);
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ unit: "binary", maxLength: 200 }), { maxLength: 50 }), (values) => {
      const labels = fileLabels(values);
      expect(new Set(labels.map((label) => label.toLowerCase())).size).toBe(values.length);
      for (const label of labels) expect(`prices-v7-${label}.csv`).toMatch(/^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/);
    }),
  );
});
