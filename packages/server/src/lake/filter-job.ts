import { stat } from "node:fs/promises";
import { join } from "node:path";
import { type Duckdb, openDuckdb, quoteName, quoteText } from "./duckdb.ts";
import { buildIndex } from "./index-file.ts";
import type { Part, PartFilter } from "./lake.ts";
import { fileBytes, hashFile, keepFiles, syncFile } from "./parts-files.ts";
import { type PartMeta, partCopyOptions, readPartMeta } from "./parts-meta.ts";
import { lakePaths } from "./parts-paths.ts";
import { columnSql } from "./publish-parts.ts";
import { conditionsOf, type Select, typeOf } from "./query-conditions.ts";
import { valueTextSql } from "./value-text.ts";
import type { JobHandler } from "./worker-jobs.ts";

/** Writes what a filter leaves of a part, as a part: the same form and order, another hash, an index of its own. */
export const run: JobHandler<"filter"> = async ({ part, filter }, context) => {
  const paths = lakePaths(context.home);
  const source = paths.part(part.sha256);
  // What is damaged must not get a new name that says it is whole.
  if ((await hashFile(source)) !== part.sha256)
    throw new Error(`part ${part.sha256} is damaged: its bytes have another hash`);
  // One thread writes rows as they lie, so that the same filter makes the same bytes.
  const db = await openDuckdb({ ...context, duckdb: { ...context.duckdb, threads: 1 } });
  try {
    const whole = await readPartMeta(db, source);
    const meta = { ...whole, columns: columnsLeft(whole, filter) };
    const file = join(context.work, "filtered.parquet");
    await writeLeft(db, source, file, meta, selectLeft(whole, filter));
    await syncFile(file);
    const [sha256, { size }, found] = await Promise.all([hashFile(file), stat(file), measure(db, file, meta)]);
    const files = [{ from: file, to: paths.part(sha256) }];
    if ((await fileBytes(paths.index(sha256))) === undefined) {
      const index = join(context.work, "filtered.sqlite");
      await buildIndex(db, file, index, context.progress);
      files.push({ from: index, to: paths.index(sha256) });
    }
    await keepFiles(files);
    return { part: { sha256, partition: part.partition, bytes: size, ...found } };
  } finally {
    db.close();
  }
};

function columnsLeft({ columns }: PartMeta, filter: PartFilter): PartMeta["columns"] {
  if (filter.columns === null) return columns;
  return filter.columns.map((name) => {
    const column = columns.find((candidate) => candidate.name === name);
    if (!column) throw new Error(`the part has no column ${name}`);
    return column;
  });
}

async function writeLeft(db: Duckdb, source: string, file: string, meta: PartMeta, where: Select): Promise<void> {
  const columns = meta.columns.map((column) => columnSql(column, meta.timestampDigits)).join(", ");
  const clause = where.sql === "" ? "" : `WHERE ${where.sql}`;
  await db.connection.run(
    `COPY (SELECT ${columns} FROM read_parquet(${quoteText(source)}) ${clause}) TO ${quoteText(file)} (${partCopyOptions(meta)})`,
    where.values,
  );
}

/** What a row has to meet to be left. */
function selectLeft(meta: PartMeta, { rows, from, to, intervalSeconds, firstRows }: PartFilter): Select {
  const { sql, values } = conditionsOf(meta, { filters: rows, from, to });
  const conditions = sql === "" ? [] : [sql];
  if (firstRows !== undefined) conditions.push(`file_row_number < ${Math.trunc(firstRows)}`);
  const isOnGrid = meta.time !== null && intervalSeconds !== null;
  if (isOnGrid) conditions.push(`epoch_us(${quoteName(meta.time ?? "")}) % (CAST(? AS BIGINT) * 1000000) = 0`);
  return { sql: conditions.join(" AND "), values: isOnGrid ? [...values, String(intervalSeconds)] : values };
}

async function measure(db: Duckdb, file: string, meta: PartMeta): Promise<Pick<Part, "rows" | "timeMin" | "timeMax">> {
  const { time, timestampDigits } = meta;
  const text = (bound: string) =>
    time === null ? "NULL" : valueTextSql(typeOf(meta, time), `${bound}(${quoteName(time)})`, timestampDigits);
  const [row] = await db.rows(`SELECT count(*), ${text("min")}, ${text("max")} FROM read_parquet(${quoteText(file)})`);
  const [rows, timeMin, timeMax] = row ?? [];
  const orNull = (value: unknown) => (value === null || value === undefined ? null : String(value));
  return { rows: Number(rows), timeMin: orNull(timeMin), timeMax: orNull(timeMax) };
}
