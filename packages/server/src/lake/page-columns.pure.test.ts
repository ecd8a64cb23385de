import fc from "fast-check";
import { expect, test } from "vitest";
import { Definition } from "../datasets/definition.ts";
import { columnPicker } from "./page-columns.ts";

const names = ["a", "long_name", "c", "d4"];
const definition = Definition.parse({ columns: names.map((name) => ({ name, type: "string" })) });

test("any columns of any row are picked, in the order asked for, as the texts they are", () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom("\\", '"', ",", "{", "é", "\n") }));
  const value = fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null));
  const row = fc
    .tuple(value, value, value, value)
    .map((values) => values.map((one, at): [string, unknown] => [names[at] ?? "", one]));
  fc.assert(
    fc.property(row, fc.shuffledSubarray(names, { minLength: 1 }), (entries, wanted) => {
      const values = Object.fromEntries(entries);
      const expected = JSON.stringify(Object.fromEntries(wanted.map((name) => [name, values[name]])));
      expect(columnPicker(definition, wanted)(JSON.stringify(values))).toBe(expected);
    }),
    { numRuns: 2_000 },
  );
});
