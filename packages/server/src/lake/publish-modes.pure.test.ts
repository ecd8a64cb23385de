import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Definition } from "../datasets/definition.ts";
import type { Part, Query } from "./lake.ts";
import { openTestLake } from "./publish-testing.ts";

/** Each publishes several times, in workers. */
const runs = 4;

// Parts of a hundred bytes are large here, so that a few rows make several of a partition.
let world: Awaited<ReturnType<typeof openTestLake>>;
let wide: Awaited<ReturnType<typeof openTestLake>>;
beforeAll(async () => {
  world = await openTestLake({ partBytesMin: 100 });
  wide = await openTestLake();
});
afterAll(async () => {
  await world.close();
  await wide.close();
});

const column = (name: string, type: string, nullable = false) => ({ name, type, nullable });
const shapes = {
  prices: {
    columns: [column("day", "date"), column("code", "string"), column("n", "integer", true)],
    key: ["code", "day"],
    time: "day",
    partition: "month" as const,
  },
  /** A row may change its time, and so its partition. */
  events: {
    columns: [column("code", "string"), column("day", "date"), column("n", "integer", true)],
    key: ["code"],
    time: "day",
    partition: "month" as const,
  },
  bars: {
    columns: [column("day", "timestamp"), column("code", "string"), column("n", "integer", true)],
    key: ["code", "day"],
    time: "day",
    partition: "none" as const,
  },
  names: { columns: [column("code", "string"), column("n", "integer", true)], key: ["code"] },
};

type Row = { code: string; day: string; n: number | null };
const day = fc
  .tuple(fc.constantFrom("2024-01", "2024-02", "2024-04", "2025-01"), fc.integer({ min: 1, max: 9 }))
  .map(([month, date]) => `${month}-0${date}`);
const row: fc.Arbitrary<Row> = fc.record({
  code: fc.constantFrom("A", "B", "C", "é", "Z9"),
  day,
  n: fc.option(fc.integer({ min: 0, max: 3 })),
});
const table = (most: number) => fc.array(row, { minLength: 1, maxLength: most });
const step = fc.record({ mode: fc.constantFrom("append", "upsert", "delete"), rows: table(12) });

type Shape = (typeof shapes)[keyof typeof shapes];
const keyOf = ({ key }: Shape, one: Row) => JSON.stringify(key.map((name) => one[name as keyof Row]));
const textOf = (shape: Shape, one: Row, name: string) => {
  const value = one[name as keyof Row];
  return shape === shapes.bars && name === "day" ? `${value}T00:00:00Z` : value;
};
const csvOf = (shape: Shape, rows: readonly Row[]) => {
  const names = shape.columns.map(({ name }) => name);
  const lines = rows.map((one) => names.map((name) => textOf(shape, one, name) ?? "").join(","));
  return `${[names.join(","), ...lines].join("\n")}\n`;
};
const unique = (shape: Shape, rows: readonly Row[]) => [
  ...new Map(rows.map((one) => [keyOf(shape, one), one])).values(),
];

const all: Query = { filters: [], from: null, to: null, columns: null, order: "time" };

/** Every row of a walk by pages of three. */
async function walk(definition: Definition, parts: Part[], query: Query): Promise<string[]> {
  const rows: string[] = [];
  let after = null;
  do {
    const page = await world.lake.page(definition, parts, query, after, 3);
    if (!page) throw new Error("no order");
    rows.push(...page.rows);
    after = page.next;
  } while (after);
  return rows;
}

test.each(Object.entries(shapes))(
  "%s: whatever is appended, replaced and deleted, the version is what a replace with all its rows makes",
  async (_name, shape) => {
    const definition = Definition.parse(shape);
    await fc.assert(
      fc.asyncProperty(table(30), fc.array(step, { minLength: 1, maxLength: 4 }), async (first, steps) => {
        const rows = new Map(unique(shape, first).map((one) => [keyOf(shape, one), one]));
        let version = await world.publishText(shape, csvOf(shape, [...rows.values()]));
        for (const { mode, rows: given } of steps) {
          const file = unique(shape, given).filter((one) => mode !== "append" || !rows.has(keyOf(shape, one)));
          const isEnd =
            mode === "delete" && [...rows.keys()].every((key) => file.some((one) => keyOf(shape, one) === key));
          if (file.length === 0 || isEnd) continue;
          const met = file.filter((one) => rows.has(keyOf(shape, one)));
          const changed = met.filter(
            (one) => csvOf(shape, [one]) !== csvOf(shape, [rows.get(keyOf(shape, one)) as Row]),
          );
          version = await world.change(mode as "append", shape, version, csvOf(shape, file));
          for (const one of file) {
            if (mode === "delete") rows.delete(keyOf(shape, one));
            else rows.set(keyOf(shape, one), one);
          }
          expect(version.changes).toEqual(
            mode === "delete"
              ? { added: 0, changed: 0, removed: met.length }
              : { added: file.length - met.length, changed: changed.length, removed: 0 },
          );
        }
        const whole = await wide.publishText(shape, csvOf(shape, [...rows.values()]));
        const { sourceRows, sources, unknownKeys, ...counted } = version.report;
        expect({ ...counted, sourceRows: rows.size }).toEqual(whole.report);
        const expected = wide.jsonOf(whole.parts);
        expect(world.jsonOf(version.parts)).toEqual(expected);
        if (definition.time !== null) {
          expect(await walk(definition, version.parts, all)).toEqual(expected);
          expect(await walk(definition, version.parts, { ...all, order: "-time" })).toEqual(expected.toReversed());
        }
        const byKey = await walk(definition, version.parts, { ...all, order: "key" });
        expect(byKey.toSorted()).toEqual(expected.toSorted());
        const ofN = { ...all, filters: [{ column: "n", operator: "gte" as const, values: ["1"] }] };
        expect(await walk(definition, version.parts, ofN)).toEqual(
          expected.filter((json) => (JSON.parse(json) as Row).n ?? 0),
        );
        // The same rows as a whole are this version, whatever parts it has.
        const again = await world.change("replace", shape, version, csvOf(shape, [...rows.values()]));
        expect(again.parts).toEqual(version.parts);
      }),
      { numRuns: runs },
    );
  },
  600_000,
);
