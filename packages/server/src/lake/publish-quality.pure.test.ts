import { afterAll, beforeAll, expect, test } from "vitest";
import type { Cadence } from "../datasets/schemas.ts";
import { type NewDefinition, openTestLake } from "./publish-testing.ts";

let world: Awaited<ReturnType<typeof openTestLake>>;
beforeAll(async () => {
  world = await openTestLake();
});
afterAll(() => world.close());

const definitionOf = (type: string, changes: object = {}): NewDefinition => ({
  columns: [
    { name: "code", type: "string", nullable: false },
    { name: "at", type, nullable: false },
    { name: "value", type: "number" },
  ],
  key: ["code", "at"],
  time: "at",
  ...changes,
});

async function pairsOf(cadence: Cadence, type: string, rows: string[], changes: object = {}) {
  const text = `code,at,value\n${rows.map((row) => `${row},1`).join("\n")}\n`;
  const { report } = await world.publishText(definitionOf(type, changes), text, cadence);
  return report.quality?.pairs;
}

test.each<[Cadence, string, string[], object]>([
  ["annual", "integer", ["A,2000", "A,2003", "B,2001"], { expected: 5, present: 3, period: "year" }],
  ["annual", "date", ["A,2000-05-01", "A,2001-02-28"], { expected: 2, present: 2, period: "year" }],
  ["quarterly", "date", ["A,1999-11-30", "A,2000-07-01"], { expected: 4, present: 2, period: "quarter" }],
  ["monthly", "date", ["A,1999-12-31", "A,2000-01-01", "A,2000-01-31"], { expected: 2, present: 2, period: "month" }],
  // 1969-12-28 is a Sunday: the week after begins the next day.
  ["weekly", "date", ["A,1969-12-28", "A,1969-12-29", "A,1970-01-05"], { expected: 3, present: 3, period: "week" }],
  // Nobody has the 4th and the 5th: the market rested.
  ["daily", "date", ["A,2024-05-03", "A,2024-05-07", "B,2024-05-06"], { expected: 4, present: 3, period: "day" }],
  [
    "daily",
    "timestamp",
    ["A,2024-05-03T09:00:00Z", "A,2024-05-03T17:00:00Z"],
    { expected: 1, present: 1, period: "day" },
  ],
  ["hourly", "timestamp", ["A,2024-05-03T09:59:59Z", "A,2024-05-03T11:00:00Z"], { expected: 2, period: "hour" }],
  [
    "minute",
    "timestamp",
    ["A,2024-05-03T09:00:00Z", "A,2024-05-03T09:02:00Z", "B,2024-05-03T09:01:30Z"],
    { expected: 4, present: 3, period: "minute" },
  ],
])("%s data with a %s expects a row for each period between a key's first and last", async (...given) => {
  const [cadence, type, rows, expected] = given;
  expect(await pairsOf(cadence, type, rows)).toMatchObject(expected);
});

test.each<[string, Cadence, string, object]>([
  ["ticks", "tick", "timestamp", {}],
  ["irregular data", "irregular", "date", {}],
  ["months told by years", "monthly", "integer", {}],
  ["minutes told by days", "minute", "date", {}],
  ["a time outside the key", "daily", "date", { key: ["code"] }],
  ["no key", "daily", "date", { key: [] }],
])("of %s nothing is expected", async (_case, cadence, type, changes) => {
  const at = { timestamp: "2024-05-03T09:00:00Z", date: "2024-05-03", integer: "2024" }[type];
  expect(await pairsOf(cadence, type, [`A,${at}`], changes)).toBeNull();
});

test("a key of nothing but time is one key", async () => {
  const rows = ["A,2024-01-01", "A,2024-03-01"];
  expect(await pairsOf("monthly", "date", rows, { key: ["at"] })).toEqual({
    keys: 1,
    expected: 3,
    present: 2,
    period: "month",
  });
});

test("a cell that fails two checks is invalid once, and an empty cell never", async () => {
  const columns = [
    { name: "low", type: "number", minimum: 0 },
    { name: "high", type: "number" },
  ];
  const relations = [
    { left: "low", operator: "<=", right: "high" },
    { left: "low", operator: "<", right: "high" },
  ];
  const { report } = await world.publishText({ columns, relations }, "low,high\n-1,-2\n,3\n2,\n4,4\n");
  expect(report).toMatchObject({ failedChecks: 4, nonNullCells: 6, cells: 8, quality: { invalidCells: 2 } });
});
