import { setImmediate } from "node:timers/promises";
import type { Bindable, IndexFile, IndexReader } from "./index-reader.ts";
import type { Page, Position } from "./lake.ts";
import { mergeSources, type Source } from "./page-merge.ts";
import { equalitySql, type Plan } from "./page-plan.ts";
import { type Span, spansOf } from "./page-spans.ts";

// After so many, other requests get their turn.
const lookupsPerTurn = 500;

/** Reads rows as they lie, part after part. A position is the part and place of the next page's first row. */
export async function readByPlace(
  plan: Plan,
  reader: IndexReader,
  after: Position | null,
  limitRows: number,
): Promise<Page> {
  const { parts } = plan.layout;
  const start = startOf(plan, after);
  const step = plan.descending ? -1 : 1;
  const rows: string[] = [];
  let lookups = 0;
  for (let at = start.part; at >= 0 && at < parts.length; at += step) {
    const part = parts[at];
    if (!part) break;
    const open = () => reader.open(part.sha256);
    const spans = beginAt(plan, spansOf(plan, part, open), at === start.part ? start.place : null);
    if (spans.length === 0) continue;
    const found = readPart(plan, open(), spans, limitRows + 1 - rows.length);
    for (const row of found.rows) rows.push(row);
    if (rows.length > limitRows) {
      rows.pop();
      return { rows, next: [at, found.lastPlace()] };
    }
    lookups += plan.equality.combinations.length * spans.length;
    if (lookups < lookupsPerTurn) continue;
    lookups = 0;
    await setImmediate();
  }
  return { rows, next: null };
}

function startOf(plan: Plan, after: Position | null): { part: number; place: number | null } {
  if (!after) return { part: plan.descending ? plan.layout.parts.length - 1 : 0, place: null };
  const [part, place] = after;
  if (typeof part !== "number" || typeof place !== "number") throw new Error("not a position in order of place");
  return { part, place };
}

function beginAt({ descending }: Plan, spans: Span[], place: number | null): Span[] {
  const left =
    place === null ? spans : spans.map((span) => clip(span, descending, place)).filter(({ low, high }) => low < high);
  return descending ? left.toReversed() : left;
}

function clip({ low, high }: Span, descending: boolean, place: number): Span {
  return descending ? { low, high: Math.min(high, place + 1) } : { low: Math.max(low, place), high };
}

type Found = { rows: string[]; lastPlace(): number };

function readPart(plan: Plan, file: IndexFile, spans: Span[], rowsMax: number): Found {
  const [values, ...moreValues] = plan.equality.combinations;
  const [span, ...moreSpans] = spans;
  if (!values || !span) return { rows: [], lastPlace: () => 0 };
  if (moreValues.length > 0 || moreSpans.length > 0) return readMerged(plan, file, spans, rowsMax);
  const bound = [...values, span.low, span.high];
  const rows = file.column<string>(selectSql("json", plan), [...bound, rowsMax]);
  // Asked for apart, because texts alone cross from SQLite faster than texts with numbers.
  const lastPlace = () =>
    file.first<number>(`${selectSql("place", plan)} OFFSET ?`, [...bound, 1, rows.length - 1]) ?? 0;
  return { rows, lastPlace };
}

/** Streams of places, one for each combination of values, merged before any row's text is read. */
function readMerged(plan: Plan, file: IndexFile, spans: Span[], rowsMax: number): Found {
  const sources = plan.equality.combinations.map((values) => placesSource(plan, file, values, spans));
  const compare = plan.descending
    ? (left: number, right: number) => right - left
    : (left: number, right: number) => left - right;
  const places = mergeSources(sources, compare, rowsMax);
  return { rows: places.map((place) => file.text(place)), lastPlace: () => places.at(-1) ?? 0 };
}

function placesSource(plan: Plan, file: IndexFile, values: Bindable[], spans: Span[]): Source<number> {
  const sql = selectSql("place", plan);
  let left = spans;
  return (placesMax) => {
    const places: number[] = [];
    for (let span = left[0]; span && places.length < placesMax; span = left[0]) {
      const wanted = placesMax - places.length;
      const found = file.column<number>(sql, [...values, span.low, span.high, wanted]);
      for (const place of found) places.push(place);
      const last = found.at(-1);
      const rest = found.length < wanted || last === undefined ? null : beyond(span, plan.descending, last);
      left = rest ? [rest, ...left.slice(1)] : left.slice(1);
    }
    return places;
  };
}

function beyond({ low, high }: Span, descending: boolean, place: number): Span {
  return descending ? { low, high: place } : { low: place + 1, high };
}

function selectSql(what: "json" | "place", { equality, descending }: Plan): string {
  return `SELECT ${what} FROM rows WHERE ${equalitySql(equality.columns)}place >= ? AND place < ? ORDER BY place${descending ? " DESC" : ""} LIMIT ?`;
}
