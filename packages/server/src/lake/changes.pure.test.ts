import { readdir } from "node:fs/promises";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Definition } from "../datasets/definition.ts";
import { openTestExports, optional, type Published, queryOf, type Row, required, toCsv } from "./export-testing.ts";
import { type ChangeSet, type ChangesWanted, type Position, StatesIncomparable } from "./lake.ts";
import { type NewDefinition, openTestLake } from "./publish-testing.ts";

// WIZDATA_TEST_SEED repeats a run.
const seed = Number(process.env.WIZDATA_TEST_SEED ?? Date.now() % 2 ** 31);

let world: Awaited<ReturnType<typeof openTestExports>>;
beforeAll(async () => {
  world = await openTestExports();
});
afterAll(() => world.close());

const keyed = {
  columns: [required("code"), required("day", "date"), optional("price", "number"), optional("note", "string")],
  key: ["code"],
  time: "day",
  partition: "month",
} satisfies NewDefinition;

async function rowsOf(set: ChangeSet, body: object = {}, limitRows = 7): Promise<Row[]> {
  const rows: Row[] = [];
  let after: Position | null = null;
  do {
    const page = await world.lake.changesPage(set, queryOf(set.definition, body), after, limitRows);
    if (!page) throw new Error("not served");
    for (const row of page.rows) rows.push(JSON.parse(row));
    after = page.next;
  } while (after);
  return rows;
}

// Without an asker, who would wait for ten seconds at most.
const changesOf = (since: Published, to: Published, window: ChangesWanted["window"] = null) =>
  world.lake.changes({ since, to, window });

/** What a holder of the first state does with the changes, as plainly as can be. */
function applied(rows: Row[], changes: Row[], key: string[]): Row[] {
  const nameOf = (row: Row) => JSON.stringify(key.map((name) => row[name]));
  const copy = new Map(rows.map((row) => [nameOf(row), row]));
  for (const { _change, ...row } of changes) {
    const isThere = copy.has(nameOf(row));
    expect([_change, isThere]).toEqual([_change, _change !== "added"]);
    if (_change === "added" || _change === "changed") copy.set(nameOf(row), row);
    else copy.delete(nameOf(row));
  }
  return [...copy.values()];
}

const sorted = (rows: Row[]) => rows.map((row) => JSON.stringify(row)).sort();

const row = fc.record({
  code: fc.constantFrom(..."ABCDEFGH"),
  // Rows move between months, since the time is not in the key.
  day: fc.integer({ min: 1, max: 80 }).map((day) => new Date(Date.UTC(2024, 0, day)).toISOString().slice(0, 10)),
  price: fc.option(fc.constantFrom(0, 1.5, -2, 1e21)),
  note: fc.option(fc.constantFrom("", "a,b", 'said "so"', "é😀", "two\nlines")),
});
const table = fc.uniqueArray(row, { minLength: 1, maxLength: 8, selector: ({ code }) => code });

test("changes, applied to the rows of one version, make those of the other, whatever the two are", {
  timeout: 120_000,
}, async () => {
  console.info(`WIZDATA_TEST_SEED=${seed}`);
  const columns = keyed.columns.map(({ name }) => name);
  await fc.assert(
    fc.asyncProperty(table, table, async (before, after) => {
      const [since, to] = [
        await world.publish(keyed, { text: toCsv(columns, before) }),
        await world.publish(keyed, { text: toCsv(columns, after) }),
      ];
      const set = await changesOf(since, to);
      const changes = await rowsOf(set);
      expect(sorted(applied(before, changes, keyed.key))).toEqual(sorted(after));
      const counted = set.partitions.reduce((sum, { added, changed, removed }) => sum + added + changed + removed, 0);
      expect(counted).toBe(changes.length);
      // In order of time, then key, whichever way they are read.
      expect(changes.map(({ day, code }) => `${day} ${code}`)).toEqual(
        changes.map(({ day, code }) => `${day} ${code}`).sort(),
      );
    }),
    { seed, numRuns: 12, endOnFailure: true },
  );
});

const rows: Row[] = [
  { code: "A", day: "2024-01-01", price: 1, note: "a" },
  { code: "B", day: "2024-01-02", price: 2, note: null },
  { code: "C", day: "2024-02-01", price: 3, note: "c" },
];
const publish = (definition: Pick<Definition, "columns"> | typeof keyed, of: Row[]) =>
  world.publish(definition, {
    text: toCsv(
      definition.columns.map(({ name }) => name),
      of,
    ),
  });

