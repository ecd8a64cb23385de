import type { DuckDBValue } from "@duckdb/node-api";
import type { Definition } from "../datasets/definition.ts";
import { quoteName } from "./duckdb.ts";
import type { Filter, Query } from "./lake.ts";
import { type ColumnType, parseColumnType } from "./value-text.ts";

/** SQL with the values it is run with: names come from the definition only, what a caller wrote is bound. */
export type Select = { sql: string; values: DuckDBValue[] };

/** As far as a part knows its definition too. */
type Columns = { columns: readonly { name: string; type: string }[] };

export function typeOf({ columns }: Columns, name: string): ColumnType {
  const column = columns.find((candidate) => candidate.name === name);
  if (!column) throw new Error(`${name} is no column of the dataset`);
  return parseColumnType(column.type);
}

const sqlTypes = {
  string: "VARCHAR",
  integer: "BIGINT",
  number: "DOUBLE",
  boolean: "BOOLEAN",
  date: "DATE",
  timestamp: "TIMESTAMP",
} as const;

export function sqlType(type: ColumnType): string {
  return type.kind === "decimal" ? `DECIMAL(${type.precision},${type.scale})` : sqlTypes[type.kind];
}

/** What a row has to meet; empty where any row does. */
export function conditionsOf(
  definition: Columns & Pick<Definition, "time">,
  { filters, from, to }: Pick<Query, "filters" | "from" | "to">,
): Select {
  const { time } = definition;
  const range: Filter[] = [];
  if (time !== null && from !== null) range.push({ column: time, operator: "gte", values: [from] });
  if (time !== null && to !== null) range.push({ column: time, operator: "lt", values: [to] });
  const all = [...filters, ...range];
  return {
    sql: all.map((filter) => condition(definition, filter)).join(" AND "),
    values: all.flatMap(({ operator, values }) => (operator === "null" ? [] : values)),
  };
}

const comparisons = { gt: ">", gte: ">=", lt: "<", lte: "<=" } as const;

function condition(definition: Columns, { column, operator, values }: Filter): string {
  const name = quoteName(column);
  if (operator === "null") return `${name} IS ${values[0] === "true" ? "" : "NOT "}NULL`;
  const value = `CAST(? AS ${sqlType(typeOf(definition, column))})`;
  if (operator === "eq" || operator === "ne")
    return `${name} ${operator === "eq" ? "" : "NOT "}IN (${values.map(() => value).join(", ")})`;
  return `${name} ${comparisons[operator]} ${value}`;
}
