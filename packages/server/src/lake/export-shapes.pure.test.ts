import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { gunzipSync, gzipSync, zstdDecompressSync } from "node:zlib";
import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPacked } from "./export-pack.ts";
import {
  mixed,
  mixedColumns,
  mixedCsv,
  mixedRows,
  openTestExports,
  type Published,
  required,
} from "./export-testing.ts";
import type { FileFormat, FileShape } from "./lake.ts";

let world: Awaited<ReturnType<typeof openTestExports>>;
let published: Published;
let csv: string;
beforeAll(async () => {
  world = await openTestExports();
  published = await world.publish(mixed, { text: mixedCsv });
  csv = await world.exportCsv(published, {});
});
afterAll(() => world.close());

/** The files of an export, each after its manifest was proven. */
async function exported(format: FileFormat, shape: Partial<FileShape>, body = {}, of = published) {
  const job = world.jobOf(of, body, format, shape);
  const { files, rows } = await world.lake.export(job);
  expect(files.reduce((sum, file) => sum + file.rows, 0)).toBe(rows);
  return await Promise.all(
    files.map(async (file) => {
      const path = world.lake.exportFile(job.id, file.name);
      const bytes = await readFile(path);
      expect({ bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") }).toEqual({
        bytes: file.bytes,
        sha256: file.sha256,
      });
      return { ...file, path, content: bytes };
    }),
  );
}
const textOf = (file: { content: Buffer } | undefined) => file?.content.toString() ?? "";

