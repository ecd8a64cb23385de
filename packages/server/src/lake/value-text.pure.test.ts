import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Duckdb, openDuckdb } from "./duckdb.ts";
import { parseColumnType, valueJsonSql, valueTextSql } from "./value-text.ts";

let home: string;
let db: Duckdb;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "wizdata-"));
  db = await openDuckdb({ home, work: home, duckdb: { memoryMb: 100, threads: 1, temporaryBytesMax: 2 ** 30 } });
});
afterAll(async () => {
  db.close();
  await rm(home, { recursive: true });
});

const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0);
const numberOfAnySize = fc
  .tuple(fc.integer({ min: -(10 ** 6), max: 10 ** 6 }), fc.integer({ min: -30, max: 30 }))
  .map(([mantissa, exponent]) => Number(`${mantissa}e${exponent}`) + 0);
const numbers = fc.array(fc.oneof(number, numberOfAnySize, fc.maxSafeInteger()), { minLength: 500, maxLength: 500 });

async function textsOf(type: string, sqlType: string, values: string[], toSql = valueTextSql): Promise<unknown[]> {
  const text = toSql(parseColumnType(type), `CAST(v AS ${sqlType})`, 3);
  const list = JSON.stringify(values);
  const rows = await db.rows(`SELECT ${text} FROM (SELECT unnest(from_json($1, '["VARCHAR"]')) AS v)`, [list]);
  return rows.map(([text]) => text);
}

test("a number has the text that JavaScript gives it", async () => {
  const edges = [
    0, 1e-7, 1e-6, 1e-5, 1e-4, 123e-7, -1.5e-6, 1e15, 1e16, -123456789012345680000, 1e20, 1e21, -1e21, 5e-324,
  ];
  expect(await textsOf("number", "DOUBLE", edges.map(String))).toEqual(edges.map(String));
  await fc.assert(
    fc.asyncProperty(numbers, async (values) => {
      expect(await textsOf("number", "DOUBLE", values.map(String))).toEqual(values.map(String));
    }),
    { numRuns: 40 },
  );
});

test("the text of a number reads back as the same number, in DuckDB and in JavaScript", async () => {
  await fc.assert(
    fc.asyncProperty(numbers, async (values) => {
      const list = JSON.stringify(values.map(String));
      const rows = await db.rows(
        "SELECT CAST(v AS DOUBLE), number_text(CAST(v AS DOUBLE)) FROM (SELECT unnest(from_json($1, '[\"VARCHAR\"]')) AS v)",
        [list],
      );
      expect(rows.map(([value]) => value)).toEqual(values);
      expect(rows.map(([, text]) => Number(text))).toEqual(values);
    }),
    { numRuns: 20 },
  );
});

test("a string is in a row's JSON what JSON.parse gives back", async () => {
  const text = fc.string({ unit: "binary", maxLength: 40 }).map((s) => s.replaceAll("\0", "\u0001"));
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 100, maxLength: 100 }), async (values) => {
      const texts = await textsOf("string", "VARCHAR", values, valueJsonSql);
      expect(texts.map((json) => JSON.parse(String(json)))).toEqual(values);
    }),
    { numRuns: 20 },
  );
});

test("a decimal keeps its digits, a time its zone, a date its year", async () => {
  expect(await textsOf("decimal(5,2)", "DECIMAL(5,2)", ["0", "-0.05", "123.4"])).toEqual(["0.00", "-0.05", "123.40"]);
  expect(await textsOf("decimal(2,2)", "DECIMAL(2,2)", ["0.05", "-0.5"])).toEqual(["0.05", "-0.50"]);
  expect(await textsOf("decimal(38,0)", "DECIMAL(38,0)", ["9".repeat(38)])).toEqual(["9".repeat(38)]);
  expect(await textsOf("timestamp", "TIMESTAMP", ["0007-02-03 04:05:06.78", "2024-02-29 23:59:59.999"])).toEqual([
    "0007-02-03T04:05:06.780Z",
    "2024-02-29T23:59:59.999Z",
  ]);
  expect(await textsOf("date", "DATE", ["0001-01-01", "9999-12-31"])).toEqual(["0001-01-01", "9999-12-31"]);
  expect(await textsOf("boolean", "BOOLEAN", ["true", "false"])).toEqual(["true", "false"]);
  expect(await textsOf("timestamp", "TIMESTAMP", ["2024-02-29 00:00:00"], valueJsonSql)).toEqual([
    '"2024-02-29T00:00:00.000Z"',
  ]);
});
