import type { Definition } from "../datasets/definition.ts";
import { quoteName, quoteText } from "./duckdb.ts";
import type { Query } from "./lake.ts";
import { isPlaceOrder } from "./page-plan.ts";
import { conditionsOf, type Select, sqlType, typeOf } from "./query-conditions.ts";
import { parseColumnType, type TimestampDigits, valueTextSql } from "./value-text.ts";

/** The rows a query asks for out of some parts of a version, in its order. */
export function selectRows(definition: Definition, query: Query, partFiles: string[]): Select {
  const columns = query.columns ?? definition.columns.map(({ name }) => name);
  const { sql: conditions, values } = conditionsOf(definition, query);
  const where = conditions === "" ? "" : `WHERE ${conditions}`;
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

/** A version without parts has no file to say which columns there are. */
function source({ columns }: Definition, partFiles: string[]): string {
  if (partFiles.length > 0) return `read_parquet([${partFiles.map(quoteText).join(", ")}])`;
  const empty = columns.map(
    ({ name, type }) => `CAST(NULL AS ${sqlType(parseColumnType(type))}) AS ${quoteName(name)}`,
  );
  return `(SELECT ${empty.join(", ")}, 0 AS file_index, 0 AS file_row_number WHERE false)`;
}

/** Parts are read as their rows lie, so their own order costs nothing and only another one is sorted. */
function orderSql(definition: Definition, query: Query): string {
  const descending = query.order.startsWith("-");
  if (!isPlaceOrder(definition, query)) {
    return `ORDER BY ${definition.key.map((name) => `${quoteName(name)}${descending ? " DESC" : ""}`).join(", ")}`;
  }
  return descending ? "ORDER BY file_index DESC, file_row_number DESC" : "";
}
