import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FaultyUpload } from "./lake.ts";
import { gzip, openTestLake } from "./publish-testing.ts";

let world: Awaited<ReturnType<typeof openTestLake>>;
beforeAll(async () => {
  world = await openTestLake();
});
afterAll(async () => await world.close());

const prices = {
  columns: [
    { name: "day", type: "date", nullable: false },
    { name: "code", type: "string", nullable: false },
    { name: "low", type: "number" },
    { name: "high", type: "number" },
    { name: "volume", type: "integer" },
  ],
  key: ["code", "day"],
  time: "day",
  partition: "year",
} as const;

/** What is wrong with texts of one column of a type, and nothing with the others. */
async function reasonsFor(type: string, texts: string[], more: object = {}) {
  const definition = {
    columns: [
      { name: "id", type: "integer" },
      { name: "v", type },
    ],
    ...more,
  };
  const rows = texts.map((text, at) => `${at},${text}\n`).join("");
  const { faults } = await world.refusal(definition, `id,v\n${rows}`);
  return faults.map(({ line, column, reason }) => [line - 2, column, reason]);
}

test("a bad value is named with its line, column, text and reason", async () => {
  const refusal = await world.refusal(
    prices,
    "day,code,low,high,volume\n2024-02-29,A,1,2,3\n2023-02-29,A,1,two,3\n2024-01-01,,1,2,\n",
  );
  expect(refusal.faults).toEqual([
    { line: 3, column: "day", value: "2023-02-29", reason: "is not a day of the calendar" },
    { line: 3, column: "high", value: "two", reason: "is not a number as JSON writes one" },
    { line: 4, column: "code", value: null, reason: "is empty, and the column is not nullable" },
  ]);
  expect(refusal.faultCount).toBe(3);
});

test("a line is counted as an editor counts it, also behind quoted line ends and with CRLF", async () => {
  const definition = {
    columns: [
      { name: "id", type: "integer" },
      { name: "text", type: "string" },
    ],
  };
  const refusal = await world.refusal(definition, 'id,text\r\n1,"one\r\ntwo\nthree"\r\nx,"a"\r\n2,b,c\r\ny,""\r\n');
  expect(refusal.faults.map(({ line, value }) => [line, value])).toEqual([
    [5, "x"],
    [6, "2,b,c"],
    [7, "y"],
  ]);
});

test("only the first hundred faults are told, in the order of the file, and all are counted", async () => {
  const rows = Array.from({ length: 500 }, (_, at) => (at % 2 === 0 ? `2024-01-01,A${at},x,2,3` : `${at},too few`));
  const refusal = await world.refusal(prices, `day,code,low,high,volume\n${rows.join("\n")}\n`);
  expect(refusal.faults.map(({ line }) => line)).toEqual(Array.from({ length: 100 }, (_, at) => at + 2));
  expect(refusal.faultCount).toBe(500);
});

test("a long value is cut", async () => {
  const [fault] = (await world.refusal(prices, `day,code,low,high,volume\n${"9".repeat(5_000)},A,1,2,3\n`)).faults;
  expect(fault?.value).toBe("9".repeat(200));
});

test("the header names exactly the declared columns", async () => {
  const refusal = await world.refusal(prices, "day,code,low,high,low,Volume\n2024-01-01,A,1,2,3,4\n");
  expect(refusal.faults.map(({ line, column, reason }) => [line, column, reason])).toEqual([
    [1, "volume", "the header does not name the column volume"],
    [1, "Volume", "the header names a column that the dataset does not have"],
    [1, "low", "the header names the column low twice"],
  ]);
});

