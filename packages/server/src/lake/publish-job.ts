import { join } from "node:path";
import { type Duckdb, openDuckdb } from "./duckdb.ts";
import { cutValue, firstFaults, type RowFault } from "./faults.ts";
import { buildIndex } from "./index-file.ts";
import type { Fault, Part } from "./lake.ts";
import { fileBytes, keepFiles } from "./parts-files.ts";
import { partMeta } from "./parts-meta.ts";
import { lakePaths } from "./parts-paths.ts";
import { findPartitions, TooManyPartitions, writePart } from "./publish-parts.ts";
import { dropRepeatedRows, findRepeatedKeys, type RepeatedRow, repeatedKeyFaults } from "./publish-repeated.ts";
import { measureRows, timestampDigits } from "./publish-report.ts";
import { findRowFaults, loadRows } from "./publish-rows.ts";
import type { Scan } from "./publish-scan.ts";
import { copyRows, findLines, type Source } from "./publish-source.ts";
import type { JobContext, JobHandler, JobRequest, JobResult } from "./worker-jobs.ts";

type Result = JobResult<"publish">;

/** Reads a CSV file, refuses it whole or keeps its rows as parts, each with its index. */
export const run: JobHandler<"publish"> = async (request, context) => {
  const rowsFile = join(context.work, "rows.csv");
  const scan = await copyRows(request, rowsFile);
  if (scan.rows === 0 || !scan.header) return { faults: scan.faults, faultCount: scan.faultCount };
  // Half for DuckDB: it takes about twice what it is given, and rows on their way into an index need room beside it.
  const duckdb = { ...context.duckdb, memoryMb: Math.ceil(context.duckdb.memoryMb / 2) };
  const db = await openDuckdb({ ...context, duckdb });
  try {
    return await publishRows(db, request, context, { scan, header: scan.header, rowsFile });
  } finally {
    db.close();
  }
};

type Copied = { scan: Scan; header: string[]; rowsFile: string };

async function publishRows(
  db: Duckdb,
  source: JobRequest<"publish">,
  context: JobContext,
  copied: Copied,
): Promise<Result> {
  const { definition } = source;
  const { scan, header, rowsFile } = copied;
  const loaded = await loadRows(db, definition, rowsFile, header);
  if (scan.faultCount === 0 && loaded.rows !== scan.rows) {
    throw new Error(`DuckDB reads ${loaded.rows} rows where the file has ${scan.rows}`);
  }
  const { repeatedRows } = await findRepeatedKeys(db, definition);
  const refusedRows = definition.repeated_key === "refuse" ? repeatedRows : 0;
  if (scan.faultCount + loaded.faultyRows + refusedRows > 0) {
    const ofRows =
      loaded.faultyRows > 0 ? await findRowFaults(db, definition, rowsFile, header) : { faults: [], faultCount: 0 };
    const ofKeys = refusedRows > 0 ? await repeatedKeyFaults(db, definition) : [];
    const faults = await locateFaults(source, scan.faults, ofRows.faults, ofKeys);
    return { faults, faultCount: scan.faultCount + ofRows.faultCount + refusedRows };
  }
  try {
    return await keepRows(db, source, context, { sourceRows: scan.rows, repeatedRows });
  } catch (error) {
    if (!(error instanceof TooManyPartitions)) throw error;
    return { faults: [{ line: 1, column: definition.time, value: null, reason: error.message }], faultCount: 1 };
  }
}

/** Gives row faults their lines and puts all faults in the order of the file. */
async function locateFaults(
  source: Source,
  scanned: Fault[],
  ofRows: RowFault[],
  ofKeys: RepeatedRow[],
): Promise<Fault[]> {
  const rows = [...ofRows.map(({ row }) => row), ...ofKeys.flatMap(({ row, firstRow }) => [row, firstRow])];
  const lines = await findLines(source, new Set(rows));
  const lineOf = (row: number) => lines.get(row) ?? 0;
  const toFault = ({ row, column, value, reason }: RowFault): Fault => {
    return { line: lineOf(row), column, value: value === null ? null : cutValue(value), reason };
  };
  const repeated = ofKeys.map((fault) =>
    toFault({ ...fault, reason: `repeats the key of line ${lineOf(fault.firstRow)}` }),
  );
  return firstFaults([...scanned, ...ofRows.map(toFault), ...repeated]);
}

async function keepRows(
  db: Duckdb,
  { definition, cadence }: JobRequest<"publish">,
  context: JobContext,
  { sourceRows, repeatedRows }: { sourceRows: number; repeatedRows: number },
): Promise<Result> {
  const digits = await timestampDigits(db, definition);
  const repeatedKeys = repeatedRows > 0 ? await dropRepeatedRows(db, definition, digits) : [];
  const report = { sourceRows, repeatedRows, repeatedKeys, ...(await measureRows(db, definition, cadence)) };
  const meta = partMeta(definition, digits);
  const paths = lakePaths(context.home);
  const parts: Part[] = [];
  const files: { from: string; to: string }[] = [];
  let rowsDone = 0;
  for (const partition of await findPartitions(db, definition, digits)) {
    const { part, file } = await writePart(db, { definition, meta, partition, work: context.work });
    parts.push(part);
    files.push({ from: file, to: paths.part(part.sha256) });
    const index = paths.index(part.sha256);
    if ((await fileBytes(index)) === undefined) {
      const built = join(context.work, `${part.sha256}.sqlite`);
      await buildIndex(db, file, built, (rows) => context.progress(rowsDone + rows));
      files.push({ from: built, to: index });
    }
    rowsDone += part.rows;
    context.progress(rowsDone);
  }
  await keepFiles(files);
  return { parts, report };
}
