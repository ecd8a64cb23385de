import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  mixed,
  mixedColumns,
  mixedCsv,
  mixedRows,
  openTestExports,
  type Published,
  queryOf,
  type Row,
  toCsv,
} from "./export-testing.ts";
import type { Query } from "./lake.ts";

let world: Awaited<ReturnType<typeof openTestExports>>;
let published: Published;
let rows: Row[];
beforeAll(async () => {
  world = await openTestExports();
  published = await world.publish(mixed, { text: mixedCsv });
  rows = await world.pagedRows(published);
  expect(rows).toHaveLength(mixedRows);
});
afterAll(() => world.close());

const codes = fc.uniqueArray(fc.constantFrom("C0", "C1", "C6", "C9", "' OR 1=1 --"), { minLength: 1, maxLength: 3 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 1 });
const instant = fc.integer({ min: 1, max: 28 }).map((day) => `2024-02-${String(day).padStart(2, "0")}`);
const filters = fc.record(
  {
    code: codes,
    "code.ne": codes,
    "price.gt": fc.integer({ min: -40, max: 40 }),
    "price.lte": fc.constantFrom(29.900000000000002, 0, 1e300),
    "volume.lt": fc.integer({ min: 0, max: 600_000_000 }),
    "fee.gte": fc.constantFrom("7.00", "9.5", "10"),
    halted: fc.boolean(),
    "day.ne": fc.constantFrom("2023-02-11", "2023-02-27"),
    "note.null": fc.boolean(),
    note: fc.constantFrom('said "so"', "one, two", "'; DROP TABLE rows; --"),
    "at.gte": fc.constantFrom("2024-02-11T00:00:00.150Z", "2024-02-11T00:00:00.1501Z"),
  },
  { requiredKeys: [] },
);
const bodies = fc.record(
  {
    filters: filters.map((all) => Object.fromEntries(Object.entries(all).slice(0, 2))),
    from: maybe(instant),
    columns: maybe(fc.shuffledSubarray(mixedColumns, { minLength: 2 })),
    order: fc.constantFrom("time", "-time", "key", "-key"),
  },
  { requiredKeys: ["order"] },
);

const typeOf = (column: string) => mixed.columns.find(({ name }) => name === column)?.type ?? "";
/** Of this dataset only: all its times and dates have one length, so they compare as texts. */
function compare(column: string, left: Row[string] | undefined, right: string): number {
  const numeric = ["number", "integer", "decimal(6,2)"].includes(typeOf(column));
  const pad = (text: string) =>
    typeOf(column) === "timestamp" ? text.slice(0, -1).replace(/:00$/, ":00.").padEnd(27, "0") : text;
  const [one, other] = numeric ? [Number(left), Number(right)] : [pad(String(left)), pad(right)];
  return one < other ? -1 : one > other ? 1 : 0;
}
function keeps(row: Row, { filters, from, to }: Query): boolean {
  const bounds = [
    ...(from === null ? [] : [{ column: "at", operator: "gte", values: [from] }]),
    ...(to === null ? [] : [{ column: "at", operator: "lt", values: [to] }]),
  ];
  return [...filters, ...bounds].every(({ column, operator, values }) => {
    const value = row[column];
    if (operator === "null") return (value === null) === (values[0] === "true");
    if (value === null) return false;
    const differences = values.map((text) => compare(column, value, text));
    const [difference = 0] = differences;
    if (operator === "eq") return differences.includes(0);
    if (operator === "ne") return !differences.includes(0);
    return operator.startsWith("g")
      ? difference > 0 || (operator === "gte" && difference === 0)
      : difference < 0 || (operator === "lte" && difference === 0);
  });
}
function expected(query: Query): string {
  const kept = rows.filter((row) => keeps(row, query));
  const byCode = (left: Row, right: Row) => compare("code", left.code, String(right.code));
  // A stable sort keeps the rows of a code in order of time.
  if (query.order.endsWith("key")) kept.sort(byCode);
  if (query.order.startsWith("-")) kept.reverse();
  return toCsv(query.columns ?? mixedColumns, kept);
}

test("an export has the rows, columns and order its query means, whatever it filters by", async () => {
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      expect(await world.exportCsv(published, body)).toBe(expected(queryOf(published.definition, body)));
    }),
    { numRuns: 25 },
  );
}, 180_000);
