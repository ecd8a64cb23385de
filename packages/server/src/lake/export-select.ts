import type { Definition } from "../datasets/definition.ts";
import { quoteName, quoteText } from "./duckdb.ts";
import { cutsOf } from "./first-rows.ts";
import type { Part, Query } from "./lake.ts";
import { isPlaceOrder } from "./page-plan.ts";
import { conditionsOf, type Select, sqlType, typeOf } from "./query-conditions.ts";
import { parseColumnType, rowJsonSql, type TimestampDigits, valueTextSql } from "./value-text.ts";

/** Parts of a version, and the files that hold them, in the order in which both are read. */
export type PartSources = { parts: Part[]; partFiles: string[] };

/** The rows a query asks for out of some parts of a version, in its order, or put together by what they share first. */
export function selectRows(definition: Definition, query: Query, sources: PartSources, by?: string): Select {
  const columns = query.columns ?? definition.columns.map(({ name }) => name);
  const { sql, values } = rowsSource(definition, query, sources);
  const select = `SELECT ${columns.map(quoteName).join(", ")} ${sql}`;
  return { sql: `${select} ${orderSql(definition, query, by)}`.trimEnd(), values };
}

/** From where these rows are, and which of all there they are. */
export function rowsSource(definition: Definition, query: Query, { parts, partFiles }: PartSources): Select {
  const { sql: asked, values } = conditionsOf(definition, query);
  const conditions = [asked, ...cutsOf(parts)].filter((condition) => condition !== "");
  const where = conditions.length === 0 ? "" : ` WHERE ${conditions.join(" AND ")}`;
  return { sql: `FROM ${source(definition, partFiles)}${where}`, values };
}

type Shape = { formulaSafe: boolean; by?: string | undefined };

/** What makes a spreadsheet run a cell: these characters at its start, also in their full width. */
const formulaStart = "[=+\\-@\\t\\r\\n＝＋－＠]";

/** A text that begins like a formula begins with an apostrophe instead. Only texts: of the other types nothing is a formula. */
function formulaSafe(text: string): string {
  return `CASE WHEN regexp_matches(left(${text}, 1), ${quoteText(formulaStart)}) THEN '''' || ${text} ELSE ${text} END`;
}

/** The same rows as texts. They are put in order before: texts sort otherwise, and take more room. */
export const selectTexts = {
  /** A column for each, with each value as its one text. */
  csv(definition: Definition, query: Query, sources: PartSources, digits: TimestampDigits, shape: Shape): Select {
    const { sql, values } = selectRows(definition, query, sources, shape.by);
    const columns = query.columns ?? definition.columns.map(({ name }) => name);
    const texts = columns.map((name) => {
      const type = typeOf(definition, name);
      const text = valueTextSql(type, quoteName(name), digits);
      return `${shape.formulaSafe && type.kind === "string" ? formulaSafe(text) : text} AS ${quoteName(name)}`;
    });
    return { sql: `SELECT ${texts.join(", ")} FROM (${sql})`, values };
  },
  /** One column, with each row as the JSON that pages have. */
  ndjson(definition: Definition, query: Query, sources: PartSources, digits: TimestampDigits, shape: Shape): Select {
    const { sql, values } = selectRows(definition, query, sources, shape.by);
    const names = query.columns ?? definition.columns.map(({ name }) => name);
    const columns = names.map((name) => ({ name, type: typeOf(definition, name) }));
    return { sql: `SELECT ${rowJsonSql(columns, digits)} FROM (${sql})`, values };
  },
};

/** A version without parts has no file to say which columns there are. */
function source({ columns }: Definition, partFiles: string[]): string {
  if (partFiles.length > 0) return `read_parquet([${partFiles.map(quoteText).join(", ")}])`;
  const empty = columns.map(
    ({ name, type }) => `CAST(NULL AS ${sqlType(parseColumnType(type))}) AS ${quoteName(name)}`,
  );
  return `(SELECT ${empty.join(", ")}, 0 AS file_index, 0 AS file_row_number WHERE false)`;
}

/** Parts are read as their rows lie, so their own order costs nothing and only another one is sorted. */
function orderSql(definition: Definition, query: Query, by?: string): string {
  const descending = query.order.startsWith("-");
  const isByPlace = isPlaceOrder(definition, query);
  if (isByPlace && !descending && by === undefined) return "";
  const order = isByPlace ? ["file_index", "file_row_number"] : definition.key.map(quoteName);
  const all = by === undefined ? order : [by, ...order];
  return `ORDER BY ${all.map((name) => `${name}${descending ? " DESC" : ""}`).join(", ")}`;
}
