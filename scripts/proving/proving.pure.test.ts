import { expect, test } from "vitest";
import { randomOf } from "./proof.ts";
import { withRecord } from "./record.ts";

const record = { name: "b", summary: "B holds", figures: "2 of 2", date: "2026-11-21", machine: "2 x CPU" };

test("a proof's line is written in its place, a new one last, and nothing else changes", () => {
  const document = "# Title\n\n| a |\n|---|\n| `a` | A holds |\n\nText.\n";
  const added = withRecord(document, record);
  expect(added).toBe(
    "# Title\n\n| a |\n|---|\n| `a` | A holds |\n| `b` | B holds | 2 of 2 | 2026-11-21 | 2 x CPU |\n\nText.\n",
  );
  expect(withRecord(added, { ...record, figures: "3 | 3" })).toBe(added.replace("2 of 2", "3 \\| 3"));
  expect(withRecord(added, record)).toBe(added);
});

test("the same seed is the same run, and another seed another", () => {
  const numbers = (seed: number) => Array.from({ length: 5 }, randomOf(seed));
  expect(numbers(7)).toEqual(numbers(7));
  expect(numbers(7)).not.toEqual(numbers(8));
  expect(numbers(7).every((number) => number >= 0 && number < 1)).toBe(true);
});