test("NDJSON is the very rows of the pages, one a line", async () => {
  const files = await exported("ndjson", {});
  expect(files.map(({ name }) => name)).toEqual(["prices-v7.ndjson"]);
  const rows = await world.pagedRows(published);
  expect(textOf(files[0])).toBe(rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  const [chosen] = await exported("ndjson", {}, { columns: ["note", "code"], order: "-time", filters: { code: "C3" } });
  const expected = rows.filter(({ code }) => code === "C3").toReversed();
  expect(textOf(chosen)).toBe(expected.map(({ note, code }) => `${JSON.stringify({ note, code })}\n`).join(""));
});

test.each([
  ["gzip", "prices-v7.csv.gz", gunzipSync],
  ["zstd", "prices-v7.csv.zst", zstdDecompressSync],
] as const)(
  "packed with %s it is the same text, one file to every reader, and the same bytes every time",
  async (compression, name, unpack) => {
    const [file] = await exported("csv", { compression });
    expect(file?.name).toBe(name);
    expect(unpack(file?.content ?? "").toString()).toBe(csv);
    expect((await exported("csv", { compression }))[0]?.sha256).toBe(file?.sha256);
  },
);

test("what several threads deflate is one gzip member, whatever its size", async () => {
  let made = 0;
  const sizes = fc.array(fc.constantFrom(0, 1, 70_000, 1_048_575, 1_048_576, 2_500_000), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(sizes, async (sizes) => {
      const pieces = sizes.map((size, at) => Buffer.alloc(size, `${at} of many `));
      const path = `${world.home}/packed-${made++}.gz`;
      const file = await openPacked(path, "gzip");
      for (const piece of pieces) await file.write(piece);
      const { bytes } = await file.close();
      const packed = await readFile(path);
      expect(bytes).toBe(packed.length);
      // Unlike gunzip, this reader takes anything behind the first member for an error.
      const whole = new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip")));
      expect(Buffer.from(await whole.arrayBuffer()).equals(Buffer.concat(pieces))).toBe(true);
    }),
    { numRuns: 12 },
  );
});

test("files of at most so many rows, each with a header, are the whole when put together", async () => {
  const files = await exported("csv", { rowsPerFile: 250, compression: "gzip" });
  expect(files.map(({ name, rows }) => [name, rows])).toEqual([
    ["prices-v7-00001.csv.gz", 250],
    ["prices-v7-00002.csv.gz", 250],
    ["prices-v7-00003.csv.gz", 100],
  ]);
  const header = `${mixedColumns.join(",")}\n`;
  const texts = files.map(({ content }) => gunzipSync(content).toString());
  expect(texts.every((text) => text.startsWith(header))).toBe(true);
  expect(header + texts.map((text) => text.slice(header.length)).join("")).toBe(csv);
});

test("files of at most so many bytes end between rows, and a longer row has a file of its own", async () => {
  const note = "x".repeat(500);
  const definition = { columns: [required("id", "integer"), required("note")], key: ["id"] };
  const lines = Array.from({ length: 40 }, (_, id) => `${id},"a\nb ""${id === 7 ? note : ""}"""`);
  const own = await world.publish(definition, { text: `id,note\n${lines.join("\n")}\n` });
  const [whole] = await exported("csv", {}, {}, own);
  const files = await exported("csv", { bytesPerFile: 200 }, {}, own);
  expect(files.filter(({ bytes }) => bytes > 200)).toMatchObject([{ rows: 1 }]);
  expect(files.length).toBeLessThan(10);
  expect(files.map((file) => textOf(file).slice("id,note\n".length)).join("")).toBe(
    textOf(whole).slice("id,note\n".length),
  );
  const lined = await exported("ndjson", { bytesPerFile: 200, rowsPerFile: 3 }, {}, own);
  expect(Math.max(...lined.map(({ rows }) => rows))).toBe(3);
  expect(lined.map(textOf).join("")).toBe(textOf((await exported("ndjson", {}, {}, own))[0]));
});

test("no rows are one file, whatever the cut", async () => {
  const none = { filters: { code: "C99" } };
  for (const format of ["csv", "ndjson", "parquet"] as const) {
    const files = await exported(format, { rowsPerFile: 10 }, none);
    expect(files.map(({ name, rows }) => [name, rows])).toEqual([[`prices-v7-00001.${format}`, 0]]);
  }
});

test("Parquet is cut by rows too, and packed inside as it is asked for", async () => {
  const files = await exported("parquet", { rowsPerFile: 250, compression: "gzip" }, { order: "-key" });
  expect(files.map(({ name, rows }) => [name, rows])).toEqual([
    ["prices-v7-00001.parquet", 250],
    ["prices-v7-00002.parquet", 250],
    ["prices-v7-00003.parquet", 100],
  ]);
  const list = files.map(({ path }) => `'${path}'`).join(", ");
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const rowsOf = async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJS();
  expect(await rowsOf(`SELECT DISTINCT compression FROM parquet_metadata([${list}])`)).toEqual([["GZIP"]]);
  const codes = (await rowsOf(`SELECT code FROM read_parquet([${list}])`)).map(([code]) => String(code));
  expect(codes).toHaveLength(mixedRows);
  expect(codes).toEqual(codes.toSorted().toReversed());
  const again = await exported("parquet", { rowsPerFile: 250, compression: "gzip" }, { order: "-key" });
  expect(again.map(({ sha256 }) => sha256)).toEqual(files.map(({ sha256 }) => sha256));
  connection.closeSync();
});

test("an export that would have too many files fails and says so", async () => {
  const definition = { columns: [required("id", "integer")], key: ["id"] };
  const ids = Array.from({ length: 1_001 }, (_, id) => id);
  const own = await world.publish(definition, { text: `id\n${ids.join("\n")}\n` });
  for (const format of ["ndjson", "parquet"] as const) {
    await expect(exported(format, { rowsPerFile: 1 }, {}, own)).rejects.toThrow("more than 1000 files");
  }
});

test("in a formula-safe CSV no text is a formula, and nothing but texts is touched", async () => {
  const definition = {
    columns: [required("id", "integer"), required("text"), required("change", "number")],
    key: ["id"],
  };
  const formulas = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠x"];
  const harmless = ["1=1", " =1", "'=1", "a@b", "日本", ""];
  const rows = [...formulas, ...harmless].map((text, id) => `${id},"${text}",${-id}\n`);
  const own = await world.publish(definition, { text: `id,text,change\n${rows.join("")}` });
  const defused = [...formulas.map((text) => `'${text}`), ...harmless];
  const again = await world.publish(definition, {
    text: textOf((await exported("csv", { formulaSafe: true }, {}, own))[0]),
  });
  expect((await world.pagedRows(again)).map(({ text }) => text)).toEqual(defused);
  expect((await world.pagedRows(again)).map(({ change }) => change)).toEqual(rows.map((_, id) => (id === 0 ? 0 : -id)));
  const plain = await world.publish(definition, { text: textOf((await exported("csv", {}, {}, own))[0]) });
  expect(plain.parts).toEqual(own.parts);
});

test.skipIf(!has("gzip"))("the system's own gzip finds nothing wrong", async () => {
  const [file] = await exported("ndjson", { compression: "gzip" });
  expect(() => execFileSync("gzip", ["-t", file?.path ?? ""])).not.toThrow();
});
function has(command: string): boolean {
  try {
    execFileSync(command, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

test("packing makes smaller what repeats itself, about as small as gzip itself does", async () => {
  const [file] = await exported("csv", { compression: "gzip" });
  expect(file?.bytes).toBeLessThan(gzipSync(csv).length * 1.05);
});
