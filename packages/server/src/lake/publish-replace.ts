import type { Duckdb } from "./duckdb.ts";
import { partMeta } from "./parts-meta.ts";
import { type Kept, keepParts, type SourceCounts } from "./publish-keep.ts";
import { findPartitions, type NewPart, writePart } from "./publish-parts.ts";
import { measureRows, timestampDigits } from "./publish-report.ts";
import { shareParts } from "./publish-share.ts";
import type { JobContext, JobRequest } from "./worker-jobs.ts";

/** Makes the table `rows` the whole of a version. What the version before has of it already is shared. */
export async function replaceRows(
  db: Duckdb,
  { definition, cadence, base }: JobRequest<"publish">,
  context: JobContext,
  source: SourceCounts,
): Promise<Kept> {
  const digits = await timestampDigits(db, definition);
  const report = { ...source, ...(await measureRows(db, definition, cadence)) };
  const meta = partMeta(definition, digits);
  const written: NewPart[] = [];
  for (const partition of await findPartitions(db, definition, digits))
    written.push(await writePart(db, { definition, meta, partition, work: context.work }));
  const { parts, fresh, changes } = await shareParts(db, { definition, meta, base, home: context.home }, written);
  await keepParts(db, fresh, context);
  return { parts, report, changes };
}
