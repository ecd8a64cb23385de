import { isDeepStrictEqual } from "node:util";
import type { Duckdb } from "./duckdb.ts";
import type { PublishReport } from "./lake.ts";
import { filesSql } from "./publish-compare.ts";
import type { SourceCounts } from "./publish-keep.ts";
import type { PublishBase } from "./publish-mode.ts";
import { countPairs } from "./publish-quality.ts";
import { type CellCounts, countCells } from "./publish-report.ts";
import type { JobRequest } from "./worker-jobs.ts";

/** Files of the base's parts that are no more, of new parts, and of all parts of the version. */
export type Exchanged = { gone: string[]; fresh: string[]; all: string[] };

/**
 * The report of a version that shares parts with its base: what adds up is taken from the base's and counted of the parts that changed;
 * pairs of keys and periods, which reach over parts, are counted of all.
 */
export async function measureVersion(
  db: Duckdb,
  { definition, cadence }: JobRequest<"publish">,
  base: PublishBase,
  files: Exchanged,
  source: SourceCounts,
): Promise<PublishReport> {
  const count = async (of: string[]) => (of.length === 0 ? nothing : await countCells(db, definition, filesSql(of)));
  const known = countsOf(base.report);
  const addsUp = known !== null && isDeepStrictEqual(base.definition, definition);
  const { invalidCells, ...counts } = addsUp
    ? combined(known, await count(files.fresh), await count(files.gone))
    : await count(files.all);
  const pairs = await countPairs(db, definition, cadence, filesSql(files.all));
  return { ...source, ...counts, quality: { invalidCells, pairs } };
}

const nothing: CellCounts = { rows: 0, nonNullCells: 0, cells: 0, failedChecks: 0, invalidCells: 0 };

function countsOf({ rows, nonNullCells, cells, failedChecks, quality }: PublishReport): CellCounts | null {
  return quality ? { rows, nonNullCells, cells, failedChecks, invalidCells: quality.invalidCells } : null;
}

function combined(base: CellCounts, fresh: CellCounts, gone: CellCounts): CellCounts {
  const of = (name: keyof CellCounts) => base[name] + fresh[name] - gone[name];
  return {
    rows: of("rows"),
    nonNullCells: of("nonNullCells"),
    cells: of("cells"),
    failedChecks: of("failedChecks"),
    invalidCells: of("invalidCells"),
  };
}

/** What all files together had that the version was made of. A delete brings no rows. */
export function sourcesOf(
  mode: "append" | "upsert" | "delete",
  { report }: PublishBase,
  { sourceRows, repeatedRows }: SourceCounts,
): NonNullable<PublishReport["sources"]> {
  const before = report.sources ?? { rows: report.sourceRows, repeatedRows: report.repeatedRows };
  if (mode === "delete") return before;
  return { rows: before.rows + sourceRows, repeatedRows: before.repeatedRows + repeatedRows };
}
