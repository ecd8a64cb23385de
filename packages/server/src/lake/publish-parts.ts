import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Definition } from "../datasets/definition.ts";
import { type Duckdb, quoteName, quoteText } from "./duckdb.ts";
import type { Part } from "./lake.ts";
import { hashFile, syncFile } from "./parts-files.ts";
import { type PartMeta, partCopyOptions } from "./parts-meta.ts";
import { filePlace } from "./publish-rows.ts";
import { Unreadable } from "./publish-unpack.ts";
import { parseColumnType, type TimestampDigits, valueTextSql } from "./value-text.ts";

export const partitionsMax = 2_000;

/** One partition of the version: the rows between two times, both inclusive, as SQL. */
type Partition = Pick<Part, "partition" | "rows" | "timeMin" | "timeMax"> & { where: string };

/** A part that is written and has not its final name yet. */
export type NewPart = { part: Part; file: string };

export class TooManyPartitions extends Error {
  override readonly name = "TooManyPartitions";
  constructor(partition: string) {
    super(`the rows fall into more than ${partitionsMax} parts by ${partition}: divide the dataset by a longer time`);
  }
}

function typeOf(definition: Definition, name: string) {
  const column = definition.columns.find((candidate) => candidate.name === name);
  if (!column) throw new Error(`${name} is no column of the dataset`);
  return parseColumnType(column.type);
}

/** A version has a row at least. */
export function refuseNoRows(hasNone: boolean): void {
  if (hasNone) throw new Unreadable("these are the keys of all rows, and a version has a row at least");
}

/** A part's name is the beginning of its times' text. */
export const nameChars = { year: 4, month: 7, day: 10 } as const;

/** Divides the rows by time. The bounds of one partition never meet those of the next. */
export async function findPartitions(
  db: Duckdb,
  definition: Definition,
  digits: TimestampDigits,
): Promise<Partition[]> {
  const { time, partition } = definition;
  if (time === null) {
    const [count] = await db.rows("SELECT count(*) FROM rows");
    return [{ partition: "all", rows: Number(count?.[0]), where: "true", timeMin: null, timeMax: null }];
  }
  const type = typeOf(definition, time);
  const column = quoteName(time);
  const bounds = [`min(${column})`, `max(${column})`].flatMap((bound) => [
    `CAST(${bound} AS VARCHAR)`,
    valueTextSql(type, bound, digits),
  ]);
  const group = type.kind === "integer" ? column : `date_trunc(${quoteText(partition)}, ${column})`;
  const found = await db.rows(`SELECT count(*), ${bounds.join(", ")} FROM rows
    ${partition === "none" ? "" : `GROUP BY ${group}`} ORDER BY min(${column}) LIMIT ${partitionsMax + 1}`);
  if (found.length > partitionsMax) {
    throw new TooManyPartitions(partition);
  }
  const nameOf = (first: string) => {
    if (partition === "none") return "all";
    return type.kind === "integer" ? first : first.slice(0, nameChars[partition]);
  };
  return found.map(([rows, from, timeMin, to, timeMax]) => ({
    partition: nameOf(String(timeMin)),
    rows: Number(rows),
    where: `${column} BETWEEN ${quoteText(String(from))} AND ${quoteText(String(to))}`,
    timeMin: String(timeMin),
    timeMax: String(timeMax),
  }));
}

/** Rows in the order that makes equal rows equal bytes: time, then key; where there is no key, the place in the file. */
function orderSql({ time, key }: Definition, places: string): string {
  const names = time === null ? key : [time, ...key.filter((name) => name !== time)];
  const columns = names.map((name) => `${quoteName(name)} ASC NULLS LAST`);
  return [...columns, ...(key.length === 0 ? [places] : [])].join(", ");
}

/** A column as a part stores it. */
export function columnSql({ name, type }: PartMeta["columns"][number], digits: TimestampDigits): string {
  const column = quoteName(name);
  return type === "timestamp" && digits < 6 ? `CAST(${column} AS TIMESTAMP_MS) AS ${column}` : column;
}

/** Writes one partition of the file's rows as a Parquet file in the work folder. */
export async function writePart(
  db: Duckdb,
  job: { definition: Definition; meta: PartMeta; partition: Partition; work: string },
): Promise<NewPart> {
  const { where, ...bounds } = job.partition;
  const file = join(job.work, `${bounds.partition}.parquet`);
  const written = await writeRows(db, { ...job, file, from: `rows WHERE ${where}`, places: filePlace });
  return { part: { ...bounds, ...written }, file };
}

/** Writes rows as the Parquet file of a part, in their order; `places` orders those that only their place tells apart. */
export async function writeRows(
  db: Duckdb,
  job: { definition: Definition; meta: PartMeta; from: string; places: string; file: string },
): Promise<{ sha256: string; bytes: number }> {
  const { definition, meta, from, places, file } = job;
  const columns = meta.columns.map((column) => columnSql(column, meta.timestampDigits));
  await db.connection.run(`COPY (SELECT ${columns.join(", ")} FROM ${from}
    ORDER BY ${orderSql(definition, places)}) TO ${quoteText(file)} (${partCopyOptions(meta)})`);
  await syncFile(file);
  const [sha256, { size }] = await Promise.all([hashFile(file), stat(file)]);
  return { sha256, bytes: size };
}
