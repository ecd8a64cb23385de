import { join } from "node:path";
import { type Duckdb, openDuckdb } from "./duckdb.ts";
import { cutValue, firstFaults, type RowFault } from "./faults.ts";
import type { Fault, FileProof } from "./lake.ts";
import { hashFiles } from "./parts-files.ts";
import { changeRows } from "./publish-change.ts";
import { recognize } from "./publish-form.ts";
import { RefusedRows } from "./publish-found.ts";
import { definitionOfFile, ImpossibleMode } from "./publish-mode.ts";
import { guarded, readParquet, wholeFile } from "./publish-parquet.ts";
import { TooManyPartitions } from "./publish-parts.ts";
import { dropRepeatedRows, findRepeatedKeys, type RepeatedRow, repeatedKeyFaults } from "./publish-repeated.ts";
import { replaceRows } from "./publish-replace.ts";
import { timestampDigits } from "./publish-report.ts";
import { csvRows, findRowFaults, loadRows } from "./publish-rows.ts";
import { copyRows, findLines, type TextSource } from "./publish-source.ts";
import { type Packed, Unreadable } from "./publish-unpack.ts";
import type { JobContext, JobHandler, JobRequest, JobResult } from "./worker-jobs.ts";

type Request = JobRequest<"publish">;
type Result = JobResult<"publish">;

/** Reads an upload, refuses it whole or keeps its rows as parts, each with its index. */
export const run: JobHandler<"publish"> = async (request, context) => {
  try {
    const source = request.proof && (await proveFiles(request.files, request.proof));
    const packed = { files: request.files, ...(await recognize(request.files, request.form)) };
    const result = await (packed.format === "parquet"
      ? publishParquet(request, context, packed)
      : publishText(request, context, { ...packed, format: packed.format }));
    return source && "parts" in result ? { ...result, source } : result;
  } catch (error) {
    if (error instanceof ImpossibleMode) return { impossible: error.message };
    if (error instanceof Unreadable) return refused(1, null, error.message);
    throw error;
  }
};

/** A delete may be sent the very rows it takes away. */
const othersIn = ({ mode }: Request) => (mode === "delete" ? "ignored" : "refused");

/** What came in parts is read once more before it is used: a disk may have changed it, and only the whole has its hash. */
async function proveFiles(files: string[], promised: FileProof) {
  const { sha256s, sha256, bytes } = await hashFiles(files);
  const other = sha256s.findIndex((found, at) => found !== promised.sha256s[at]);
  if (other >= 0) throw new Unreadable(`part ${other + 1} is not as it was received: send it again`);
  if (promised.sha256 !== null && promised.sha256 !== sha256)
    throw new Unreadable(`the file has the SHA-256 ${sha256}, where ${promised.sha256} was promised`);
  return { bytes, sha256 };
}

const refused = (line: number, column: string | null, reason: string): Result => ({
  faults: [{ line, column, value: null, reason }],
  faultCount: 1,
});

/** The rows of an upload, as SQL gives their texts, and how faults among them are told. */
type Texts = {
  sql: string;
  rows: number;
  /** What is wrong already, before any value was looked at. */
  scanned: { faults: Fault[]; faultCount: number };
  /** What a row's place in the file is called, and where it is. */
  placeName: "line" | "row";
  locate(rows: ReadonlySet<number>): Promise<(row: number) => number>;
};

async function publishText(request: Request, context: JobContext, packed: Packed & Pick<TextSource, "format">) {
  const definition = definitionOfFile(request.mode, request.definition);
  const rowsFile = join(context.work, "rows.csv");
  const source: TextSource = { ...packed, definition, others: othersIn(request), bytesMax: context.unpackedBytesMax };
  const scan = await copyRows(source, rowsFile);
  const { rows, names, faults, faultCount } = scan;
  if (rows === 0 || !names) return { faults, faultCount };
  return await withDuckdb(context, (db) =>
    publishRows(db, request, context, {
      sql: csvRows(rowsFile, names),
      rows,
      scanned: { faults, faultCount },
      placeName: "line",
      locate: async (wanted) => {
        const lines = await findLines(source, wanted);
        return (row) => lines.get(row) ?? 0;
      },
    }),
  );
}

