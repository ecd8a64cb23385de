import { join } from "node:path";
import { type Duckdb, openDuckdb, quoteText } from "./duckdb.ts";
import { linkFile, placeFiles, proveParts } from "./export-files.ts";
import { type Telling, writeParquet } from "./export-parquet.ts";
import { isWhole, nameStem, touchedParts, wholeFiles } from "./export-plan.ts";
import { type PartSources, selectTexts } from "./export-select.ts";
import { fileLabels, type Group, groupsOf, splitSql } from "./export-split.ts";
import { divideText, type WrittenText } from "./export-text.ts";
import type { ExportFile, Part } from "./lake.ts";
import { readPartMeta } from "./parts-meta.ts";
import { lakePaths } from "./parts-paths.ts";
import type { TimestampDigits } from "./value-text.ts";
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

async function linkParts(request: Request, { home, work }: JobContext): Promise<ExportFile[]> {
  const files = wholeFiles(request);
  for (const { name, sha256 } of files) await linkFile(lakePaths(home).part(sha256), join(work, name));
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
    const digits = await digitsOf(db, partFiles);
    const groups = await splitOf(db, request, { parts, partFiles }, digits);
    const labels = groups && fileLabels(groups.map(({ value }) => value));
    const nameOf = (number: number | null) => fileName(request, labels ? labels[(number ?? 1) - 1] : placeOf(number));
    const rowsOfFiles = groups?.map(({ rows }) => rows);
    const by = request.shape.split ? splitSql(request.shape.split) : undefined;
    const sources = { parts, partFiles, telling, work: context.work, nameOf, by, rowsOfFiles };
    const named = (files: ExportFile[]) =>
      groups ? files.map((file, at) => ({ ...file, value: groups[at]?.value })) : files;
    if (format === "parquet") return named(await writeParquet(db, request, sources));
    const rows = join(context.work, "rows");
    const text = await writeText(db, { ...request, format }, { ...sources, digits }, rows, telling);
    context.progress(text.rows);
    return named(await divideText(text, request.shape, context.work, nameOf, rowsOfFiles));
  } finally {
    db.close();
  }
}

async function digitsOf(db: Duckdb, [first]: string[]): Promise<TimestampDigits> {
  return first === undefined ? 0 : (await readPartMeta(db, first)).timestampDigits;
}

async function splitOf(
  db: Duckdb,
  { definition, query, shape }: Request,
  sources: PartSources,
  digits: TimestampDigits,
): Promise<Group[] | undefined> {
  return shape.split ? groupsOf(db, definition, query, sources, shape.split, digits) : undefined;
}

const copyOptions = {
  csv: "FORMAT csv, HEADER true, NULLSTR ''",
  // Each row is one text, written as it is: JSON has neither line ends nor this divider in it.
  ndjson: "FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER E'\\x01'",
};

async function writeText(
  db: Duckdb,
  { definition, query, format, shape }: Request & { format: WrittenText["format"] },
  { by, digits, ...sources }: PartSources & { by: string | undefined; digits: TimestampDigits },
  file: string,
  telling: Telling,
): Promise<WrittenText> {
  const select = selectTexts[format](definition, query, sources, digits, { ...shape, by });
  const copy = `COPY (${select.sql}) TO ${quoteText(file)} (${copyOptions[format]})`;
  const { rowsChanged } = await telling(() => db.connection.run(copy, select.values));
  return { file, format, rows: rowsChanged };
}

const endings = { none: "", gzip: ".gz", zstd: ".zst" } as const;
const numberDigits = 5;

const placeOf = (number: number | null) => (number === null ? undefined : String(number).padStart(numberDigits, "0"));

/** `prices-v7.csv.gz`, and with a number, or what its rows share, where there may be several. */
function fileName(request: Request, place: string | undefined): string {
  const { format, shape } = request;
  const ending = format === "parquet" ? "" : endings[shape.compression];
  return `${nameStem(request)}${place === undefined ? "" : `-${place}`}.${format}${ending}`;
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