test("the form of CSV is RFC 4180 and nothing looser", async () => {
  const header = "day,code,low,high,volume\n";
  const good = "2024-01-01,A,1,2,3\n";
  const cases: [string | Buffer, number, RegExp][] = [
    ["", 1, /file is empty/],
    [header, 2, /header and no rows/],
    [`${header}${good}2024-01-02,A,1,2\n`, 3, /has 4 fields where the header has 5/],
    [`${header}2024-01-02,A,1,2,3,\n${good}`, 2, /has 6 fields where the header has 5/],
    [`${header}\n${good}`, 2, /empty line/],
    [`${header}2024-01-02,A"B,1,2,3\n`, 2, /does not start with one/],
    [`${header}2024-01-02,"A"B,1,2,3\n`, 2, /text behind a closing quote/],
    [`${header}${good}2024-01-02,"A,1,2,3\n${good}`, 3, /never closed/],
    [`${header}2024-01-02,A\rB,1,2,3\n`, 2, /carriage return/],
    [`${header}2024-01-02,A\0B,1,2,3\n`, 2, /NUL/],
    [`${header}2024-01-02,"A\0B",1,2,3\n`, 2, /NUL/],
    [
      Buffer.concat([Buffer.from(`${header}${good}2024-01-02,`), Buffer.from([0xe9]), Buffer.from(",1,2,3\n")]),
      3,
      /UTF-8/,
    ],
    [Buffer.from(`\uFEFF${header}`, "utf16le"), 1, /UTF-8|NUL/],
  ];
  for (const [text, line, reason] of cases) {
    const { faults } = await world.refusal(prices, text);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ line, reason: expect.stringMatching(reason) });
  }
});

test("a gzip file that is cut off or damaged is refused where the damage is", async () => {
  const rows = Array.from({ length: 20_000 }, (_, at) => `2024-01-01,A${at},${at / 7},,\n`).join("");
  const packed = gzip(`day,code,low,high,volume\n${rows}`);
  const file = join(world.home, "cut.csv.gz");
  await writeFile(file, packed.subarray(0, packed.length / 2));
  const refusal = await world.publishFile(prices, file).catch((error) => error);
  expect(refusal).toBeInstanceOf(FaultyUpload);
  expect(refusal.faults).toEqual([
    { line: expect.any(Number), column: null, value: null, reason: "the gzip file is cut off here" },
  ]);
  expect(refusal.faults[0].line).toBeGreaterThan(1_000);
  await writeFile(file, "day,code,low,high,volume\n");
  const called = world.publishFile(prices, file, { compression: "gzip" });
  await expect(called).rejects.toMatchObject({ faults: [{ line: 1, reason: expect.stringContaining("not gzip") }] });
});

