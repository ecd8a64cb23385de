import type { Quality, QualityOfVersion } from "@wizdata/sdk";
import { type Columns, table, type View } from "../output/view.ts";

const measureColumns: Columns<Quality["measures"][number]> = {
  measure: ({ name }) => name,
  score: ({ score }) => scoreText(score),
  working: ({ working }) => working,
};

export const qualityColumns: Columns<QualityOfVersion> = {
  version: ({ version }) => version,
  state: ({ state }) => state,
  overall: ({ overall }) => scoreText(overall),
  validity: ({ validity }) => scoreText(validity),
  uniqueness: ({ uniqueness }) => scoreText(uniqueness),
  completeness: ({ completeness }) => scoreText(completeness),
  timeliness: ({ timeliness }) => scoreText(timeliness),
  rows: ({ rows }) => rows,
  more_rows: ({ drift }) => drift?.rows,
  more_empty: ({ drift }) => drift?.empty_share,
  time_max: ({ time_max }) => time_max,
};

export function qualityView({ dataset, version, overall, measures }: Quality): View {
  const whole = `Version ${version} of ${dataset} scores ${scoreText(overall.score)}. ${overall.working}`;
  return table(measures, measureColumns, [whole]);
}

/** Cut like the score itself: 99.99 % is not all. Scores have six digits, so they are made whole first: 0.57 × 10 000 is 5 699.99… to a computer. */
function scoreText(score: number | null): string {
  if (score === null) return "none";
  const millionths = Math.round(score * 1_000_000);
  return `${(Math.floor(millionths / 100) / 100).toFixed(2)} %`;
}
