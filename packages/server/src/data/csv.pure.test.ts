import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mixed, mixedColumns, mixedCsv, openTestExports, queryOf } from "../lake/export-testing.ts";
import { columnPicker } from "../lake/page-columns.ts";
import { csvOf } from "./csv.ts";
import { linesOf } from "./forms.ts";

let world: Awaited<ReturnType<typeof openTestExports>>;
beforeAll(async () => {
  world = await openTestExports();
});
afterAll(() => world.close());

test("pages in CSV are, one after the other, the bytes of the export", async () => {
  const published = await world.publish(mixed, { text: mixedCsv });
  const { definition, parts } = published;
  for (const [body, names] of [
    [{}, mixedColumns],
    [{ columns: ["note", "fee", "at"], order: "-time" }, ["note", "fee", "at"]],
  ] as const) {
    const page = await world.lake.page(definition, parts, queryOf(definition, body), null, 1_000);
    expect(await linesOf("csv", names, page?.rows ?? [])).toBe(await world.exportCsv(published, body));
  }
});

/** RFC 4180 read back, in the plainest way: null is nothing between two commas. */
function readLine(line: string): (string | null)[] {
  const cells = [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^",]*))/g)];
  return cells.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? (plain === "" ? null : (plain ?? null)));
}

test("any texts, numbers and empty values come back from a line of CSV as they were", () => {
  const value = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("", "#", "a,b", 'say "so"', "two\nlines", null),
  );
  fc.assert(
    fc.property(value, fc.double({ noNaN: true, noDefaultInfinity: true }), value, (first, second, third) => {
      const row = JSON.stringify({ first, second, third });
      expect(readLine(csvOf(["first", "second", "third"]).line(row))).toEqual([first, JSON.stringify(second), third]);
      const picked = columnPicker(
        { columns: ["first", "second", "third"].map((name) => ({ name })) } as never, // only the names are read
        ["third", "first"],
      )(row);
      expect(readLine(csvOf(["third", "first"]).line(picked))).toEqual([third, first]);
    }),
    { numRuns: 200 },
  );
});
