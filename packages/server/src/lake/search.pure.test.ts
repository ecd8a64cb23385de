import fc from "fast-check";
import pino from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mixed, mixedCsv, openTestExports, type Published, queryOf, type Row } from "./export-testing.ts";
import type { Page, Position } from "./lake.ts";
import { createSearch } from "./search.ts";
import { createWorkers } from "./workers.ts";

// WIZDATA_TEST_SEED repeats a run.
const seed = Number(process.env.WIZDATA_TEST_SEED ?? Date.now() % 2 ** 31);

let world: Awaited<ReturnType<typeof openTestExports>>;
let workers: ReturnType<typeof createWorkers>;
let search: ReturnType<typeof createSearch>;
let published: Published;
let rows: Row[];
beforeAll(async () => {
  world = await openTestExports();
  workers = createWorkers({ home: world.home, log: pino({ level: "silent" }) });
  search = createSearch({ workers, deadlineMs: 10_000 });
  published = await world.publish(mixed, { text: mixedCsv });
  rows = await world.pagedRows(published);
});
afterAll(async () => {
  await workers.close();
  await world.close();
});

/** What a condition means, said as plainly as can be. */
function meets(row: Row, name: string, wanted: string | string[]): boolean {
  const [column = "", operator = "eq"] = name.split(".");
  const value = row[column] ?? null;
  if (operator === "null") return (value === null) === (wanted === "true");
  if (value === null) return false;
  // Numbers and decimals by what they are, all else by its text.
  const isNumber = typeof value === "number" || column === "fee";
  const differences = [wanted].flat().map((one) => {
    const [left, right] = isNumber ? [Number(value), Number(one)] : [String(value), one];
    return left < right ? -1 : left > right ? 1 : 0;
  });
  const [first = 0] = differences;
  const equal = differences.includes(0);
  const answers = { eq: equal, ne: !equal, gt: first > 0, gte: first >= 0, lt: first < 0, lte: first <= 0 };
  return answers[operator as keyof typeof answers];
}

const samples: Record<string, fc.Arbitrary<string>> = {
  code: fc.constantFrom("C0", "C3", "C6", "c"),
  at: fc.constantFrom("2024-01-11T00:00:00.120Z", "2024-02-20T00:00:00.110Z", "2024-03-01T00:00:00Z"),
  price: fc.double({ min: -40, max: 40, noNaN: true }).map((price) => price.toFixed(1)),
  volume: fc.integer({ min: 0, max: 600 }).map((at) => String(at * 1_000_003)),
  fee: fc.integer({ min: 0, max: 600 }).map((at) => (at / 7).toFixed(2)),
  halted: fc.constantFrom("true", "false"),
  day: fc.integer({ min: 10, max: 27 }).map((day) => `2023-02-${day}`),
  note: fc.constantFrom("plain", "", 'said "so"', "one, two", "two\nlines", "é😀", "'; DROP TABLE rows; --"),
};

const condition = fc.constantFrom(...Object.keys(samples)).chain((column) => {
  const value = samples[column] ?? fc.constant("");
  const operators = column === "halted" ? ["ne"] : ["ne", "gt", "gte", "lt", "lte"];
  return fc.oneof(
    fc.tuple(fc.constant(column), fc.uniqueArray(value, { minLength: 1, maxLength: 4 })),
    fc.tuple(
      fc.constantFrom(...operators).map((operator) => `${column}.${operator}`),
      value,
    ),
    fc.tuple(fc.constant(`${column}.null`), fc.constantFrom("true", "false")),
  );
});
const bound = fc.option(fc.constantFrom("2024-01-15", "2024-02-14T00:00:00.130Z", "2024-03-20"), {
  nil: undefined,
  freq: 1,
});
const query = fc.record({
  conditions: fc.uniqueArray(condition, { maxLength: 3, selector: ([name]) => name }),
  from: bound,
  to: bound,
  columns: fc.option(fc.constantFrom(["note", "price"], ["at"], ["fee", "code", "halted"]), { nil: undefined }),
  order: fc.constantFrom("time", "-time", "key", "-key"),
  limitRows: fc.constantFrom(17, 150, 1_000),
});
type Asked = typeof query extends fc.Arbitrary<infer T> ? T : never;

const bodyOf = ({ conditions, from, to, columns, order }: Asked) => ({
  ...{ filters: Object.fromEntries(conditions), columns, order },
  // A range that ends before it begins is no query.
  ...(from !== undefined && to !== undefined && from >= to ? {} : { from, to }),
});

function expected(asked: Asked): string[] {
  const { filters, from, to, columns, order } = { from: undefined, to: undefined, ...bodyOf(asked) };
  const instant = (text: string) => Date.parse(text);
  const kept = rows.filter(
    (row) =>
      (from === undefined || instant(String(row.at)) >= instant(from)) &&
      (to === undefined || instant(String(row.at)) < instant(to)) &&
      Object.entries<string | string[]>(filters).every(([name, wanted]) => meets(row, name, wanted)),
  );
  const sortKey = ({ code, at }: Row) => (order.endsWith("time") ? `${at} ${code}` : `${code} ${at}`);
  kept.sort((left, right) => (sortKey(left) < sortKey(right) ? -1 : 1));
  if (order.startsWith("-")) kept.reverse();
  return kept.map((row) =>
    JSON.stringify(columns ? Object.fromEntries(columns.map((name) => [name, row[name]])) : row),
  );
}

type Read = (after: Position | null) => Promise<Page | null>;
async function walk(read: Read): Promise<string[]> {
  const walked: string[] = [];
  let after: Position | null = null;
  do {
    const page: Page | null = await read(after);
    if (!page) throw new Error("not served");
    walked.push(...page.rows);
    after = page.next;
  } while (after);
  return walked;
}

test("the pages of any query are, one after the other, the rows that meet its conditions, in its order", {
  timeout: 90_000,
}, async () => {
  console.info(`WIZDATA_TEST_SEED=${seed}`);
  const { definition, parts } = published;
  await fc.assert(
    fc.asyncProperty(query, async (asked) => {
      const wanted = queryOf(definition, bodyOf(asked));
      const read: Read = (after) => world.lake.page(definition, parts, wanted, after, asked.limitRows);
      expect(await walk(read)).toEqual(expected(asked));
    }),
    { seed, numRuns: 60, endOnFailure: true },
  );
});

test("what an index serves is the same, byte for byte and cursor for cursor, when it is searched for", async () => {
  const { definition, parts } = published;
  for (const body of [
    { order: "-time" },
    { order: "key", from: "2024-02-01" },
    { order: "-key", filters: { code: ["C1", "C5"] } },
    { filters: { code: "C2" }, columns: ["note", "price", "at"] },
  ]) {
    const wanted = queryOf(definition, body);
    let after: Position | null = null;
    do {
      const page: Page | null = await world.lake.page(definition, parts, wanted, after, 110);
      expect(await search({ definition, parts, query: wanted, after, limitRows: 110 }, undefined)).toEqual(page);
      after = page?.next ?? null;
    } while (after);
  }
});
