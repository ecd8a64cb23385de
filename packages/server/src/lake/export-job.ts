import { join } from "node:path";
import { type Duckdb, openDuckdb, quoteText } from "./duckdb.ts";
import { linkFile, placeFiles, proveParts } from "./export-files.ts";
import { type Telling, writeParquet } from "./export-parquet.ts";
import { type PartSources, selectTexts } from "./export-select.ts";
import { divideText, type WrittenText } from "./export-text.ts";
import type { ExportFile, Part } from "./lake.ts";
import { layoutOf } from "./page-layout.ts";
import { isPlaceOrder } from "./page-plan.ts";
import { cutOf, timeRanges } from "./page-time.ts";
import { readPartMeta } from "./parts-meta.ts";
import { lakePaths } from "./parts-paths.ts";
import type { JobContext, JobHandler, JobRequest } from "./worker-jobs.ts";

type Request = JobRequest<"export">;

const progressEveryMs = 200;
/** One thread reads and prints values while another writes; the worker's low priority leaves the cores to the server. */
const threadsMin = 2;

/** Writes the files of an export, complete and synced, under names of our own making. */
export const run: JobHandler<"export"> = async (request, context) => {
  const paths = lakePaths(context.home);
  const parts = touchedParts(request);
  const written = isWhole(request) ? linkParts(request, context) : writeFiles(request, parts, context);
  const proof = proveParts(parts, paths.part);
  // Proven while they are read. Where a part is damaged that is the reason, whatever reading it led to.
  await Promise.allSettled([written, proof]);
  await proof;
  const files = await written;
  await placeFiles(
    context.work,
    files.map(({ name }) => name),
    paths.export(request.id),
  );
  const sum = (of: (file: ExportFile) => number) => files.reduce((total, file) => total + of(file), 0);
  return { files, rows: sum(({ rows }) => rows), bytes: sum(({ bytes }) => bytes) };
};

/** The parts, in the order of their rows, that the query's range of time leaves. */
function touchedParts({ definition, parts, query }: Request): Part[] {
  const { parts: ordered, time } = layoutOf(definition, parts);
  if (!time) return ordered;
  const ranges = timeRanges(time, query);
  const touched = ordered.filter((part) => ranges.some((range) => cutOf(time, part, range)));
  // Where none is, any part still says which columns of which types an empty file has.
  return touched.length > 0 ? touched : ordered.slice(0, 1);
}

/** Every row and column as the parts have them: then the parts are the export. */
function isWhole({ format, definition, parts, query, shape }: Request): boolean {
  const narrowed = query.filters.length > 0 || query.from !== null || query.to !== null || query.columns !== null;
  const reordered = query.order.startsWith("-") || !isPlaceOrder(definition, query);
  const isShaped = shape.compression !== "zstd" || shape.rowsPerFile !== null || shape.bytesPerFile !== null;
  const isAll = parts.length > 0 && !parts.some(({ isCut }) => isCut);
  return format === "parquet" && isAll && !narrowed && !reordered && !isShaped;
}

async function linkParts(request: Request, { home, work }: JobContext): Promise<ExportFile[]> {
  const files: ExportFile[] = [];
  const { parts } = layoutOf(request.definition, request.parts);
  for (const [at, { partition, sha256, bytes, rows }] of parts.entries()) {
    // A partition may have several parts, and the first keeps the plain name.
    const earlier = parts.slice(0, at).filter((other) => other.partition === partition).length;
    const name = `${nameStem(request)}${partition === "all" ? "" : `-${partition}`}${earlier === 0 ? "" : `-${earlier + 1}`}.parquet`;
    await linkFile(lakePaths(home).part(sha256), join(work, name));
    files.push({ name, bytes, rows, sha256 });
  }
  return files;
}

/** Texts are written by one statement and then cut and packed; Parquet, which cannot be cut, by a statement for each file. */
async function writeFiles(request: Request, parts: Part[], context: JobContext): Promise<ExportFile[]> {
  const { format } = request;
  const partFiles = parts.map(({ sha256 }) => lakePaths(context.home).part(sha256));
  const threads = Math.max(context.duckdb.threads, threadsMin);
  const db = await openDuckdb({ ...context, duckdb: { ...context.duckdb, threads } });
  try {
    const rowsRead = parts.reduce((rows, part) => rows + part.rows, 0);
    const telling: Telling = (work) => whileTelling(db, rowsRead, context, work);
    const nameOf = (number: number | null) => fileName(request, number);
    if (format === "parquet")
      return await writeParquet(db, request, { parts, partFiles, telling, work: context.work, nameOf });
    const text = await writeText(db, { ...request, format }, { parts, partFiles }, join(context.work, "rows"), telling);
    context.progress(text.rows);
    return await divideText(text, request.shape, context.work, nameOf);
  } finally {
    db.close();
  }
}

const copyOptions = {
  csv: "FORMAT csv, HEADER true, NULLSTR ''",
  // Each row is one text, written as it is: JSON has neither line ends nor this divider in it.
  ndjson: "FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER E'\\x01'",
};

async function writeText(
  db: Duckdb,
  { definition, query, format, shape }: Request & { format: WrittenText["format"] },
  sources: PartSources,
  file: string,
  telling: Telling,
): Promise<WrittenText> {
  const [first] = sources.partFiles;
  const digits = first === undefined ? 0 : (await readPartMeta(db, first)).timestampDigits;
  const select = selectTexts[format](definition, query, sources, digits, shape);
  const copy = `COPY (${select.sql}) TO ${quoteText(file)} (${copyOptions[format]})`;
  const { rowsChanged } = await telling(() => db.connection.run(copy, select.values));
  return { file, format, rows: rowsChanged };
}

const endings = { none: "", gzip: ".gz", zstd: ".zst" } as const;
const numberDigits = 5;

/** `prices-v7.csv.gz`, and with a number where there may be several. */
function fileName(request: Request, number: number | null): string {
  const { format, shape } = request;
  const ending = format === "parquet" ? "" : endings[shape.compression];
  const place = number === null ? "" : `-${String(number).padStart(numberDigits, "0")}`;
  return `${nameStem(request)}${place}.${format}${ending}`;
}

/** DuckDB says what share of its source is read; rows are what a caller can compare with a total. */
async function whileTelling<T>(
  db: Duckdb,
  rowsRead: number,
  { progress }: JobContext,
  work: () => Promise<T>,
): Promise<T> {
  const timer = setInterval(() => {
    const { percentage } = db.connection.progress;
    if (percentage > 0) progress(Math.floor((rowsRead * Math.min(percentage, 100)) / 100));
  }, progressEveryMs);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

/** Names of files are ours: a slug has letters, digits and dashes only. */
function nameStem({ dataset, version }: Request): string {
  if (!/^[a-z0-9][a-z0-9-]{0,99}$/.test(dataset) || !Number.isSafeInteger(version))
    throw new Error("not a dataset's name and version");
  return `${dataset}-v${version}`;
}
