import { expect, test } from "vitest";
import { measuresOf, overallOf } from "./quality-measures.ts";
import type { Cadence } from "./schemas.ts";
import type { VersionRow } from "./versions-queries.ts";

const version = (changes: object = {}) =>
  ({
    definition: { key: ["code", "date"], time: "date" },
    timeMax: "2024-12-31",
    report: {
      sourceRows: 10,
      repeatedRows: 1,
      cells: 27,
      nonNullCells: 20,
      quality: { invalidCells: 2, pairs: { keys: 3, expected: 12, present: 9, period: "day" } },
    },
    ...changes,
  }) as unknown as VersionRow; // only what is measured

const at = (text: string) => new Date(text);
const timelinessOf = (timeMax: string | null, cadence: Cadence, now: string) =>
  measuresOf(version({ timeMax }), cadence, at(now)).find(({ name }) => name === "timeliness");

test("each measure says what was counted, and the overall score how it comes about", () => {
  const measures = measuresOf(version(), "daily", at("2025-01-10T12:00:00Z"));
  expect(measures.map(({ score, working }) => [score, working])).toEqual([
    [0.9, "18 of 20 values pass every check declared for their column."],
    [0.9, "9 of 10 rows of the file have a key of their own (code, date)."],
    [0.74074, "20 of 27 cells have a value."],
    [
      0.75,
      "9 of 12 expected rows: for each of 3 keys (code) one a day in which any row is, from the first to the last.",
    ],
    [0.5, "The newest row is of 2024-12-31, 10 days ago; daily data is on time up to 5."],
  ]);
  expect(overallOf(measures)).toEqual({
    score: 0.761342,
    working: "The mean of validity 0.9, uniqueness 0.9, completeness 0.74537, timeliness 0.5.",
  });
});

test.each<[string, Cadence, string, number | null]>([
  ["2024", "annual", "2025-12-31T23:59:59Z", 1],
  ["2024", "annual", "2028-01-01T00:00:00Z", 0.500342],
  ["2024-12-31", "daily", "2025-01-05T23:00:00Z", 1],
  ["2024-12-31", "daily", "2025-01-06T00:00:00Z", 0.833333],
  ["2024-12-31T10:00:00Z", "minute", "2025-01-03T09:59:00Z", 1],
  ["2030-01-01", "daily", "2025-01-01T00:00:00Z", 1],
  ["99999", "annual", "2025-01-01T00:00:00Z", null],
  ["2024-12-31", "irregular", "2025-01-06T00:00:00Z", null],
])("a newest row of %s in %s data scores, at %s, %d", (timeMax, cadence, now, score) => {
  expect(timelinessOf(timeMax, cadence, now)?.score).toBe(score);
});

test("what has no meaning has no score, says why, and is not counted", () => {
  const report = { sourceRows: 4, repeatedRows: 0, cells: 4, nonNullCells: 4 };
  const bare = version({ definition: { key: [], time: null }, timeMax: null, report });
  const measures = measuresOf(bare, "irregular", at("2025-01-01T00:00:00Z"));
  expect(measures.map(({ score }) => score)).toEqual([null, null, 1, null, null]);
  for (const { working } of measures) expect(working).toMatch(/\.$/);
  expect(overallOf(measures)).toEqual({ score: 1, working: "The mean of completeness 1." });
});

test("a score is cut only where it has more than six decimals", () => {
  const report = { sourceRows: 80, repeatedRows: 39, cells: 80, nonNullCells: 41, quality: { invalidCells: 0 } };
  const measures = measuresOf(version({ report }), "irregular", at("2025-01-01T00:00:00Z"));
  expect(measures.map(({ score }) => score)).toEqual([1, 0.5125, 0.5125, null, null]);
  expect(overallOf(measures).score).toBe(0.675);
  const same = (score: number) => measures.map((measure) => ({ ...measure, score }));
  for (let score = 0; score <= 1_000; score++) expect(overallOf(same(score / 1_000)).score).toBe(score / 1_000);
});