async function publishParquet(request: Request, context: JobContext, packed: Packed): Promise<Result> {
  const file = await wholeFile(packed, context.work, context.unpackedBytesMax);
  return await withDuckdb(context, async (db) => {
    const definition = definitionOfFile(request.mode, request.definition);
    const found = await readParquet(db, definition, file, context.unpackedBytesMax, othersIn(request));
    if ("faults" in found) return { faults: found.faults, faultCount: found.faults.length };
    const scanned = { faults: [], faultCount: 0 };
    const texts: Texts = { ...found, scanned, placeName: "row", locate: async () => (row) => row };
    return await publishRows(db, request, context, texts, (reading) => guarded(file, reading));
  });
}

async function withDuckdb<T>(context: JobContext, work: (db: Duckdb) => Promise<T>): Promise<T> {
  // Half for DuckDB: it takes about twice what it is given, and rows on their way into an index need room beside it.
  const duckdb = { ...context.duckdb, memoryMb: Math.ceil(context.duckdb.memoryMb / 2) };
  const db = await openDuckdb({ ...context, duckdb });
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

async function publishRows(
  db: Duckdb,
  request: Request,
  context: JobContext,
  texts: Texts,
  reading: <T>(work: Promise<T>) => Promise<T> = (work) => work,
): Promise<Result> {
  const definition = definitionOfFile(request.mode, request.definition);
  const { sql, rows, scanned } = texts;
  const loaded = await reading(loadRows(db, definition, sql));
  if (scanned.faultCount === 0 && loaded.rows !== rows) {
    throw new Error(`DuckDB reads ${loaded.rows} rows where the file has ${rows}`);
  }
  const { repeatedRows } = await findRepeatedKeys(db, definition);
  const refusedRows = definition.repeated_key === "refuse" ? repeatedRows : 0;
  if (scanned.faultCount + loaded.faultyRows + refusedRows > 0) {
    const ofRows = loaded.faultyRows > 0 ? await findRowFaults(db, definition, sql) : { faults: [], faultCount: 0 };
    const ofKeys = refusedRows > 0 ? await repeatedKeyFaults(db, definition) : [];
    const faults = await locateFaults(texts, ofRows.faults, ofKeys);
    return { faults, faultCount: scanned.faultCount + ofRows.faultCount + refusedRows };
  }
  try {
    const digits = repeatedRows > 0 ? await timestampDigits(db, definition) : 0;
    const repeatedKeys = repeatedRows > 0 ? await dropRepeatedRows(db, definition, digits) : [];
    const source = { sourceRows: rows, repeatedRows, repeatedKeys };
    const { base, mode } = request;
    if (!base || mode === "replace") return await replaceRows(db, request, context, source);
    return await changeRows(db, { ...request, base, mode }, context, source);
  } catch (error) {
    if (error instanceof TooManyPartitions) return refused(1, definition.time, error.message);
    if (!(error instanceof RefusedRows)) throw error;
    return { faults: await locateFaults(texts, error.faults, []), faultCount: error.faultCount };
  }
}

/** Gives row faults their lines and puts all faults in the order of the file. */
async function locateFaults(
  { scanned, placeName, locate }: Texts,
  ofRows: RowFault[],
  ofKeys: RepeatedRow[],
): Promise<Fault[]> {
  const rows = [...ofRows.map(({ row }) => row), ...ofKeys.flatMap(({ row, firstRow }) => [row, firstRow])];
  const lineOf = await locate(new Set(rows));
  const toFault = ({ row, column, value, reason }: RowFault): Fault => {
    return { line: lineOf(row), column, value: value === null ? null : cutValue(value), reason };
  };
  const repeated = ofKeys.map((fault) =>
    toFault({ ...fault, reason: `repeats the key of ${placeName} ${lineOf(fault.firstRow)}` }),
  );
  return firstFaults([...scanned.faults, ...ofRows.map(toFault), ...repeated]);
}
