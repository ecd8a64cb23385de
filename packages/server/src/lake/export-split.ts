import { createHash } from "node:crypto";
import type { Definition } from "../datasets/definition.ts";
import { type Duckdb, quoteName } from "./duckdb.ts";
import { TooManyFiles } from "./export-files.ts";
import { type PartSources, rowsSource } from "./export-select.ts";
import { exportFilesMax, type FileSplit, type Query } from "./lake.ts";
import { typeOf } from "./query-conditions.ts";
import { type TimestampDigits, valueTextSql } from "./value-text.ts";

/** The rows that belong into one file, by the text of the value they share. */
export type Group = { value: string; rows: number };

const periods = { year: "%Y", month: "%Y-%m", day: "%Y-%m-%d" };

/** What rows of one file have in common, as SQL. */
export function splitSql({ column, period }: FileSplit): string {
  const name = quoteName(column);
  return period === null ? name : `strftime(${name}, '${periods[period]}')`;
}

/** The values, in the order of their files, with the rows of each. @throws TooManyFiles */
export async function groupsOf(
  db: Duckdb,
  definition: Definition,
  query: Query,
  sources: PartSources,
  split: FileSplit,
  digits: TimestampDigits,
): Promise<Group[]> {
  const { sql, values } = rowsSource(definition, query, sources);
  const by = splitSql(split);
  const text = split.period === null ? valueTextSql(typeOf(definition, split.column), "value", digits) : "value";
  const found = await db.rows(
    `SELECT ${text}, rows FROM (SELECT ${by} AS value, count(*) AS rows ${sql} GROUP BY ${by})
      ORDER BY value ${query.order.startsWith("-") ? "DESC" : ""} LIMIT ${exportFilesMax + 1}`,
    values,
  );
  if (found.length > exportFilesMax) throw new TooManyFiles();
  return found.map(([value, rows]) => ({ value: String(value), rows: Number(rows) }));
}

const labelCharsMax = 100;
const hashChars = 8;

/**
 * Values as parts of file names: letters, digits, dots and dashes stay, every other byte is `_` and its two hexadecimal digits, a
 * long one ends with a piece of its hash. No two are alike on a disk that tells capitals from small letters, or on one that does not.
 */
export function fileLabels(values: readonly string[]): string[] {
  const taken = new Set<string>();
  return values.map((value) => {
    const label = labelOf(value);
    let free = label;
    for (let again = 2; taken.has(free.toLowerCase()); again++) free = `${label}_${again}`;
    taken.add(free.toLowerCase());
    return free;
  });
}

function labelOf(value: string): string {
  const safe = [...Buffer.from(value)]
    .map((byte) => {
      const char = String.fromCharCode(byte);
      return /[A-Za-z0-9.-]/.test(char) ? char : `_${byte.toString(16).padStart(2, "0")}`;
    })
    .join("");
  if (safe.length <= labelCharsMax) return safe;
  return `${safe.slice(0, labelCharsMax)}_${createHash("sha256").update(value).digest("hex").slice(0, hashChars)}`;
}
