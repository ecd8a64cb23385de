import type { Call } from "../http/call.ts";
import { Problem } from "../http/problem.ts";
import type { Services } from "../services.ts";
import { measuresOf, overallOf } from "./quality-measures.ts";
import type { Quality } from "./quality-schemas.ts";
import type { Cadence } from "./schemas.ts";
import { visibleVersion } from "./versions.ts";
import { visibleDataset } from "./visible.ts";

/** Of a version, or of the current one. */
export async function retrieveQuality(
  { store, clock }: Services,
  call: Call,
  slug: string,
  wanted?: number,
): Promise<Quality> {
  const dataset = await visibleDataset(store.db, call, slug);
  const number = wanted ?? dataset.currentVersion;
  if (number === null) throw new Problem("no_version_published");
  const version = await visibleVersion(store.db, call, slug, number);
  const now = clock();
  const cadence = dataset.cadence as Cadence; // written from an enum only
  const measures = measuresOf(version, cadence, now);
  const overall = overallOf(measures);
  return { dataset: slug, version: number, cadence, measured_at: now.toISOString(), overall, measures };
}
