import { mkdir, rm, truncate, writeFile } from "node:fs/promises";
import Database from "better-sqlite3";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Definition } from "../datasets/definition.ts";
import { run as buildAgain } from "./index-file-job.ts";
import { type Bindable, createIndexReader, IndexFile, type IndexReader } from "./index-reader.ts";
import type { Page, Part, Position, Query } from "./lake.ts";
import { openLake } from "./open-lake.ts";
import { createPager } from "./page.ts";
import { openTestLake } from "./publish-testing.ts";

const definition = {
  columns: [
    { name: "code", type: "string", nullable: false },
    { name: "side", type: "string", nullable: false },
    { name: "day", type: "date", nullable: false },
    { name: "price", type: "number" },
  ],
  key: ["code", "side", "day"],
  time: "day",
  partition: "day",
} satisfies Parameters<typeof Definition.parse>[0];
const days = Array.from({ length: 70 }, (_, at) => new Date(Date.UTC(2024, 0, 1 + at)).toISOString().slice(0, 10));
const all: Query = { filters: [], from: null, to: null, columns: null, order: "time" };
const equal = (column: string, ...values: string[]) => ({ column, operator: "eq" as const, values });

let world: Awaited<ReturnType<typeof openTestLake>>;
let daily: Part[];
let whole: Part[];
beforeAll(async () => {
  world = await openTestLake();
  const rows = days.flatMap((day) =>
    [..."abcdefgh"].flatMap((code) => ["ask", "bid"].map((side) => `${code},${side},${day},1.5`)),
  );
  const text = `code,side,day,price\n${rows.join("\n")}\n`;
  daily = (await world.publishText(definition, text)).parts;
  whole = (await world.publishText({ ...definition, partition: "none" }, text)).parts;
  expect([daily.length, whole.length]).toEqual([70, 1]);
});
afterAll(() => world.close());

const parsed = Definition.parse(definition);
const page = (parts: Part[], query: Partial<Query>, limitRows = 50, after: Position | null = null) =>
  world.lake.page(parsed, parts, { ...all, ...query }, after, limitRows);
const prices = (count: number) => Array.from({ length: count }, () => ({ price: 1.5 }));
const shown = (found: Page | null) => found?.rows.map((row) => JSON.parse(row));

