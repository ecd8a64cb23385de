import { gzipSync, zstdCompressSync } from "node:zlib";
import { type Duckdb, openDuckdb } from "./duckdb.ts";
import { estimateFiles } from "./estimate-files.ts";
import { packedAtMost, textBytes } from "./estimate-text.ts";
import { isWhole, touchedParts } from "./export-plan.ts";
import { rowsSource, selectTexts } from "./export-select.ts";
import { groupsOf } from "./export-split.ts";
import type { Estimated, Figure, Part } from "./lake.ts";
import { readPartMeta } from "./parts-meta.ts";
import { lakePaths } from "./parts-paths.ts";
import type { JobHandler, JobRequest } from "./worker-jobs.ts";

type Request = JobRequest<"estimate">;
type Measured = { db: Duckdb; parts: Part[]; fileOf(part: Part): string; digits: 0 | 3 | 6; endMs: number };

const sampleRowsMax = 5_000;
const footerBytes = 2_048;
const batchRowsMin = 250_000;

export const run: JobHandler<"estimate"> = async (request, context) => {
  const endMs = performance.now() + request.patienceMs;
  const parts = touchedParts(request);
  const fileOf = ({ sha256 }: Part) => lakePaths(context.home).part(sha256);
  const db = await openDuckdb(context);
  try {
    const [first] = parts;
    const digits = first ? (await readPartMeta(db, fileOf(first))).timestampDigits : 0;
    return await estimate(request, { db, parts, fileOf, digits, endMs });
  } finally {
    db.close();
  }
};

async function estimate(request: Request, measured: Measured): Promise<Estimated> {
  const { definition, query, shape, format } = request;
  const { db, parts, fileOf, digits } = measured;
  if (isWhole(request)) return wholeOf(parts);
  const sources = { parts, partFiles: parts.map(fileOf) };
  const groups = shape.split ? await groupsOf(db, definition, query, sources, shape.split, digits) : undefined;
  const rows = await countRows(db, request, parts, fileOf);
  const body =
    format === "parquet" ? await parquetBytes(rows, request, measured) : await bodyBytes(rows, request, measured);
  const head = format === "csv" ? headBytes(request) : 0;
  const files = estimateFiles({ rows, body, head, groups: groups?.length, request, parts });
  const plain = withHeads(body, files, head);
  const isPacked = format !== "parquet" && shape.compression !== "none";
  return { rows, files, bytes: isPacked ? await packedBytes(plain, files, request, measured) : plain };
}

function wholeOf(parts: Part[]): Estimated {
  const sum = (of: (part: Part) => number) => parts.reduce((total, part) => total + of(part), 0);
  return { rows: sum(({ rows }) => rows), bytes: exactly(sum(({ bytes }) => bytes)), files: exactly(parts.length) };
}

const exactly = (value: number): Figure => ({ value, exact: true, atMost: value });

async function countRows(db: Duckdb, { definition, query }: Request, parts: Part[], fileOf: (part: Part) => string) {
  const { sql, values } = rowsSource(definition, query, { parts, partFiles: parts.map(fileOf) });
  const [found] = await db.rows(`SELECT count(*) ${sql}`, values);
  return Number(found?.[0] ?? 0);
}

/** Of text every byte is counted, part by part, as long as there is patience; then what is left has as many a row as what was. */
async function bodyBytes(
  rows: number,
  request: Request,
  { db, parts, fileOf, digits, endMs }: Measured,
): Promise<Figure> {
  const { definition, format, shape } = request;
  if (format === "parquet") throw new Error("Parquet is no text");
  // Any order has the same bytes, and the parts' own costs nothing.
  const query = { ...request.query, order: definition.time === null ? ("key" as const) : ("time" as const) };
  let counted = 0;
  let bytes = 0;
  for (const some of batchesOf(parts)) {
    if (performance.now() > endMs && counted > 0)
      return { value: Math.round((bytes / counted) * rows), exact: false, atMost: null };
    const sources = { parts: some, partFiles: some.map(fileOf) };
    const { sql, values } = selectTexts[format](definition, query, sources, digits, shape);
    const columns = query.columns ?? definition.columns.map(({ name }) => name);
    const [found] = await db.rows(
      `SELECT count(*), ${textBytes(format, definition, columns)} FROM (${sql}) AS texts`,
      values,
    );
    counted += Number(found?.[0] ?? 0);
    bytes += Number(found?.[1] ?? 0);
  }
  return exactly(bytes);
}

/** Small parts are read together: each statement takes some milliseconds before its first row. */
function batchesOf(parts: Part[]): Part[][] {
  const batches: Part[][] = [];
  let rows = batchRowsMin;
  for (const part of parts) {
    if (rows >= batchRowsMin) {
      batches.push([]);
      rows = 0;
    }
    batches.at(-1)?.push(part);
    rows += part.rows;
  }
  return batches;
}

const headBytes = ({ definition, query }: Request) =>
  Buffer.byteLength(`${(query.columns ?? definition.columns.map(({ name }) => name)).join(",")}\n`);

/** Each file of CSV begins with the names of its columns. */
function withHeads({ value, exact, atMost }: Figure, files: Figure, head: number): Figure {
  return {
    value: value + head * files.value,
    exact: exact && (head === 0 || files.exact),
    atMost: atMost === null || files.atMost === null ? null : atMost + head * files.atMost,
  };
}

/** By how the first rows can be packed. Never more than the packer adds to what cannot be packed at all. */
async function packedBytes(plain: Figure, files: Figure, request: Request, measured: Measured): Promise<Figure> {
  const { definition, query, format, shape } = request;
  const { db, parts, fileOf, digits } = measured;
  if (format === "parquet" || shape.compression === "none") return plain;
  const sources = { parts, partFiles: parts.map(fileOf) };
  const { sql, values } = selectTexts.ndjson(definition, query, sources, digits, shape);
  const found = await db.rows(`SELECT * FROM (${sql}) LIMIT ${sampleRowsMax}`, values);
  const sample = Buffer.from(found.map(([row]) => String(row)).join("\n"));
  const packed = shape.compression === "gzip" ? gzipSync(sample) : zstdCompressSync(sample);
  const ratio = sample.length === 0 ? 1 : packed.length / sample.length;
  const { value, atMost } = plain;
  const bound = atMost === null ? null : packedAtMost(shape.compression, atMost, files.atMost ?? 1);
  return { value: Math.min(Math.ceil(value * ratio), bound ?? Number.POSITIVE_INFINITY), exact: false, atMost: bound };
}

/** As many a row as the same columns have in the parts. What packs them again may do better or worse, so nothing bounds it. */
async function parquetBytes(
  rows: number,
  { definition, query, shape }: Request,
  { db, parts, fileOf }: Measured,
): Promise<Figure> {
  const files = parts.map((part) => `'${fileOf(part).replaceAll("'", "''")}'`).join(", ");
  if (parts.length === 0) return { value: footerBytes, exact: false, atMost: null };
  const size = shape.compression === "none" ? "total_uncompressed_size" : "total_compressed_size";
  const wanted = new Set(query.columns ?? definition.columns.map(({ name }) => name));
  const found = await db.rows(
    `SELECT path_in_schema, sum(${size}), sum(num_values) FROM parquet_metadata([${files}]) GROUP BY 1`,
  );
  const perRow = found
    .filter(([column]) => wanted.has(String(column)))
    .reduce((sum, [, bytes, values]) => sum + Number(bytes) / Math.max(1, Number(values)), 0);
  return { value: Math.ceil(perRow * rows) + footerBytes, exact: false, atMost: null };
}
