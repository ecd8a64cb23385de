import { quoteName, quoteText } from "../lake/duckdb.ts";
import { parseColumnType, type TimestampDigits, valueJsonSql } from "../lake/value-text.ts";
import type { SqlColumn } from "./messages.ts";
import { RefusedStatement } from "./statement.ts";

const integers = /^U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)$/;
const columnsMax = 1_000;

type ResultColumn = SqlColumn & {
  /** What of it is made into the value's text, from the column as it comes. */
  sql(column: string): string;
  /** When a value has no text that everybody reads alike; null where each has one. */
  flaw: ((column: string) => string) | null;
};

/** A column of a result in WizData's own types, from DuckDB's name and type of it. */
function resultColumn(name: string, type: string): ResultColumn {
  const asItIs = (column: string) => column;
  if (integers.test(type))
    return {
      name,
      type: "integer",
      sql: asItIs,
      flaw: (column) => `${column} NOT BETWEEN -9007199254740991 AND 9007199254740991`,
    };
  if (type === "DOUBLE" || type === "FLOAT")
    return {
      name,
      type: "number",
      sql: (column) => `CAST(${column} AS DOUBLE)`,
      flaw: (column) => `NOT isfinite(${column})`,
    };
  const decimal = /^DECIMAL\((\d+),\s*(\d+)\)$/.exec(type);
  if (decimal) return { name, type: `decimal(${decimal[1]},${decimal[2]})`, sql: asItIs, flaw: null };
  if (type === "BOOLEAN") return { name, type: "boolean", sql: asItIs, flaw: null };
  if (type === "DATE") return { name, type: "date", sql: asItIs, flaw: (column) => `NOT isfinite(${column})` };
  if (type.startsWith("TIMESTAMP"))
    return {
      name,
      type: "timestamp",
      sql: (column) => `CAST(${column} AS TIMESTAMP)`,
      flaw: (column) => `NOT isfinite(${column})`,
    };
  if (type === "VARCHAR" || type === "UUID" || type === "INTERVAL" || type.startsWith("TIME") || type === '"NULL"')
    return { name, type: "string", sql: (column) => `CAST(${column} AS VARCHAR)`, flaw: null };
  throw new RefusedStatement(
    `The column ${name} is a ${type}, which has no one text. Unnest it, take a part of it, or CAST it to VARCHAR.`,
  );
}

export type ResultRows = { columns: SqlColumn[]; sql: string };

/**
 * A statement that gives each row of a view, whose columns are c1, c2 …, as its JSON under the names of `members`, and the number
 * of its first column with a value that cannot be told, or 0.
 */
export function selectResult(
  found: readonly { name: string; type: string }[],
  view: string,
  digits: TimestampDigits,
  members: readonly string[],
): ResultRows {
  const columns = found.map(({ name, type }) => resultColumn(name, type));
  const texts = columns.map(({ type, sql }, at) => {
    const name = `${at === 0 ? "{" : ","}${JSON.stringify(members[at])}:`;
    return `${quoteText(name)}, ${jsonOf(type, sql(`c${at + 1}`), digits)}`;
  });
  const flaws = columns.flatMap(({ flaw }, at) => (flaw ? [`WHEN ${flaw(`c${at + 1}`)} THEN ${at + 1}`] : []));
  const flaw = flaws.length === 0 ? "0" : `CASE ${flaws.join(" ")} ELSE 0 END`;
  return {
    columns: columns.map(({ name, type }) => ({ name, type })),
    sql: `SELECT concat(${[...texts, "'}'"].join(", ")}), ${flaw} FROM ${quoteName(view)}`,
  };
}

/** A time has the digits of the datasets it is from, and all of them where it was computed finer than that. */
function jsonOf(type: string, sql: string, digits: TimestampDigits): string {
  const read = parseColumnType(type);
  const text = valueJsonSql(read, sql, digits);
  if (read.kind !== "timestamp" || digits === 6) return text;
  return `CASE WHEN epoch_us(${sql}) % ${10 ** (6 - digits)} = 0 OR ${sql} IS NULL THEN ${text} ELSE ${valueJsonSql(read, sql, 6)} END`;
}

/** Names that can stand side by side in one row. */
export function checkNames(names: readonly string[]): void {
  if (names.length > columnsMax) throw new RefusedStatement(`It has more than ${columnsMax} columns.`);
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice !== undefined)
    throw new RefusedStatement(`Two columns are called ${twice}. Give one of them another name with AS.`);
}
