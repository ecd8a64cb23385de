import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync, zstdCompressSync } from "node:zlib";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mixed, mixedColumns, mixedCsv, type Row } from "./export-testing.ts";
import { FaultyUpload, type FileForm } from "./lake.ts";
import { type NewDefinition, openTestLake } from "./publish-testing.ts";

let world: Awaited<ReturnType<typeof openTestLake>>;
beforeAll(async () => {
  world = await openTestLake();
  await mkdir(world.paths.staging);
});
afterAll(() => world.close());

const types: Record<string, string> = {
  string: "VARCHAR",
  number: "DOUBLE",
  integer: "BIGINT",
  boolean: "BOOLEAN",
  date: "DATE",
  timestamp: "TIMESTAMPTZ",
};

/** A Parquet file of what a statement selects, made by another engine's own means. */
async function parquet(name: string, select: string): Promise<string> {
  const file = join(world.paths.staging, name);
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(`SET TimeZone = 'UTC'; COPY (${select}) TO '${file}' (FORMAT parquet, COMPRESSION snappy)`);
  connection.closeSync();
  instance.closeSync();
  return file;
}

async function put(name: string, bytes: string | Buffer): Promise<string> {
  const file = join(world.paths.staging, name);
  await writeFile(file, bytes);
  return file;
}

async function refusal(definition: NewDefinition, file: string, form: FileForm = {}): Promise<FaultyUpload> {
  const answer = await world.publishFile(definition, file, form).catch((error: unknown) => error);
  if (answer instanceof FaultyUpload) return answer;
  throw new Error("the file was published");
}
const reasonOf = async (...given: Parameters<typeof refusal>) => (await refusal(...given)).faults[0]?.reason;

test("the same rows make the same parts in each of the nine forms", async () => {
  const csvFile = await put("mixed.csv", mixedCsv);
  const { parts } = await world.publishFile(mixed, csvFile);
  const rows: Row[] = world.rowsOf(parts);
  const ndjson = `${rows.map((row) => JSON.stringify(row)).join("\n")}\n`;
  const typed = mixed.columns.map(({ name, type }) => `'${name}': '${types[type] ?? type}'`).join(", ");
  const parquetFile = await parquet(
    "mixed.parquet",
    `SELECT * FROM read_csv('${csvFile}', columns = {${typed}}, header = true, nullstr = '', allow_quoted_nulls = false)`,
  );
  const plain = { csv: mixedCsv, ndjson, parquet: await readFile(parquetFile) };
  const packed = { none: (bytes: Buffer) => bytes, gzip: gzipSync, zstd: zstdCompressSync };
  for (const [format, bytes] of Object.entries(plain)) {
    for (const [compression, pack] of Object.entries(packed)) {
      const file = await put(`upload-${format}-${compression}`, pack(Buffer.from(bytes)));
      const made = await world.publishFile(mixed, file);
      expect({ format, compression, parts: made.parts }).toEqual({ format, compression, parts });
    }
  }
});

const shares = {
  columns: [
    { name: "id", type: "integer", nullable: false },
    { name: "name", type: "string" },
    { name: "price", type: "number" },
    { name: "fee", type: "decimal(20,10)" },
    { name: "day", type: "date" },
    { name: "open", type: "boolean" },
  ],
  key: ["id"],
} satisfies NewDefinition;

test("NDJSON keeps every character of a value: escapes, empty texts, digits that JSON.parse would round", async () => {
  const lines = [
    String.raw`{"id":1,"name":"say \"so\", \u00e9\ud83d\ude00\n","price":1.50,"fee":1234567890.0123456789,"day":null,"open":true}`,
    '  { "open" : false , "fee" : "0.1", "day":"2024-02-29" , "price":-1e-7, "name":"", "id":2 }',
    '{"id":3}',
  ];
  const { parts } = await world.publishText(shares, `\uFEFF${lines.join("\r\n")}`);
  expect(world.rowsOf(parts)).toEqual([
    { id: 1, name: 'say "so", é😀\n', price: 1.5, fee: "1234567890.0123456789", day: null, open: true },
    { id: 2, name: "", price: -1e-7, fee: "0.1000000000", day: "2024-02-29", open: false },
    { id: 3, name: null, price: null, fee: null, day: null, open: null },
  ]);
});

