import type { Definition } from "../datasets/definition.ts";
import type { Bindable } from "./index-reader.ts";
import type { Filter, Part, Query } from "./lake.ts";
import { type Layout, layoutOf } from "./page-layout.ts";
import { type TimeRange, timeRanges, withFractionDigits } from "./page-time.ts";

/** Key columns with given values: each combination of values is one stretch of an index. */
export type Equality = { columns: string[]; combinations: Bindable[][] };

/** How the indexes of a version serve a query. */
export type Plan = {
  layout: Layout;
  /** By place, rows are read as they lie, part after part; by key, all parts are merged. */
  order: "place" | "key";
  descending: boolean;
  key: string[];
  equality: Equality;
  /** Null means all rows; an empty list none. */
  ranges: TimeRange[] | null;
};

const combinationsMax = 1_000;
// Each costs some microseconds, also where nothing is found.
const lookupsMax = 20_000;
/** Up to so many key columns beside the time, every set of them has an index; beyond, each one alone and all together. */
const freelyIndexedColumnsMax = 3;

/** Null where no index serves the query: reading would not be bounded by the rows of the page. */
export function planPage(definition: Definition, parts: Part[], query: Query): Plan | null {
  const layout = layoutOf(definition, parts);
  const equality = equalityOf(definition, layout, query.filters);
  if (!equality) return null;
  const order = isPlaceOrder(definition, query) ? "place" : "key";
  const served =
    order === "place" ? layout.consecutive && hasIndex(definition, equality.columns) : isTextOrder(definition);
  if (!served) return null;
  const ranges = layout.time ? timeRanges(layout.time, query) : null;
  if (equality.combinations.length * (ranges?.length ?? 1) * parts.length > lookupsMax) return null;
  return { layout, order, descending: query.order.startsWith("-"), key: definition.key, equality, ranges };
}

/** A filter on the time column is a range, and left to `timeRanges`. */
function equalityOf(definition: Definition, layout: Layout, filters: Filter[]): Equality | null {
  const columns: string[] = [];
  let combinations: Bindable[][] = [[]];
  for (const filter of filters) {
    const isTime = filter.column === definition.time;
    if (isTime && filter.operator !== "ne" && filter.operator !== "null") continue;
    if (isTime || filter.operator !== "eq" || !definition.key.includes(filter.column)) return null;
    const values = indexValues(definition, layout, filter);
    if (!values || combinations.length * values.length > combinationsMax) return null;
    columns.push(filter.column);
    combinations = combinations.flatMap((head) => values.map((value) => [...head, value]));
  }
  return { columns, combinations };
}

/** The values as an index stores them: numbers as numbers, all else as text. */
function indexValues({ columns, time }: Definition, layout: Layout, { column, values }: Filter): Bindable[] | null {
  const type = columns.find(({ name }) => name === column)?.type;
  if (type === "integer" || type === "number") return values.map(Number);
  if (type !== "timestamp") return values;
  // Times of a version are written with the same digits, which only a time column shows without opening a file.
  if (!layout.time || columns.find(({ name }) => name === time)?.type !== "timestamp") return null;
  const { fractionDigits } = layout.time;
  return values
    .map((value) => withFractionDigits(value, fractionDigits))
    .flatMap(({ value, exact }) => (exact ? [value] : []));
}

/** Rows lie in order of (time, key): with the time settled, or first in what is left of the key, that is the order of the key. */
export function isPlaceOrder({ key, time }: Definition, { order, filters }: Query): boolean {
  if (order === "time" || order === "-time" || time === null) return true;
  const settled = new Set(
    filters.filter(({ operator, values }) => operator === "eq" && values.length === 1).map(({ column }) => column),
  );
  const left = key.filter((column) => !settled.has(column));
  return settled.has(time) || left.length === 0 || left[0] === time;
}

function hasIndex({ key, time }: Definition, columns: string[]): boolean {
  const indexed = key.filter((column) => column !== time).length;
  return indexed <= freelyIndexedColumnsMax || columns.length <= 1 || columns.length === indexed;
}

/** An index holds decimals as texts, which are good for equality and do not sort as numbers. */
function isTextOrder({ key, columns }: Definition): boolean {
  return !columns.some(({ name, type }) => type.startsWith("decimal") && key.includes(name));
}

/** The columns come from a definition, whose names are letters, digits and underscores. */
export function equalitySql(columns: string[]): string {
  return columns.map((column) => `"${column}" = ? AND `).join("");
}
