import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { Definition } from "../datasets/definition.ts";
import { indexLists } from "./index-file.ts";
import { createIndexReader, indexFormat } from "./index-reader.ts";
import type { Filter, Part, Position, Query } from "./lake.ts";
import { createPager } from "./page.ts";

type Value = string | number;
type Row = Record<string, Value>;

const string = (name: string) => ({ name, type: "string", nullable: false });
const define = (columns: { name: string; type: string }[], rest: { key?: string[]; time?: string }) =>
  Definition.parse({ columns, ...rest });
const datasets = {
  prices: define([string("code"), { ...string("day"), type: "date" }, { name: "n", type: "integer" }], {
    key: ["code", "day"],
    time: "day",
  }),
  bars: define([string("pair"), string("side"), { ...string("at"), type: "timestamp" }], {
    key: ["pair", "side", "at"],
    time: "at",
  }),
  yearly: define([string("country"), { ...string("year"), type: "integer" }, string("name")], {
    key: ["country", "name", "year"],
    time: "year",
  }),
  daysFirst: define([{ ...string("day"), type: "date" }, string("code")], { key: ["day", "code"], time: "day" }),
  ticks: define(
    [
      { ...string("at"), type: "timestamp" },
      { name: "n", type: "integer" },
    ],
    { time: "at" },
  ),
  names: define([string("code"), { ...string("number"), type: "integer" }], { key: ["code", "number"] }),
  texts: define([{ name: "n", type: "integer" }], {}),
};

const rowsMax = 100;

// Texts in an order that UTF-16 gets wrong, and the empty one.
const letters = ["", "a", "A", "é", "\u{ff5e}", "😀", "b'\"\\"];
// Most rows have the same text, so that one value's rows fill more than one chunk of a merge.
const skewed = fc.oneof(
  { weight: 3, arbitrary: fc.constant("a") },
  { weight: 2, arbitrary: fc.constantFrom(...letters) },
);
const valuesOf: Record<string, fc.Arbitrary<Value>> = {
  string: skewed,
  integer: fc.integer({ min: 995, max: 1006 }),
  date: fc.integer({ min: 10, max: 28 }).map((day) => `2020-02-${day}`),
  timestamp: fc.integer({ min: 0, max: 9 }).map((tenth) => `2020-02-01T00:00:00.${tenth}00Z`),
};
const typeOf = (definition: Definition, column: string) =>
  definition.columns.find(({ name }) => name === column)?.type ?? "";
const arbitraryValue = (definition: Definition, column: string) =>
  valuesOf[typeOf(definition, column)] ?? fc.constant(0);

function compare(left: Value | undefined, right: Value | undefined): number {
  if (typeof left === "number" && typeof right === "number") return left - right;
  return Buffer.compare(Buffer.from(String(left)), Buffer.from(String(right)));
}
const by = (columns: string[]) => (left: Row, right: Row) =>
  columns.reduce((difference, column) => difference || compare(left[column], right[column]), 0);

/** Random rows as a publish leaves them: keys unique, in order of (time, key). */
function arbitraryRows(definition: Definition): fc.Arbitrary<Row[]> {
  const { key, time } = definition;
  const row = fc.record(
    Object.fromEntries(definition.columns.map(({ name }) => [name, arbitraryValue(definition, name)])),
  );
  const unique = key.length === 0 ? {} : { selector: (one: Row) => JSON.stringify(key.map((column) => one[column])) };
  const rows =
    key.length === 0
      ? fc.array(row, { size: "max", maxLength: rowsMax })
      : fc.uniqueArray(row, { size: "max", maxLength: rowsMax, ...unique });
  return rows.map((all) => all.sort(by([...(time === null ? [] : [time]), ...key])));
}

/** Seldom there, so that most queries are narrowed in one way only and still find rows. */
const maybe = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });

function arbitraryFilter(definition: Definition, column: string, operators: Filter["operator"][], valuesMax: number) {
  const values = fc.uniqueArray(arbitraryValue(definition, column).map(String), { minLength: 1, maxLength: valuesMax });
  return fc.record({ column: fc.constant(column), operator: fc.constantFrom(...operators), values });
}

function arbitraryQuery(definition: Definition): fc.Arbitrary<Query> {
  const { key, time } = definition;
  const equalities = [...new Set([...key, ...(time === null ? [] : [time])])].map((column) =>
    maybe(arbitraryFilter(definition, column, ["eq"], 3)),
  );
  const bounds = time === null ? [] : [maybe(arbitraryFilter(definition, time, ["gt", "lte"], 1))];
  const edge = time === null ? fc.constant(null) : maybe(arbitraryValue(definition, time).map(String));
  const orders: Query["order"][] = time === null ? ["key", "-key"] : ["time", "-time"];
  if (time !== null && key.length > 0) orders.push("key", "-key");
  return fc.record({
    filters: fc.tuple(...equalities, ...bounds).map((filters) => filters.filter((filter) => filter !== null)),
    from: edge,
    to: edge,
    columns: maybe(fc.constant([definition.columns.at(-1)?.name ?? ""])),
    order: fc.constantFrom(...orders),
  });
}