test("a bad line of NDJSON is named with its line, column, value and reason", async () => {
  const full = '"name":null,"price":null,"fee":null,"day":null,"open":null';
  const lines = [
    `{"id":1,${full}}`,
    '{"id":2,"price":"1.5"}',
    '{"id":3,"name":7}',
    '{"id":4,"prcie":7}',
    '{"id":5,"id":6}',
    '{"id":6,"open":"true"}',
    '{"id":7,"day":"2024-02-30"}',
    '{"id":8,"name":{"a":1}}',
    '{"id":9,"day":""}',
    "",
    '[{"id":10}]',
    '{"id":11}{"id":12}',
    '{"id":13,"name":"\\u0000"}',
    '{"id":14,"name":"\\ud800"}',
    '{"id":15,"price":NaN}',
    '{"id":16,"price":01}',
    '{"name":"x"}',
    '{"id":17,"name":"not closed',
    '{"id":18,}',
    '{"id":1}',
  ];
  const { faults, faultCount } = await world.refusal(shares, lines.join("\n"));
  expect(faults.map(({ line, column }) => [line, column])).toEqual([
    [2, "price"],
    [3, "name"],
    [4, "prcie"],
    [5, "id"],
    [6, "open"],
    [7, "day"],
    [8, "name"],
    [9, "day"],
    [10, null],
    [11, null],
    [12, null],
    [13, "name"],
    [14, "name"],
    [15, "price"],
    [16, "price"],
    [17, "id"],
    [18, "name"],
    [19, null],
    [20, "id"],
  ]);
  expect(faultCount).toBe(19);
  expect(faults[0]).toEqual({
    line: 2,
    column: "price",
    value: '"1.5"',
    reason: "is not a number: JSON writes one without quotes",
  });
  expect(faults.at(-1)).toMatchObject({ value: "1", reason: "repeats the key of line 1" });
});

test("a column that no line of NDJSON names is missing, as it would be in a header", async () => {
  const { faults } = await world.refusal(shares, '{"id":1,"name":"a","price":1,"fee":1,"day":null}\n');
  expect(faults).toMatchObject([{ column: "open", reason: "no line names the column open" }]);
});

test("a Parquet file is read by its own types, and each bad value has its row, column, value and reason", async () => {
  const good = await parquet(
    "types.parquet",
    `SELECT i::UTINYINT AS id, 'n' || i AS name, (i / 8)::FLOAT AS price, (i + 0.5)::DECIMAL(9,3) AS fee,
      DATE '2024-01-01' + i::INTEGER AS day, i % 2 = 0 AS open FROM range(3) t(i)`,
  );
  expect(world.rowsOf((await world.publishFile(shares, good)).parts)[1]).toEqual({
    id: 1,
    name: "n1",
    price: 0.125,
    fee: "1.5000000000",
    day: "2024-01-02",
    open: false,
  });
  const bad = await parquet(
    "bad.parquet",
    `SELECT * FROM (VALUES (1.0::DOUBLE, 'a', 1::DOUBLE, 1::DECIMAL(30,12), '2024-01-01', true),
      (2.5, 'b', 'nan', 1, '2024-01-01', true), (NULL, 'c', 1, 0.000000000001, '2024-02-30', true),
      (1.0, 'd' || chr(0), 1, 1, NULL, true)) t(id, name, price, fee, day, open)`,
  );
  expect((await refusal(shares, bad)).faults.map(({ line, column, reason }) => `${line} ${column} ${reason}`)).toEqual([
    "2 id is not an integer, or has leading zeros or spaces",
    "2 price is not a number as JSON writes one",
    "3 id is empty, and the column is not nullable",
    "3 fee does not fit decimal(20,10) without rounding",
    "3 day is not a day of the calendar",
    "4 name contains a NUL character",
  ]);
  const repeated = await parquet("repeated.parquet", `SELECT * FROM '${good}' UNION ALL SELECT * FROM '${good}'`);
  expect(await reasonOf(shares, repeated)).toBe("repeats the key of row 1");
});

test("the columns of a Parquet file are the declared ones: others are named, and so is a type that does not fit", async () => {
  const file = await parquet(
    "columns.parquet",
    "SELECT '1' AS id, 1 AS name, 1.5 AS price, 1.5::FLOAT AS fee, TIMESTAMP '2024-01-01' AS day, 1 AS extra",
  );
  const { faults } = await refusal(shares, file);
  expect(faults.map(({ column, reason }) => `${column} ${reason}`)).toEqual([
    "id has the Parquet type VARCHAR, which is no integer",
    "name has the Parquet type INTEGER, which is no string",
    "fee has the Parquet type FLOAT, which is no decimal(20,10)",
    "day has the Parquet type TIMESTAMP, which is no date",
    "open the file has no column open",
    "extra the file has a column that the dataset does not have",
  ]);
});

