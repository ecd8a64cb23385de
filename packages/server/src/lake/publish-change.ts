import type { Duckdb } from "./duckdb.ts";
import { layoutOf } from "./page-layout.ts";
import { partMeta, readPartMeta } from "./parts-meta.ts";
import { lakePaths } from "./parts-paths.ts";
import { hasSameRules, joinBase, loadBase, loadedBase } from "./publish-base.ts";
import { exchangeParts } from "./publish-exchange.ts";
import { changesOf, findRows, refuseKnownRows } from "./publish-found.ts";
import type { Kept, SourceCounts } from "./publish-keep.ts";
import type { ChangeRequest } from "./publish-mode.ts";
import { refuseNoRows } from "./publish-parts.ts";
import { replaceRows } from "./publish-replace.ts";
import { timestampDigits } from "./publish-report.ts";
import { sourcesOf } from "./publish-total.ts";
import type { JobContext, JobRequest } from "./worker-jobs.ts";

/**
 * Makes the table `rows` changes to the version before. Parts of which no row changes are parts of the new version too; only the others
 * are read whole and written again.
 */
export async function changeRows(
  db: Duckdb,
  request: ChangeRequest<JobRequest<"publish">>,
  context: JobContext,
  source: SourceCounts,
): Promise<Kept> {
  const { mode, base } = request;
  const fileOf = lakePaths(context.home).part;
  const meta = await metaOfBase(db, request, fileOf);
  const made = await (meta
    ? exchangeParts(db, request, context, source, meta)
    : rebuildParts(db, request, context, source, fileOf));
  const keys = source.sourceRows - source.repeatedRows;
  const unknown = mode === "delete" ? { unknownKeys: keys - (made.changes?.removed ?? 0) } : {};
  return { ...made, report: { ...made.report, ...unknown, sources: sourcesOf(mode, base, source) } };
}

type FileOf = (sha256: string) => string;

/** What new parts say of themselves, so that they go with the others; null where they cannot, and all are written again. */
async function metaOfBase(
  db: Duckdb,
  { mode, base, definition }: ChangeRequest<JobRequest<"publish">>,
  fileOf: FileOf,
) {
  const [first] = base.parts;
  if (!first || !hasSameRules(base.definition, definition)) return null;
  const { timestampDigits: digits } = await readPartMeta(db, fileOf(first.sha256));
  // Times that are finer than all before give every time of the version more digits. They get fewer only where all is replaced.
  if (mode !== "delete" && (await timestampDigits(db, definition)) > digits) return null;
  return partMeta(definition, digits);
}

async function rebuildParts(
  db: Duckdb,
  request: ChangeRequest<JobRequest<"publish">>,
  context: JobContext,
  source: SourceCounts,
  fileOf: FileOf,
): Promise<Kept> {
  const { mode, base, definition } = request;
  const files = layoutOf(base.definition, base.parts).parts.map(({ sha256 }) => fileOf(sha256));
  await loadBase(db, mode, definition, base, files);
  const found = await findRows(db, mode, definition, loadedBase);
  if (mode === "append") await refuseKnownRows(db, definition, base.number, found);
  await joinBase(db, mode, definition, found);
  const [left] = await db.rows("SELECT 1 FROM rows LIMIT 1");
  refuseNoRows(left === undefined);
  return { ...(await replaceRows(db, request, context, source)), changes: changesOf(mode, definition, found) };
}