/** What the query means, said as plainly as can be. */
function expected(definition: Definition, rows: Row[], query: Query): string[] {
  const { key, time } = definition;
  const parse = (column: string, text: string): Value =>
    typeOf(definition, column) === "integer" ? Number(text) : text;
  const keeps = (row: Row) =>
    (query.from === null || compare(row[time ?? ""], parse(time ?? "", query.from)) >= 0) &&
    (query.to === null || compare(row[time ?? ""], parse(time ?? "", query.to)) < 0) &&
    query.filters.every(({ column, operator, values }) => {
      const differences = values.map((value) => compare(row[column], parse(column, value)));
      return differences.some((difference) =>
        operator === "eq" ? difference === 0 : operator === "gt" ? difference > 0 : difference <= 0,
      );
    });
  const kept = rows.filter(keeps);
  if (query.order.endsWith("key")) kept.sort(by(key));
  if (query.order.startsWith("-")) kept.reverse();
  return kept.map((row) =>
    JSON.stringify(
      Object.fromEntries(
        (query.columns ?? definition.columns.map(({ name }) => name)).map((name) => [name, row[name]]),
      ),
    ),
  );
}

describe("pages", () => {
  const folder = mkdtempSync(join(tmpdir(), "wizdata-pages-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  let partsMade = 0;
  const pathOf = (sha256: string) => join(folder, `${sha256}.sqlite`);
  const lost = new Map<string, () => void>();
  const reader = createIndexReader({ pathOf, openMax: 2 });
  /** What no index serves has no answer here. */
  const search = async () => null;
  const page = createPager({ reader, rebuild: async (_, sha256) => lost.get(sha256)?.(), search });

  /** Cuts rows into parts at the given places, or at the next place where the time changes. */
  function writeParts(definition: Definition, rows: Row[], cuts: number[]): Part[] {
    const { time } = definition;
    const mayCut = (at: number) => time === null || rows[at]?.[time] !== rows[at - 1]?.[time];
    const snapped = cuts
      .map((cut) => rows.findIndex((_, at) => at >= Math.max(cut, 1) && mayCut(at)))
      .filter((at) => at > 0);
    const edges = [...new Set([0, ...snapped, rows.length])].sort((left, right) => left - right);
    return edges.slice(1).map((end, at) => writePart(definition, rows.slice(edges[at], end)));
  }

  function writePart(definition: Definition, rows: Row[]): Part {
    const { time } = definition;
    const sha256 = `part-${partsMade++}`;
    // Half of the indexes are missing when they are first read.
    if (partsMade % 2 === 0) writeIndex(definition, rows, sha256);
    else lost.set(sha256, () => writeIndex(definition, rows, sha256));
    const timeText = (row: Row | undefined) => (time === null ? null : String(row?.[time]));
    return {
      sha256,
      partition: "all",
      rows: rows.length,
      bytes: 0,
      timeMin: timeText(rows[0]),
      timeMax: timeText(rows.at(-1)),
    };
  }

  function writeIndex(definition: Definition, rows: Row[], sha256: string): void {
    const { key, time } = definition;
    const stored = [...new Set([...key, ...(time === null ? [] : [time])])];
    const database = new Database(pathOf(sha256));
    database.pragma("journal_mode = OFF");
    database.pragma("synchronous = OFF");
    const types = stored.map(
      (column) => `, ${column} ${typeOf(definition, column) === "integer" ? "INTEGER" : "TEXT"}`,
    );
    database.exec(`CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT`);
    database.prepare("INSERT INTO meta VALUES ('format', ?)").run(String(indexFormat));
    database.exec(`CREATE TABLE rows (place INTEGER PRIMARY KEY, json TEXT NOT NULL${types.join("")}) STRICT`);
    for (const [at, columns] of indexLists(definition).entries()) {
      database.exec(`CREATE INDEX i${at} ON rows (${columns.join(", ")})`);
    }
    const insert = database.prepare(`INSERT INTO rows VALUES (?, ?${", ?".repeat(stored.length)})`);
    for (const [place, row] of rows.entries())
      insert.run(place, JSON.stringify(row), ...stored.map((column) => row[column]));
    database.close();
  }

  async function walk(definition: Definition, parts: Part[], query: Query, limitRows: number): Promise<string[]> {
    const rows: string[] = [];
    let after: Position | null = null;
    do {
      const found = await page(definition, parts, query, after, limitRows);
      if (!found) throw new Error("not served");
      if (found.next) expect(found.rows.length).toBe(limitRows);
      rows.push(...found.rows);
      // A page too many would go on for ever.
      expect(rows.length).toBeLessThanOrEqual(rowsMax);
      after = found.next;
    } while (after);
    return rows;
  }

  test.each(Object.entries(datasets))(
    "of %s are together what the query means, for any rows, parts, query and page size",
    async (_, definition) => {
      const queries = fc.array(fc.tuple(arbitraryQuery(definition), fc.constantFrom(1, 7, 20, 40)), {
        minLength: 8,
        maxLength: 8,
      });
      await fc.assert(
        fc.asyncProperty(
          arbitraryRows(definition),
          fc.uniqueArray(fc.nat(rowsMax), { maxLength: 3 }),
          queries,
          async (rows, cuts, asked) => {
            const parts = writeParts(definition, rows, cuts);
            for (const [query, limitRows] of asked)
              expect(await walk(definition, parts, query, limitRows)).toEqual(expected(definition, rows, query));
          },
        ),
        { numRuns: 60 },
      );
    },
  );
});