describe("a page reads along an index", () => {
  /** Notes each statement that pages run, and runs it. */
  function watch(seen: Set<string>): IndexReader {
    const files = new Map<string, IndexFile>();
    class Watched extends IndexFile {
      override column<T extends Bindable>(sql: string, values: Bindable[]): T[] {
        seen.add(sql);
        return super.column(sql, values);
      }
      override rows<T extends Bindable[]>(sql: string, values: Bindable[]): T[] {
        seen.add(sql);
        return super.rows(sql, values);
      }
    }
    const open = (sha256: string) => {
      const file =
        files.get(sha256) ?? new Watched(new Database(world.paths.index(sha256), { readonly: true }), sha256);
      files.set(sha256, file);
      return file;
    };
    const close = () => {
      for (const file of files.values()) file.close();
    };
    return { open, forget: () => {}, close };
  }

  test.each<[string, Partial<Query>]>([
    ["everything", {}],
    ["one key column", { filters: [equal("code", "c")] }],
    ["two key columns", { filters: [equal("code", "c"), equal("side", "ask")] }],
    ["the second key column", { filters: [equal("side", "ask")] }],
    ["a list", { filters: [equal("code", "c", "d", "x")] }],
    ["two lists, newest first", { filters: [equal("code", "c", "d"), equal("side", "bid", "ask")], order: "-time" }],
    ["a range of time", { filters: [equal("code", "c")], from: "2024-01-10", to: "2024-02-01" }],
    ["listed times", { filters: [equal("code", "c"), equal("day", "2024-01-10", "2024-02-01")] }],
    ["the key", { order: "key" }],
    ["the key, backwards", { order: "-key" }],
    ["the key within a value", { filters: [equal("code", "c")], order: "key" }],
    ["the key within a list", { filters: [equal("code", "c", "d")], order: "-key" }],
  ])("for %s, and sorts nothing", async (_, query) => {
    const seen = new Set<string>();
    const reader = watch(seen);
    const watched = createPager({
      reader,
      rebuild: () => Promise.reject(new Error("nothing is missing")),
      search: async () => null,
    });
    let after: Position | null = null;
    do after = (await watched(parsed, whole, { ...all, ...query }, after, 40))?.next ?? null;
    while (after);
    expect(seen.size).toBeGreaterThan(0);
    const index = new Database(world.paths.index(whole[0]?.sha256 ?? ""), { readonly: true });
    for (const sql of seen) {
      const steps = index
        .prepare<Bindable[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
        .all(...Array(sql.split("?").length - 1).fill(0));
      const detail = steps.map((step) => step.detail).join("; ");
      expect(detail).toMatch(
        /^(SEARCH rows USING (COVERING INDEX|INDEX|INTEGER PRIMARY KEY)|SCAN rows USING COVERING INDEX)/,
      );
      expect(detail).not.toContain("TEMP B-TREE");
    }
    index.close();
    reader.close();
  });
});

describe("what no index bounds is left to a search", () => {
  const searched: Page = { rows: ["searched"], next: null };
  const rebuild = () => Promise.reject(new Error("nothing is missing"));
  async function ask(parts: Part[], query: Partial<Query>) {
    const reader = createIndexReader({ pathOf: world.paths.index });
    const pager = createPager({ reader, rebuild, search: async () => searched });
    return pager(parsed, parts, { ...all, ...query }, null, 50).finally(() => reader.close());
  }

  test.each<[string, Partial<Query>]>([
    ["a column outside the key", { filters: [equal("price", "1.5")] }],
    ["a comparison of a key column", { filters: [{ column: "code", operator: "gt", values: ["c"] }] }],
    ["an exclusion", { filters: [{ column: "code", operator: "ne", values: ["c"] }] }],
    ["an exclusion of a time", { filters: [{ column: "day", operator: "ne", values: ["2024-01-01"] }] }],
    ["a test for null", { filters: [{ column: "code", operator: "null", values: ["true"] }] }],
    [
      "more than 1 000 combinations",
      { filters: [equal("code", ...Array.from({ length: 600 }, String)), equal("side", "ask", "bid")] },
    ],
  ])("%s", async (_, query) => {
    expect(await ask(whole, query)).toBe(searched);
  });

  test("what waits too long for an index that is missing", async () => {
    const { promise: built, resolve } = Promise.withResolvers<void>();
    const reader = createIndexReader({ pathOf: () => "nowhere" });
    const pager = createPager({ reader, rebuild: () => built, search: async () => searched, indexWaitMs: 1 });
    expect(await pager(parsed, whole, all, null, 50)).toBe(searched);
    resolve();
    reader.close();
  });

  test("the order of the key over more parts than can be open at once", async () => {
    expect(await ask(daily, { order: "key" })).toBe(searched);
    expect((await ask(daily, { order: "key", from: "2024-01-20", to: "2024-02-01" }))?.rows).toHaveLength(50);
  });
});

test("pages go through more parts than can be open at once", async () => {
  const rows: string[] = [];
  let after: Position | null = null;
  do {
    const found: Page | null = await page(daily, { filters: [equal("code", "c", "h")], order: "-time" }, 33, after);
    rows.push(...(found?.rows ?? []));
    after = found?.next ?? null;
  } while (after);
  const expected = days
    .toReversed()
    .flatMap((day) => ["h", "c"].flatMap((code) => ["bid", "ask"].map((side) => ({ code, side, day, price: 1.5 }))));
  expect(rows.map((row) => JSON.parse(row))).toEqual(expected);
});

test("columns are given in the order they were asked for, with the values' own texts", async () => {
  expect((await page(whole, { columns: ["price", "code"] }, 1))?.rows).toEqual(['{"price":1.5,"code":"a"}']);
});

test("an empty range has no rows, and a version without parts has none either", async () => {
  const nothing = { rows: [], next: null };
  expect(
    await page(whole, { from: "2024-02-01", filters: [{ column: "day", operator: "lt", values: ["2024-02-01"] }] }),
  ).toEqual(nothing);
  expect(await page([], {})).toEqual(nothing);
  expect(await page([], { order: "key" })).toEqual(nothing);
});

describe("an index is built again", () => {
  const parts = () => daily.slice(-5);
  const file = (part: Part | undefined) => world.paths.index(part?.sha256 ?? "");
  const everyRow = () => prices(parts().length * 16);

  /** Pages of a process that has no file open yet, and the indexes it had to build. */
  function openPager() {
    const built: string[] = [];
    const reader = createIndexReader({ pathOf: world.paths.index });
    const rebuild = async (_: Definition, sha256: string) => {
      built.push(sha256);
      const work = world.paths.jobWork(`index-${sha256}`);
      await mkdir(work, { recursive: true });
      const duckdb = { memoryMb: 200, threads: 1, temporaryBytesMax: 2 ** 30 };
      await buildAgain(
        { id: sha256, sha256 },
        { home: world.home, work, progress: () => {}, duckdb, unpackedBytesMax: 2 ** 30, partBytesMin: 1_000_000 },
      );
    };
    return { page: createPager({ reader, rebuild, search: async () => null }), built, close: reader.close };
  }

  test("where it is missing, once for all who wait for it", async () => {
    for (const part of parts()) await rm(file(part));
    const pager = openPager();
    const orders: Query["order"][] = ["time", "-time", "key", "-key", "time"];
    const pages = await Promise.all(
      orders.map((order) => pager.page(parsed, parts(), { ...all, order, columns: ["price"] }, null, 200)),
    );
    for (const found of pages) expect(shown(found)).toEqual(everyRow());
    expect(pager.built.sort()).toEqual(
      parts()
        .map(({ sha256 }) => sha256)
        .sort(),
    );
    pager.close();
  });

  test("where it is no index, is cut short or has another form", async () => {
    const [first, second, third] = parts();
    await writeFile(file(first), "not a database, and longer than a header of one hundred bytes".repeat(9));
    await truncate(file(second), 8_192);
    const database = new Database(file(third));
    database.exec("UPDATE meta SET value = '0' WHERE name = 'format'");
    database.close();
    const pager = openPager();
    expect(shown(await pager.page(parsed, parts(), { ...all, columns: ["price"] }, null, 200))).toEqual(everyRow());
    expect(pager.built).toEqual([first, second, third].map((part) => part?.sha256));
    pager.close();
  });

  test("by a worker of the lake, and refused where the part itself is gone", async () => {
    for (const part of parts()) await rm(file(part));
    const afresh = openLake({ home: world.home, workerMemoryMb: 200, bulkLanesMax: 1 }, pino({ level: "silent" }));
    const found = await afresh.page(parsed, parts(), { ...all, columns: ["price"] }, null, 200);
    expect(shown(found)).toEqual(everyRow());
    const gone = parts().map((part) => ({ ...part, sha256: "0".repeat(64) }));
    await expect(afresh.page(parsed, gone, all, null, 1)).rejects.toThrow("ENOENT");
    await afresh.close();
  });
});