test("each type takes its own texts and no other", async () => {
  const integers = [
    "1",
    "-7",
    "0",
    "134300.00",
    "9007199254740991.00",
    "1.5",
    "007",
    "+1",
    " 1",
    "1e3",
    "9007199254740992.0",
    "9".repeat(30),
  ];
  expect(await reasonsFor("integer", integers)).toEqual([
    ...[5, 6, 7, 8, 9].map((at) => [at, "v", "is not an integer, or has leading zeros or spaces"]),
    ...[10, 11].map((at) => [at, "v", expect.stringContaining("declared decimal or string")]),
  ]);
  const numbers = [
    "1",
    "-0",
    "1.50",
    "1e-7",
    "2E+3",
    "1e-400",
    "NaN",
    "Infinity",
    "-inf",
    "0x10",
    "1_000",
    "1,5".replace(",", "."),
    ".5",
    "5.",
    "1e400",
  ];
  expect((await reasonsFor("number", numbers)).map(([at]) => at)).toEqual([6, 7, 8, 9, 10, 12, 13, 14]);
  const decimals = ["1", "-12.30", "999.990", "1000", "0.001", "1e2", "--1"];
  expect((await reasonsFor("decimal(5,2)", decimals)).map(([at]) => at)).toEqual([3, 4, 5, 6]);
  const booleans = ["true", "false", "TRUE", "1", "yes"];
  expect((await reasonsFor("boolean", booleans)).map(([at]) => at)).toEqual([2, 3, 4]);
  const dates = [
    "2024-02-29",
    "2023-02-30",
    "2024-1-1",
    "2024-01-01T00:00:00Z",
    "0000-01-01",
    "12024-01-01",
    "infinity",
    "today",
  ];
  expect((await reasonsFor("date", dates)).map(([at]) => at)).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

test("a timestamp is a moment: it has a zone, its own or the dataset's", async () => {
  const good = [
    "2024-02-29T23:59:59Z",
    "2024-02-29t23:59:59.123456000z",
    "2024-02-29 23:59:59+02:00",
    "2024-02-29T23:59Z",
  ];
  const bad = [
    "2023-02-29T00:00:00Z",
    "2024-01-01T24:00:00Z",
    "2024-01-01T00:00:60Z",
    "2024-01-01T00:00:00.1234567Z",
    "2024-01-01T00:00:00+24:00",
    "2024-01-01",
    "0001-01-01T00:00:00+01:00",
  ];
  const zoneless = "2024-03-10T02:30:00";
  expect((await reasonsFor("timestamp", [...good, ...bad, zoneless])).map(([at]) => at)).toEqual([
    4, 5, 6, 7, 8, 9, 10, 11,
  ]);
  expect(await reasonsFor("timestamp", [...good, zoneless], { source_time_zone: "America/New_York" })).toEqual([
    [4, "v", "does not exist in America/New_York: clocks were put forward over it"],
  ]);
});

test("an hour that clocks repeat is taken as the later one", async () => {
  const definition = { columns: [{ name: "at", type: "timestamp" }], source_time_zone: "America/New_York" };
  const { parts } = await world.publishText(definition, "at\n2019-11-03T01:30:00\n2019-11-03T00:30:00\n");
  expect(world.rowsOf(parts)).toEqual([{ at: "2019-11-03T06:30:00Z" }, { at: "2019-11-03T04:30:00Z" }]);
});

test("declared checks refuse rows only where the dataset enforces them", async () => {
  const checked = {
    columns: [
      { name: "code", type: "string", values: ["A", "B"], pattern: "[A-Z]" },
      { name: "low", type: "number", minimum: 0, maximum: 10 },
      { name: "high", type: "number" },
    ],
    relations: [{ left: "low", operator: "<=", right: "high" }],
  };
  const text = "code,low,high\nA,1,2\nC,-1,2\nb,11,\nB,3,2\n,,\n";
  const refusal = await world.refusal({ ...checked, enforce: "checks" }, text);
  expect(refusal.faults.map(({ line, column, value, reason }) => [line, column, value, reason])).toEqual([
    [3, "code", "C", "is not one of the values allowed"],
    [3, "low", "-1", "is below the minimum 0"],
    [4, "code", "b", "is not one of the values allowed"],
    [4, "code", "b", "does not match the pattern [A-Z]"],
    [4, "low", "11", "is above the maximum 10"],
    [5, "low", "3", "is not <= high"],
  ]);
  const { report } = await world.publishText(checked, text);
  expect(report).toMatchObject({ rows: 5, cells: 15, nonNullCells: 11, failedChecks: 6 });
});

test("a repeated key is refused with the line that has it first, unless the dataset keeps one of its rows", async () => {
  const text = "day,code,low,high,volume\n2024-01-01,A,1,,\n2024-01-01,B,2,,\n2024-01-01,A,3,,\n2024-01-01,A,4,,\n";
  const refusal = await world.refusal(prices, text);
  expect(refusal.faults).toEqual([
    { line: 4, column: "code, day", value: "A, 2024-01-01", reason: "repeats the key of line 2" },
    { line: 5, column: "code, day", value: "A, 2024-01-01", reason: "repeats the key of line 2" },
  ]);
  const lowsOf = async (repeated_key: string) => {
    const { parts, report } = await world.publishText({ ...prices, repeated_key }, text);
    expect(report).toMatchObject({
      sourceRows: 4,
      rows: 2,
      repeatedRows: 2,
      repeatedKeys: [{ code: "A", day: "2024-01-01" }],
    });
    return world.rowsOf(parts).map(({ code, low }) => `${code}${low}`);
  };
  expect(await lowsOf("keep_first")).toEqual(["A1", "B2"]);
  expect(await lowsOf("keep_last")).toEqual(["A4", "B2"]);
});

test("a division into too many parts is refused with advice", async () => {
  const day = (at: number) => new Date(at * 86_400_000).toISOString().slice(0, 10);
  const rows = Array.from({ length: 2_001 }, (_, at) => `${day(at)},A,,,\n`).join("");
  const refusal = await world.refusal({ ...prices, partition: "day" }, `day,code,low,high,volume\n${rows}`);
  expect(refusal.faults).toEqual([
    { line: 1, column: "day", value: null, reason: expect.stringContaining("longer time") },
  ]);
});

test("a refused file leaves nothing behind", async () => {
  const before = await world.files();
  await world.refusal(prices, "day,code,low,high,volume\nbad,A,1,2,3\n");
  expect(await world.files()).toEqual(before);
});
