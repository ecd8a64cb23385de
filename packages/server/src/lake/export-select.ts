import type { DuckDBValue } from "@duckdb/node-api";
import type { Definition } from "../datasets/definition.ts";
import { quoteName, quoteText } from "./duckdb.ts";
import type { Filter, Query } from "./lake.ts";
import { isPlaceOrder } from "./page-plan.ts";
import { type ColumnType, parseColumnType, type TimestampDigits, valueTextSql } from "./value-text.ts";

/** SQL with the values it is run with: names come from the definition only, what a caller wrote is bound. */
export type Select = { sql: string; values: DuckDBValue[] };

/** The rows a query asks for out of some parts of a version, in its order. */
export function selectRows(definition: Definition, query: Query, partFiles: string[]): Select {
  const columns = query.columns ?? definition.columns.map(({ name }) => name);
  const { sql: where, values } = conditions(definition, query);
  const select = `SELECT ${columns.map(quoteName).join(", ")} FROM ${source(definition, partFiles)}`;
  return { sql: [select, where, orderSql(definition, query)].filter((clause) => clause !== "").join(" "), values };
}

/** The same rows with each value as its one text. They are put in order before: texts sort otherwise, and take more room. */
export function selectTexts(
  definition: Definition,
  query: Query,
  partFiles: string[],
  digits: TimestampDigits,
): Select {
  const { sql, values } = selectRows(definition, query, partFiles);
  const columns = query.columns ?? definition.columns.map(({ name }) => name);
  const texts = columns.map(
    (name) => `${valueTextSql(typeOf(definition, name), quoteName(name), digits)} AS ${quoteName(name)}`,
  );
  return { sql: `SELECT ${texts.join(", ")} FROM (${sql})`, values };
}

function typeOf({ columns }: Definition, name: string): ColumnType {
  const column = columns.find((candidate) => candidate.name === name);
  if (!column) throw new Error(`${name} is no column of the dataset`);
  return parseColumnType(column.type);
}

/** A version without parts has no file to say which columns there are. */
function source({ columns }: Definition, partFiles: string[]): string {
  if (partFiles.length > 0) return `read_parquet([${partFiles.map(quoteText).join(", ")}])`;
  const empty = columns.map(
    ({ name, type }) => `CAST(NULL AS ${sqlType(parseColumnType(type))}) AS ${quoteName(name)}`,
  );
  return `(SELECT ${empty.join(", ")}, 0 AS file_index, 0 AS file_row_number WHERE false)`;
}

const sqlTypes = {
  string: "VARCHAR",
  integer: "BIGINT",
  number: "DOUBLE",
  boolean: "BOOLEAN",
  date: "DATE",
  timestamp: "TIMESTAMP",
} as const;

function sqlType(type: ColumnType): string {
  return type.kind === "decimal" ? `DECIMAL(${type.precision},${type.scale})` : sqlTypes[type.kind];
}

function conditions(definition: Definition, { filters, from, to }: Query): Select {
  const { time } = definition;
  const range: Filter[] = [];
  if (time !== null && from !== null) range.push({ column: time, operator: "gte", values: [from] });
  if (time !== null && to !== null) range.push({ column: time, operator: "lt", values: [to] });
  const all = [...filters, ...range];
  if (all.length === 0) return { sql: "", values: [] };
  return {
    sql: `WHERE ${all.map((filter) => condition(definition, filter)).join(" AND ")}`,
    values: all.flatMap(({ operator, values }) => (operator === "null" ? [] : values)),
  };
}

const comparisons = { gt: ">", gte: ">=", lt: "<", lte: "<=" } as const;

function condition(definition: Definition, { column, operator, values }: Filter): string {
  const name = quoteName(column);
  if (operator === "null") return `${name} IS ${values[0] === "true" ? "" : "NOT "}NULL`;
  const value = `CAST(? AS ${sqlType(typeOf(definition, column))})`;
  if (operator === "eq" || operator === "ne")
    return `${name} ${operator === "eq" ? "" : "NOT "}IN (${values.map(() => value).join(", ")})`;
  return `${name} ${comparisons[operator]} ${value}`;
}

/** Parts are read as their rows lie, so their own order costs nothing and only another one is sorted. */
function orderSql(definition: Definition, query: Query): string {
  const descending = query.order.startsWith("-");
  if (!isPlaceOrder(definition, query)) {
    return `ORDER BY ${definition.key.map((name) => `${quoteName(name)}${descending ? " DESC" : ""}`).join(", ")}`;
  }
  return descending ? "ORDER BY file_index DESC, file_row_number DESC" : "";
}
