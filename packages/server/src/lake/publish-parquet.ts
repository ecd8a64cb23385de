import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Column, Definition } from "../datasets/definition.ts";
import { type Duckdb, quoteName, quoteText } from "./duckdb.ts";
import { cutValue } from "./faults.ts";
import type { Fault } from "./lake.ts";
import { wizdataMeta } from "./parts-meta.ts";
import { filePlace, rawName } from "./publish-rows.ts";
import { type Packed, TooLong, Unreadable, unpacked } from "./publish-unpack.ts";
import { parseColumnType } from "./value-text.ts";

/** The whole file in one piece, which is how Parquet is read: its end says where everything is. */
export async function wholeFile(packed: Packed, work: string, bytesMax: number): Promise<string> {
  const [only, ...more] = packed.files;
  if (packed.compression === "none" && only !== undefined && more.length === 0) return only;
  const file = join(work, "rows.parquet");
  await pipeline(unpacked(packed, bytesMax), createWriteStream(file, { flags: "wx" }));
  return file;
}

const integers = /^U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)$/;
const floats = /^(FLOAT|DOUBLE)$/;
const decimals = /^DECIMAL\(/;
const moments = /^TIMESTAMP(_S|_MS|_NS)?$/;
const momentsOfZone = "TIMESTAMP WITH TIME ZONE";
const text = "VARCHAR";

/** Which types a Parquet column may have for a declared one: those whose every value the declared type can mean. */
function takes(column: Column, type: string): boolean {
  switch (parseColumnType(column.type).kind) {
    case "string":
      return type === text;
    case "boolean":
      return type === "BOOLEAN";
    case "integer":
      // Many tools make a whole number a float once its column has empty values.
      return integers.test(type) || floats.test(type);
    case "number":
      return integers.test(type) || floats.test(type) || decimals.test(type);
    case "decimal":
      return integers.test(type) || decimals.test(type) || type === text;
    case "date":
      return type === "DATE" || type === text;
    case "timestamp":
      return moments.test(type) || type === momentsOfZone || type === text;
  }
}

/** The text a value would have in a CSV file, so that from there on all formats are one. */
function textSql(name: string, type: string, zone: "" | "Z"): string {
  const value = quoteName(name);
  if (type === momentsOfZone) return `strftime(CAST(${value} AS TIMESTAMP), '%Y-%m-%dT%H:%M:%S.%fZ')`;
  if (type === "TIMESTAMP_NS") return `strftime(${value}, '%Y-%m-%dT%H:%M:%S.%n') || '${zone}'`;
  if (moments.test(type)) return `strftime(CAST(${value} AS TIMESTAMP), '%Y-%m-%dT%H:%M:%S.%f') || '${zone}'`;
  return `CAST(${value} AS VARCHAR)`;
}

export type ParquetRows = { faults: Fault[] } | { rows: number; sql: string };

/**
 * Compares a file's columns with the declared ones, and gives SQL for its rows as texts.
 *
 * @throws Unreadable where it is no Parquet file, is damaged, or has more than can be meant
 */
export async function readParquet(
  db: Duckdb,
  definition: Definition,
  file: string,
  bytesMax: number,
  others: "refused" | "ignored" = "refused",
): Promise<ParquetRows> {
  const source = `read_parquet(${quoteText(file)})`;
  const types = new Map(
    (await guarded(file, db.rows(`DESCRIBE SELECT * FROM ${source}`))).map(([name, type]) => [
      String(name),
      String(type),
    ]),
  );
  const rows = await boundedRows(db, definition, file, bytesMax);
  const faults = columnFaults(definition, types, others);
  if (faults.length > 0) return { faults };
  if (rows === 0) throw new Unreadable("the file has no rows");
  // What we wrote ourselves is in UTC, though Parquet has no room to say so in this type.
  const zone = (await wizdataMeta(db, file)) === undefined ? "" : "Z";
  const texts = definition.columns.map(
    ({ name }) => `${textSql(name, types.get(name) ?? "", zone)} AS ${rawName(name)}`,
  );
  return { rows, sql: `SELECT file_row_number + 1 AS ${filePlace}, ${texts.join(", ")} FROM ${source}` };
}

/** A few bytes of Parquet can mean any number of rows; in CSV each cell takes a byte, and so much may be. */
async function boundedRows(db: Duckdb, { columns }: Definition, file: string, bytesMax: number): Promise<number> {
  const [counts] = await guarded(
    file,
    db.rows(`SELECT (SELECT sum(num_rows) FROM parquet_file_metadata(${quoteText(file)})),
      (SELECT sum(total_uncompressed_size) FROM parquet_metadata(${quoteText(file)}))`),
  );
  const [rows = 0, bytes = 0] = (counts ?? []).map(Number);
  if (rows * columns.length > bytesMax || bytes > bytesMax) throw new TooLong(bytesMax);
  return rows;
}

function columnFaults(
  { columns }: Definition,
  types: ReadonlyMap<string, string>,
  others: "refused" | "ignored",
): Fault[] {
  const declared = new Set(columns.map(({ name }) => name));
  const fault = (column: string, reason: string): Fault => ({ line: 1, column: cutValue(column), value: null, reason });
  return [
    ...columns.flatMap((column) => {
      const type = types.get(column.name);
      if (type === undefined) return [fault(column.name, `the file has no column ${column.name}`)];
      return takes(column, type)
        ? []
        : [fault(column.name, `has the Parquet type ${type}, which is no ${column.type}`)];
    }),
    ...[...types.keys()]
      .filter((name) => others === "refused" && !declared.has(name))
      .map((name) => fault(name, "the file has a column that the dataset does not have")),
  ];
}

/** What DuckDB says of a file it cannot read, without where it lies. */
export async function guarded<T>(file: string, reading: Promise<T>): Promise<T> {
  return await reading.catch((error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    if (/max_temp_directory_size|offload/.test(message))
      throw new Unreadable("the file needs more room than there may be when unpacked", { cause: error });
    const [reason = ""] = message.replaceAll(`'${file}'`, "").replaceAll(file, "").split("\n");
    throw new Unreadable(`the Parquet file cannot be read: ${reason.slice(0, 200).trim()}`, { cause: error });
  });
}
