import { join } from "node:path";
import { type Duckdb, quoteName, quoteText } from "./duckdb.ts";
import { measureFile, TooManyFiles } from "./export-files.ts";
import { type PartSources, selectRows } from "./export-select.ts";
import { type Compression, type ExportFile, exportFilesMax, type Part } from "./lake.ts";
import { parquetCopyOptions } from "./parts-meta.ts";
import type { JobRequest } from "./worker-jobs.ts";

type Request = JobRequest<"export">;
/** Tells how far DuckDB is while it works. */
export type Telling = <T>(work: () => Promise<T>) => Promise<T>;

type Sources = PartSources & {
  telling: Telling;
  work: string;
  nameOf(number: number | null): string;
  /** What rows of one file share, and how many each has, where these decide. */
  by?: string | undefined;
  rowsOfFiles?: readonly number[] | undefined;
};

const codecs = { none: "uncompressed", gzip: "gzip", zstd: "zstd" } as const satisfies Record<Compression, string>;

export async function writeParquet(db: Duckdb, request: Request, sources: Sources): Promise<ExportFile[]> {
  const { definition, query, shape } = request;
  const { parts, telling, work, nameOf, rowsOfFiles } = sources;
  const options = parquetCopyOptions(codecs[shape.compression]);
  const select = selectRows(definition, query, sources, sources.by);
  const rowsPerFile = rowsPerFileOf(request, parts);
  const write = async (number: number | null, sql: string, values = select.values) => {
    const name = nameOf(number);
    const file = join(work, name);
    const copy = `COPY (${sql}) TO ${quoteText(file)} (${options})`;
    const { rowsChanged } = await telling(() => db.connection.run(copy, values));
    return measureFile(file, name, rowsChanged);
  };
  if (rowsPerFile === null && rowsOfFiles === undefined) return [await write(null, select.sql)];
  // The rows in their order, once: where each file begins is then a row number, whatever writes it and however often.
  await telling(() => db.connection.run(`CREATE TABLE chosen AS ${select.sql}`, select.values));
  const [count] = await db.rows("SELECT count(*) FROM chosen");
  const rows = Number(count?.[0]);
  const sizes = rowsOfFiles ?? sizesOf(rows, rowsPerFile ?? rows);
  if (sizes.length > exportFilesMax) throw new TooManyFiles();
  const columns = (query.columns ?? definition.columns.map(({ name }) => name)).map(quoteName).join(", ");
  const files: ExportFile[] = [];
  let from = 0;
  // No rows are a file too: it says which columns there would be.
  for (const size of sizes.length === 0 ? [0] : sizes) {
    const range = `rowid >= ${from} AND rowid < ${from + size}`;
    files.push(await write(files.length + 1, `SELECT ${columns} FROM chosen WHERE ${range}`, []));
    from += size;
  }
  return files;
}

/** At most one more than there may be: who gets so many refuses. */
function sizesOf(rows: number, rowsPerFile: number): number[] {
  const count = Math.min(exportFilesMax + 1, Math.ceil(rows / Math.max(1, rowsPerFile)));
  return Array.from({ length: count }, (_, at) => Math.min(rowsPerFile, rows - at * rowsPerFile));
}

/** How many rows so many bytes hold is only known of the parts, which are packed alike: files are about so large, not at most. */
export function rowsPerFileOf(
  { shape: { rowsPerFile, bytesPerFile } }: Pick<Request, "shape">,
  parts: Part[],
): number | null {
  if (bytesPerFile === null) return rowsPerFile;
  const sum = (of: (part: Part) => number) => parts.reduce((total, part) => total + of(part), 0);
  const bytesPerRow =
    sum(({ bytes }) => bytes) /
    Math.max(
      1,
      sum(({ rows }) => rows),
    );
  const rows = Math.max(1, Math.floor(bytesPerFile / Math.max(1, bytesPerRow)));
  return rowsPerFile === null ? rows : Math.min(rows, rowsPerFile);
}
