import type { IndexFile } from "./index-reader.ts";
import type { Part } from "./lake.ts";
import type { Plan } from "./page-plan.ts";
import { cutOf, type TimeForm, type TimeRange } from "./page-time.ts";

/** Places of a part: `low` belongs to it, `high` does not. */
export type Span = { low: number; high: number };

/** The stretches of a part that lie in the plan's ranges of time, in order; none means that its index need not be opened. */
export function spansOf(plan: Plan, part: Part, open: () => IndexFile): Span[] {
  const { layout, ranges } = plan;
  if (!ranges || !layout.time) return [{ low: 0, high: part.rows }];
  const spans: Span[] = [];
  for (const range of ranges) {
    const cut = cutOf(layout.time, part, range);
    const span = cut && spanOf(layout.time, part, cut, open);
    if (span && span.low < span.high) spans.push(span);
  }
  return spans;
}

export function isTouched({ layout, ranges }: Plan, part: Part): boolean {
  const { time } = layout;
  return !ranges || !time || ranges.some((range) => cutOf(time, part, range));
}

function spanOf(time: TimeForm, part: Part, { min, max }: TimeRange, open: () => IndexFile): Span {
  const high = max ? (firstPlace(open(), time, max.inclusive ? ">" : ">=", max.value) ?? part.rows) : part.rows;
  return {
    low: min ? (firstPlace(open(), time, min.inclusive ? ">=" : ">", min.value) ?? part.rows) : 0,
    // The index has the whole part, also where only its first rows are to be seen.
    high: Math.min(high, part.rows),
  };
}

/** Rows lie in order of time, so a time marks a place; undefined beyond the last. */
function firstPlace(
  file: IndexFile,
  { column }: TimeForm,
  operator: ">" | ">=",
  value: string | number,
): number | undefined {
  const places = knownPlaces(file);
  const name = `${operator}${value}`;
  const known = places.get(name);
  if (known !== undefined || places.has(name)) return known;
  const place = file.first<number>(
    `SELECT place FROM rows WHERE "${column}" ${operator} ? ORDER BY "${column}", place LIMIT 1`,
    [value],
  );
  if (places.size >= placesMax) places.clear();
  places.set(name, place);
  return place;
}

const placesMax = 500;
// Callers ask for the same first days of years and months again and again, and an index never changes.
const placesByFile = new WeakMap<IndexFile, Map<string, number | undefined>>();

function knownPlaces(file: IndexFile): Map<string, number | undefined> {
  const known = placesByFile.get(file);
  if (known) return known;
  const places = new Map<string, number | undefined>();
  placesByFile.set(file, places);
  return places;
}
