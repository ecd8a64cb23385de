import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { expect, test } from "vitest";
import { faultOfPattern } from "./pattern.ts";

const pieces = [
  ..."ab0-^$.*+?()[]{}|\\,:=!<dDwWsSbBnpPxzAkQEuc19&#éi",
  "{2,3}",
  "\\d",
  "(?:",
  "[^",
  "\\p{L}",
  "(?i)",
  "[[:alpha:]]",
  "[a-z]",
];

test("a pattern that is accepted is one to the engine that runs it, and means the same there", async () => {
  const db = await (await DuckDBInstance.create(":memory:")).connect();
  const texts = ["", "a", "ab", "aab", "0", "é", "-", "b\n", "a^", "&&"];
  const listed = texts.map((text) => `'${text}'`).join(", ");
  const matches = async (pattern: string) => {
    const rows = await db.runAndReadAll(
      `select regexp_full_match(text, $1::text) from (select unnest([${listed}]) as text)`,
      [pattern],
    );
    return rows.getRows().map(([matched]) => matched);
  };
  const patterns = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(""));
  await fc.assert(
    fc.asyncProperty(patterns, async (pattern) => {
      if (faultOfPattern(pattern) !== undefined) return;
      const expected = texts.map((text) => new RegExp(`^(?:${pattern})$`, "u").test(text));
      expect(await matches(pattern)).toEqual(expected);
    }),
    { numRuns: 1_000 },
  );
});

test.each(["[A-Z]{3}", "\\^?[A-Z0-9&-]{2,8}", "(?:ZA|KE)\\d+", "\\p{Lu}\\w*", "a|b", "\\$\\d+\\.\\d{2}"])(
  "%s is accepted",
  (pattern) => {
    expect(faultOfPattern(pattern)).toBeUndefined();
  },
);

test.each([
  ["(a", "is no regular expression"],
  ["a(?=b)", "looks neither"],
  ["(?<n>a)", "looks neither"],
  ["(a)\\1", "reads otherwise"],
  ["\\u0041", "reads otherwise"],
  ["a{1001}", "more than 1000 times"],
])("%s is refused and told why", (pattern, why) => {
  expect(faultOfPattern(pattern)).toContain(why);
});