test("a moment without a zone means the source's, in Parquet as in CSV; a part of ours means UTC", async () => {
  const ticks = { columns: [{ name: "at", type: "timestamp", nullable: false }], time: "at" } satisfies NewDefinition;
  const file = await parquet("naive.parquet", "SELECT TIMESTAMP '2024-07-01 12:00:00' AS at");
  expect(await reasonOf(ticks, file)).toContain("states no time zone");
  const nairobi = { ...ticks, source_time_zone: "Africa/Nairobi" };
  const { parts } = await world.publishFile(nairobi, file);
  expect(world.rowsOf(parts)).toEqual([{ at: "2024-07-01T09:00:00Z" }]);
  const [part] = parts;
  const again = await world.publishFile(nairobi, world.paths.part(part?.sha256 ?? ""));
  expect(again.parts).toEqual(parts);
});

test("what a file is sent as and what it is must agree", async () => {
  const csv = await put("a.csv", mixedCsv);
  const gz = await put("a.csv.gz", gzipSync(mixedCsv));
  const json = await put("a.ndjson", '{"id":1}\n');
  const cut = await put("cut.parquet", "PAR1 and no more");
  expect(await reasonOf(mixed, csv, { compression: "zstd" })).toContain("is not zstd");
  expect(await reasonOf(mixed, gz, { format: "csv", compression: "none" })).toContain("is gzip");
  expect(await reasonOf(mixed, gz, { compression: "zstd" })).toContain("is gzip");
  expect(await reasonOf(mixed, csv, { format: "parquet" })).toContain("sent as Parquet and begins as CSV");
  expect(await reasonOf(mixed, json, { format: "csv" })).toContain("sent as CSV and begins as NDJSON");
  expect(await reasonOf(mixed, cut)).toContain("the Parquet file cannot be read");
  expect(await reasonOf(mixed, cut)).not.toContain(world.home);
  expect(await reasonOf(mixed, await put("empty", ""))).toBe("the file is empty");
});

test("every frame of a zstd file is read, and one that is cut off or followed by something else is refused", async () => {
  const half = Math.floor(mixedCsv.length / 2);
  const frames = [mixedCsv.slice(0, half), mixedCsv.slice(half)].map((text) => zstdCompressSync(text));
  const { report } = await world.publishFile(mixed, await put("two.zst", Buffer.concat(frames)));
  expect(report.rows).toBe(600);
  const cut = await put("cut.zst", Buffer.concat(frames).subarray(0, -9));
  expect(await reasonOf(mixed, cut)).toBe("the zstd file is cut off here");
  const tailed = await put("tail.zst", Buffer.concat([...frames, Buffer.from("and more")]));
  expect(await reasonOf(mixed, tailed)).toContain("the zstd file is damaged here");
});

test("a file that unpacks to more than may be is refused, and little of it is ever on the disk", async () => {
  const small = await openTestLake({ unpackedBytesMax: 1_000_000 });
  try {
    const bomb = `${mixedColumns.join(",")}\n${",".repeat(7)}\n`.padEnd(50_000_000, "\n");
    const rows = "SELECT i::BIGINT AS id, '' AS name, 0::DOUBLE AS price, 0 AS fee, NULL::DATE AS day, true AS open";
    await parquet("bomb.parquet", `${rows} FROM range(2_000_000) t(i)`);
    for (const file of [await put("bomb.gz", gzipSync(bomb)), await put("bomb.zst", zstdCompressSync(bomb))]) {
      await expect(small.publishFile(mixed, file)).rejects.toMatchObject({
        faults: [{ reason: "the file is longer than 1000000 bytes when unpacked" }],
      });
    }
    await cp(world.paths.staging, small.paths.staging, { recursive: true });
    await expect(small.publishFile(shares, join(small.paths.staging, "bomb.parquet"))).rejects.toMatchObject({
      faults: [{ reason: "the file is longer than 1000000 bytes when unpacked" }],
    });
  } finally {
    await small.close();
  }
});

test("an upload in several files is one, wherever it was cut", async () => {
  const packed = gzipSync(mixedCsv);
  const whole = await world.publishFile(mixed, await put("whole.csv.gz", packed));
  const pieces = [packed.subarray(0, 1), packed.subarray(1, 700), packed.subarray(700)];
  const files = await Promise.all(pieces.map((piece, at) => put(`piece-${at}`, piece)));
  expect((await world.publishFiles(mixed, files)).parts).toEqual(whole.parts);
});
