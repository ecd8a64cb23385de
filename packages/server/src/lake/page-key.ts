import type { Bindable, IndexFile, IndexReader } from "./index-reader.ts";
import type { Page, Part, Position } from "./lake.ts";
import { compareKeys } from "./page-key-order.ts";
import { mergeSources, type Source } from "./page-merge.ts";
import { equalitySql, type Plan } from "./page-plan.ts";
import { isTouched, type Span, spansOf } from "./page-spans.ts";

// All parts are read for every page, so their indexes must be open together, and their streams stay few.
const partsMax = 64;
const streamsMax = 1_000;
/** Rows that may be sorted for a page where no index has them in order. */
const sortedRowsMax = 20_000;
/** Index entries that may be passed over in a part that the range of time cuts. */
const passedRowsMax = 100_000;

type Found = { part: Part; place: number; key: Bindable[] };

/** Merges all parts in order of the key. A position is the key of the next page's first row. Null where that would read too much. */
export function readByKey(plan: Plan, reader: IndexReader, after: Position | null, limitRows: number): Page | null {
  if (after && after.length !== plan.key.length) throw new Error("not a position in order of the key");
  const streams = streamsOf(plan, reader);
  if (!streams) return null;
  if (streams.length === 0) return { rows: [], next: null };
  const sign = plan.descending ? -1 : 1;
  const sources = streams.map((stream) =>
    stream.walks ? walk(plan, stream, after) : sort(plan, stream, after, limitRows + 1),
  );
  const found = mergeSources(sources, (left, right) => sign * compareKeys(left.key, right.key), limitRows + 1);
  const extra = found.length > limitRows ? found.pop() : undefined;
  const rows = found.map(({ part, place }) => reader.open(part.sha256).text(place));
  return { rows, next: extra?.key ?? null };
}

/** One combination of values in one stretch of one part; `walks` where the key's own index has its rows in order. */
type Stream = { part: Part; open: () => IndexFile; span: Span; values: Bindable[]; walks: boolean };

function streamsOf(plan: Plan, reader: IndexReader): Stream[] | null {
  const parts = plan.layout.parts.filter((part) => isTouched(plan, part));
  if (parts.length > partsMax || parts.length * plan.equality.combinations.length > streamsMax) return null;
  const streams: Stream[] = [];
  let sortedRows = 0;
  for (const part of parts) {
    const open = () => reader.open(part.sha256);
    for (const span of spansOf(plan, part, open)) {
      for (const values of plan.equality.combinations) {
        const sorted = sortedRowsOf(plan, part, span, values, open, sortedRowsMax - sortedRows);
        if (sorted === "too many") return null;
        sortedRows += sorted;
        streams.push({ part, open, span, values, walks: sorted === 0 });
      }
    }
  }
  return streams.length > streamsMax ? null : streams;
}

/** How many rows a stream would sort; none where it can walk along the index of the key. */
function sortedRowsOf(
  plan: Plan,
  part: Part,
  span: Span,
  values: Bindable[],
  open: () => IndexFile,
  rowsMax: number,
): number | "too many" {
  const { columns } = plan.equality;
  const inKeyOrder = plan.key.slice(0, columns.length).every((column) => columns.includes(column));
  const isWhole = span.low === 0 && span.high === part.rows && !part.isCut;
  if (inKeyOrder && isWhole) return 0;
  const rows = columns.length === 0 ? span.high - span.low : countRows(open(), columns, values, span, rowsMax + 1);
  if (rows <= rowsMax) return rows;
  return inKeyOrder && part.rows <= passedRowsMax && !part.isCut ? 0 : "too many";
}

function countRows(
  file: IndexFile,
  columns: string[],
  values: Bindable[],
  { low, high }: Span,
  rowsMax: number,
): number {
  const sql = `SELECT count(*) FROM (SELECT 1 FROM rows WHERE ${equalitySql(columns)}place >= ? AND place < ? LIMIT ?)`;
  return file.first<number>(sql, [...values, low, high, rowsMax]) ?? 0;
}

