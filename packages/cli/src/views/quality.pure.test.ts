import type { Quality } from "@wizdata/sdk";
import { expect, test } from "vitest";
import { qualityView } from "./quality.ts";

function shown(score: number | null) {
  const quality: Quality = {
    dataset: "nse-kenya",
    version: 3,
    cadence: "daily",
    measured_at: "2026-11-21T08:30:00.000Z",
    measures: [],
    overall: { score, working: "" },
  };
  return qualityView(quality).notes?.[0]?.match(/scores (.*?)\. /)?.[1];
}

test("a score is shown as it is, and only what is perfect is 100 %", () => {
  const scores = [1, 0.999999, 0.57, 0.5701, 0.29, 0.000099, 0, null];
  expect(scores.map(shown)).toEqual([
    "100.00 %",
    "99.99 %",
    "57.00 %",
    "57.01 %",
    "29.00 %",
    "0.00 %",
    "0.00 %",
    "none",
  ]);
});
