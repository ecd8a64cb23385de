import { join } from "node:path";
import { type Duckdb, openDuckdb, quoteText } from "./duckdb.ts";
import { linkFile, measureFile, placeFiles, proveParts } from "./export-files.ts";
import { selectRows, selectTexts } from "./export-select.ts";
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
  const written = isWhole(request)
    ? linkParts(request, context)
    : writeFile(request, parts, context).then((file) => [file]);
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
function isWhole({ format, definition, parts, query }: Request): boolean {
  const narrowed = query.filters.length > 0 || query.from !== null || query.to !== null || query.columns !== null;
  const reordered = query.order.startsWith("-") || !isPlaceOrder(definition, query);
  return format === "parquet" && parts.length > 0 && !narrowed && !reordered;
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

async function writeFile(request: Request, parts: Part[], context: JobContext): Promise<ExportFile> {
  const { definition, query, format } = request;
  const partFiles = parts.map(({ sha256 }) => lakePaths(context.home).part(sha256));
  const name = `${nameStem(request)}.${format}`;
  const file = join(context.work, name);
  const threads = Math.max(context.duckdb.threads, threadsMin);
  const db = await openDuckdb({ ...context, duckdb: { ...context.duckdb, threads } });
  try {
    const [first] = partFiles;
    const digits = first === undefined ? 0 : (await readPartMeta(db, first)).timestampDigits;
    const select =
      format === "csv" ? selectTexts(definition, query, partFiles, digits) : selectRows(definition, query, partFiles);
    const options = format === "csv" ? "FORMAT csv, HEADER true, NULLSTR ''" : "FORMAT parquet, COMPRESSION zstd";
    const copy = `COPY (${select.sql}) TO ${quoteText(file)} (${options})`;
    const rowsRead = parts.reduce((rows, part) => rows + part.rows, 0);
    const { rowsChanged } = await whileTelling(db, rowsRead, context, () => db.connection.run(copy, select.values));
    context.progress(rowsChanged);
    return await measureFile(file, name, rowsChanged);
  } finally {
    db.close();
  }
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