/** Reads in small chunks, each from where the last one ended. */
function walk(plan: Plan, stream: Stream, after: Position | null): Source<Found> {
  const { columns } = plan.equality;
  const rest = plan.key.filter((column) => !columns.includes(column));
  // Within a stream the columns before the rest have one value, which lies before, at or beyond those of the position.
  const start = after ? restAfter(plan, stream, rest, after) : [];
  let from: Bindable[] | null = start;
  let operator = plan.descending ? "<=" : ">=";
  return (rowsMax) => {
    if (!from) return [];
    const where = `${equalitySql(columns)}+place >= ? AND +place < ?${tupleSql(rest, operator, from)}`;
    const bound = [...stream.values, stream.span.low, stream.span.high, ...from, rowsMax];
    const found = readFound(plan, stream, rest, `${where}${orderSql(rest, plan.descending, "")}`, bound);
    const last = found.at(-1);
    from = last && rest.length > 0 ? restOf(plan.key, rest, last.key) : null;
    operator = plan.descending ? "<" : ">";
    return found;
  };
}

/** Reads all it will need at once, since each reading sorts anew. */
function sort(plan: Plan, stream: Stream, after: Position | null, rowsMax: number): Source<Found> {
  const { columns } = plan.equality;
  const rest = plan.key.filter((column) => !columns.includes(column));
  const where = `${equalitySql(columns)}place >= ? AND place < ?${tupleSql(plan.key, plan.descending ? "<=" : ">=", after ?? [])}`;
  const bound = [...stream.values, stream.span.low, stream.span.high, ...(after ?? []), rowsMax];
  let left: Found[] | undefined;
  return (chunkRows) => {
    left ??= readFound(plan, stream, rest, `${where}${orderSql(rest, plan.descending, "+")}`, bound);
    return left.splice(0, chunkRows);
  };
}

function readFound(plan: Plan, stream: Stream, rest: string[], sql: string, bound: Bindable[]): Found[] {
  const names = ["place", ...rest.map((column) => `"${column}"`)].join(", ");
  const rows = stream.open().rows<[number, ...Bindable[]]>(`SELECT ${names} FROM rows WHERE ${sql} LIMIT ?`, bound);
  const given = new Map(plan.equality.columns.map((column, at) => [column, stream.values[at] ?? ""]));
  return rows.map(([place, ...values]) => ({
    part: stream.part,
    place,
    key: plan.key.map((column) => given.get(column) ?? values[rest.indexOf(column)] ?? ""),
  }));
}

function restAfter(plan: Plan, { values }: Stream, rest: string[], after: Position): Bindable[] | null {
  const { columns } = plan.equality;
  const given = plan.key.slice(0, columns.length);
  const own = given.map((column) => values[columns.indexOf(column)] ?? "");
  const difference = compareKeys(own, after.slice(0, given.length)) * (plan.descending ? -1 : 1);
  if (difference !== 0) return difference > 0 ? [] : null;
  return restOf(plan.key, rest, after);
}

function restOf(key: string[], rest: string[], values: Bindable[]): Bindable[] {
  return rest.map((column) => values[key.indexOf(column)] ?? "");
}

function tupleSql(columns: string[], operator: string, values: Bindable[]): string {
  if (columns.length === 0 || values.length === 0) return "";
  const names = columns.map((column) => `"${column}"`).join(", ");
  return ` AND (${names}) ${operator} (${columns.map(() => "?").join(", ")})`;
}

/** A plus sign keeps SQLite from walking along an index that has this order but little of what is wanted. */
function orderSql(columns: string[], descending: boolean, sign: "" | "+"): string {
  if (columns.length === 0) return "";
  return ` ORDER BY ${columns.map((column) => `${sign}"${column}"${descending ? " DESC" : ""}`).join(", ")}`;
}