test("a row that a license no longer shows has expired and is named, and nothing that was in it is told", async () => {
  const since = await publish(keyed, rows);
  // Two have left the window; one of them was taken out of the dataset besides, and one within the window too.
  const to = await publish(keyed, [{ code: "D", day: "2024-02-03", price: 4, note: "d" }]);
  const window = { filters: [], from: "2024-01-02", to: null };
  expect(await rowsOf(await changesOf(since, to, window))).toEqual([
    { _change: "expired", code: "A", day: "2024-01-01", price: null, note: null },
    { _change: "removed", code: "B", day: "2024-01-02", price: 2, note: null },
    { _change: "removed", code: "C", day: "2024-02-01", price: 3, note: "c" },
    { _change: "added", code: "D", day: "2024-02-03", price: 4, note: "d" },
  ]);
  const filters = [{ column: "code", operator: "eq" as const, values: ["C"] }];
  const { partitions } = await changesOf(since, to, { filters, from: null, to: null });
  expect(partitions).toEqual([
    { partition: "2024-01", added: 0, changed: 0, removed: 0, expired: 2 },
    { partition: "2024-02", added: 1, changed: 0, removed: 1, expired: 0 },
  ]);
});

test("between different columns changes have those of the later version", async () => {
  const since = await publish(keyed, rows);
  const columns = [...keyed.columns.filter(({ name }) => name !== "note"), optional("volume", "integer")];
  const later = rows.map(({ note: _, ...row }, at) => ({ ...row, volume: at === 1 ? 7 : null }));
  const to = await publish({ ...keyed, columns }, later.slice(0, 2));
  // That a column went, and that another one is empty, changes no row.
  expect(await rowsOf(await changesOf(since, to))).toEqual([
    { _change: "changed", code: "B", day: "2024-01-02", price: 2, volume: 7 },
    { _change: "removed", code: "C", day: "2024-02-01", price: 3, volume: null },
  ]);
  expect(await rowsOf(await changesOf(to, since), { columns: ["_change", "code", "note"] })).toEqual([
    { _change: "changed", code: "A", note: "a" },
    { _change: "added", code: "C", note: "c" },
  ]);
});

test("other types, another key or more finely written times make two versions incomparable", async () => {
  const since = await publish(keyed, rows);
  const typed = keyed.columns.map((column) => (column.name === "price" ? optional("price", "string") : column));
  await expect(changesOf(since, await publish({ ...keyed, columns: typed }, rows))).rejects.toThrow(
    "price is string and was number",
  );
  const rekeyed = await publish({ ...keyed, key: ["code", "day"] }, rows);
  await expect(changesOf(since, rekeyed)).rejects.toBeInstanceOf(StatesIncomparable);
  const timed = { ...keyed, columns: [required("code"), required("day", "timestamp")] };
  const whole = await publish(timed, [{ code: "A", day: "2024-01-01T00:00:00Z" }]);
  const finer = await publish(timed, [{ code: "A", day: "2024-01-01T00:00:00.5Z" }]);
  await expect(changesOf(whole, finer)).rejects.toThrow("digits");
});

test("of a part that is seen in part only its first rows are compared", async () => {
  const to = await publish({ ...keyed, partition: "none" }, rows);
  const cut = to.parts.map((part) => ({ ...part, rows: 2, isCut: true as const }));
  const first = await rowsOf(await changesOf({ ...to, parts: cut }, to));
  expect(first).toEqual([{ _change: "added", ...rows[2] }]);
});

test("what was found is kept within its bound, and what was not used for longest goes first", async () => {
  const small = await openTestLake({ changesBytesMax: 1 });
  try {
    const definition = Definition.parse(keyed);
    const states: Published[] = [];
    for (const count of [1, 2, 3]) {
      const text = toCsv(["code", "day", "price", "note"], rows.slice(0, count));
      states.push({ definition, parts: (await small.publishText(keyed, text)).parts });
    }
    const to = states.at(-1) ?? { definition, parts: [] };
    for (const since of states.slice(0, 2)) {
      const set = await small.lake.changes({ since, to, window: null });
      const page = await small.lake.changesPage(set, queryOf(set.definition, {}), null, 10);
      expect(page?.rows).toHaveLength(rows.length - (since.parts[0]?.rows ?? 0));
      // The last one found: what it is, its rows and their index.
      expect(await readdir(small.paths.changes)).toHaveLength(3);
    }
  } finally {
    await small.close();
  }
});
