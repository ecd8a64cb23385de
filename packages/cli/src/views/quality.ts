import type { Quality } from "@wizdata/sdk";
import { type Columns, table, type View } from "../output/view.ts";

const measureColumns: Columns<Quality["measures"][number]> = {
  measure: ({ name }) => name,
  score: ({ score }) => scoreText(score),
  working: ({ working }) => working,
};

export function qualityView({ dataset, version, overall, measures }: Quality): View {
  const whole = `Version ${version} of ${dataset} scores ${scoreText(overall.score)}. ${overall.working}`;
  return table(measures, measureColumns, [whole]);
}

/** Cut like the score itself: 99.99 % is not all. */
const scoreText = (score: number | null) =>
  score === null ? "none" : `${(Math.floor(score * 10_000) / 100).toFixed(2)} %`;
