import type { Floors } from "../store/tables-catalog.ts";
import { type BelowFloor, floorNames } from "./floors-schemas.ts";
import { dimensionsOf, measuresOf, overallOf } from "./quality-measures.ts";
import type { Cadence } from "./schemas.ts";
import type { VersionRow } from "./versions-queries.ts";

/** The floors that a version is below, at this moment. What has no meaning has no score, and is below none. */
export function floorsBelow(version: VersionRow, cadence: Cadence, floors: Floors | null, now: Date): BelowFloor[] {
  if (!floors) return [];
  const measures = measuresOf(version, cadence, now);
  const scores = new Map<string, number | null>(dimensionsOf(measures).map(({ name, score }) => [name, score]));
  scores.set("overall", overallOf(measures).score);
  return floorNames.flatMap((measure) => {
    const [score, floor] = [scores.get(measure) ?? null, floors[measure]];
    if (score === null || floor === undefined) return [];
    // Floors are of a hundred, scores of one in whole millionths.
    const ofHundred = Math.floor(Math.round(score * 1_000_000) / 100) / 100;
    return ofHundred < floor ? [{ measure, score: ofHundred, floor }] : [];
  });
}
