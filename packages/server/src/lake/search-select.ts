import type { Definition } from "../datasets/definition.ts";
import { quoteName, quoteText } from "./duckdb.ts";
import { cutsOf } from "./first-rows.ts";
import type { Part, Position, Query } from "./lake.ts";
import { layoutOf } from "./page-layout.ts";
import { isPlaceOrder } from "./page-plan.ts";
import { cutOf, timeRanges } from "./page-time.ts";
import { conditionsOf, type Select, sqlType, typeOf } from "./query-conditions.ts";
import { rowJsonSql, type TimestampDigits, valueTextSql } from "./value-text.ts";

/** What a page of a search is read from: the parts that can have its rows, with their places in the version. */
export type SearchPlan = { order: "place" | "key"; descending: boolean; parts: { part: Part; at: number }[] };

/** The parts that the range of time and the position leave. */
export function planSearch(
  definition: Definition,
  parts: Part[],
  query: Query,
  after: Position | null,
): SearchPlan | null {
  const { parts: ordered, time, consecutive } = layoutOf(definition, parts);
  const order = isPlaceOrder(definition, query) ? "place" : "key";
  // Parts that reach into each other have no order of places together, and there is none without it.
  if (order === "place" && !consecutive) return null;
  const descending = query.order.startsWith("-");
  const ranges = time ? timeRanges(time, query) : null;
  const from = order === "place" && after ? Number(after[0]) : null;
  const left = ordered
    .map((part, at) => ({ part, at }))
    .filter(({ part, at }) => {
      if (from !== null && (descending ? at > from : at < from)) return false;
      return !ranges || !time || ranges.some((range) => cutOf(time, part, range));
    });
  return { order, descending, parts: left };
}

type Wanted = { definition: Definition; query: Query; after: Position | null; limitRows: number };

/** One row more than the page has: its JSON, then what a position to it is made of. */
export function selectPage(
  { definition, query, after, limitRows }: Wanted,
  plan: SearchPlan,
  fileOf: (sha256: string) => string,
  digits: TimestampDigits,
): Select {
  const columns = query.columns ?? definition.columns.map(({ name }) => name);
  const typed = columns.map((name) => ({ name, type: typeOf(definition, name) }));
  const position =
    plan.order === "place"
      ? ["file_index", "file_row_number"]
      : definition.key.map((name) => valueTextSql(typeOf(definition, name), quoteName(name), digits));
  const where = conditionsOf(definition, query);
  const start = startOf(definition, plan, after);
  const needed = [...new Set([...columns, ...definition.key])].map(quoteName).join(", ");
  const files = plan.parts.map(({ part }) => quoteText(fileOf(part.sha256))).join(", ");
  const clauses = [where.sql, ...cutsOf(plan.parts.map(({ part }) => part)), start.sql].filter(
    (clause) => clause !== "",
  );
  // Put in order and cut before any text is made: texts sort otherwise, and only a page of them is wanted.
  const found = `SELECT ${needed}, file_index, file_row_number FROM read_parquet([${files}])
    ${clauses.length === 0 ? "" : `WHERE ${clauses.join(" AND ")}`} ${orderSql(definition, plan)} LIMIT ${limitRows + 1}`;
  return {
    sql: `SELECT ${rowJsonSql(typed, digits)}, ${position.join(", ")} FROM (${found})`,
    values: [...where.values, ...start.values],
  };
}

function startOf(definition: Definition, plan: SearchPlan, after: Position | null): Select {
  const { key } = definition;
  if (!after) return { sql: "", values: [] };
  const { order, descending, parts } = plan;
  if (order === "key") {
    if (after.length !== key.length) throw new Error("not a position in order of the key");
    const given = key.map((name) => `CAST(? AS ${sqlType(typeOf(definition, name))})`);
    const names = key.map(quoteName).join(", ");
    return { sql: `(${names}) ${descending ? "<=" : ">="} (${given.join(", ")})`, values: after.map(String) };
  }
  const [at, place] = after;
  if (typeof at !== "number" || typeof place !== "number") throw new Error("not a position in order of place");
  const first = parts.findIndex((one) => one.at === at);
  if (first < 0) return { sql: "", values: [] };
  return { sql: `(file_index <> ${first} OR file_row_number ${descending ? "<=" : ">="} ${place})`, values: [] };
}

/** Parts are read as their rows lie, so their own order costs nothing and only another one is sorted. */
function orderSql({ key }: Definition, { order, descending }: SearchPlan): string {
  if (order === "key")
    return `ORDER BY ${key.map((name) => `${quoteName(name)}${descending ? " DESC" : ""}`).join(", ")}`;
  return descending ? "ORDER BY file_index DESC, file_row_number DESC" : "";
}
