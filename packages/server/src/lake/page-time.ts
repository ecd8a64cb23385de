import type { Definition } from "../datasets/definition.ts";
import type { Bindable } from "./index-reader.ts";
import type { Filter, Part, Query } from "./lake.ts";

/** An end of a range on the time column, as its index stores it. */
type Edge = { value: Bindable; inclusive: boolean };
export type TimeRange = { min: Edge | null; max: Edge | null };

/** How the time column's values stand in an index: years as numbers, all else as text, times with so many digits of a second. */
export type TimeForm = { column: string; year: boolean; fractionDigits: number };

export function timeFormOf(definition: Definition, parts: Part[]): TimeForm | null {
  const column = definition.columns.find(({ name }) => name === definition.time);
  if (!column) return null;
  // One precision holds for a whole version, so any part's first value shows it.
  const fractionDigits = fractionDigitsOf(parts[0]?.timeMin ?? "");
  return { column: column.name, year: column.type === "integer", fractionDigits };
}

export function timeValue(form: TimeForm, text: string): Bindable {
  return form.year ? Number(text) : text;
}

/** The digits after the point of a canonical time, which ends in Z; a date has none. */
function fractionDigitsOf(text: string): number {
  return text.length > 20 ? text.length - 21 : 0;
}

/** The time with exactly so many digits; `exact` is false where digits had to be cut off. */
export function withFractionDigits(text: string, digits: number): { value: string; exact: boolean } {
  const own = fractionDigitsOf(text);
  if (own === digits || text.length < 20) return { value: text, exact: true };
  const fraction = own === 0 ? "" : text.slice(20, -1);
  const kept = fraction.slice(0, digits).padEnd(digits, "0");
  return { value: `${text.slice(0, 19)}${digits === 0 ? "" : `.${kept}`}Z`, exact: own < digits };
}

/** The ranges a query leaves of all time, disjoint and in order; several only where it lists times. Leaves `ne` and `null` aside. */
export function timeRanges(form: TimeForm, query: Query): TimeRange[] {
  const { column } = form;
  const all: TimeRange = { min: null, max: null };
  const bounds = query.filters.filter((filter) => filter.column === column && /^[gl]te?$/.test(filter.operator));
  const whole = [
    ...(query.from === null ? [] : [edgeRange(form, "gte", query.from)]),
    ...(query.to === null ? [] : [edgeRange(form, "lt", query.to)]),
    ...bounds.map(({ operator, values }) => edgeRange(form, operator, values[0] ?? "")),
  ].reduce(intersection, all);
  const listed = query.filters.find((filter) => filter.column === column && filter.operator === "eq");
  if (!listed) return isEmpty(whole) ? [] : [whole];
  return instants(form, listed.values)
    .map((value) => intersection(whole, { min: { value, inclusive: true }, max: { value, inclusive: true } }))
    .filter((range) => !isEmpty(range));
}

function instants(form: TimeForm, texts: string[]): Bindable[] {
  const fitted = texts.map((text) => withFractionDigits(text, form.fractionDigits)).filter(({ exact }) => exact);
  return fitted.map(({ value }) => timeValue(form, value)).sort((left, right) => compareValues(left, right));
}

/** A bound finer than the data lies between two values: then the one before it decides, and belongs to what is below. */
function edgeRange(form: TimeForm, operator: Filter["operator"], text: string): TimeRange {
  const { value, exact } = withFractionDigits(text, form.fractionDigits);
  const edge = (inclusive: boolean): Edge => ({ value: timeValue(form, value), inclusive });
  if (operator === "gt" || operator === "gte") return { min: edge(exact && operator === "gte"), max: null };
  return { min: null, max: edge(!exact || operator === "lte") };
}

function intersection(left: TimeRange, right: TimeRange): TimeRange {
  return { min: tighter(left.min, right.min, 1), max: tighter(left.max, right.max, -1) };
}

function tighter(left: Edge | null, right: Edge | null, sign: 1 | -1): Edge | null {
  if (!left || !right) return left ?? right;
  const difference = compareValues(left.value, right.value) * sign;
  if (difference !== 0) return difference > 0 ? left : right;
  return left.inclusive ? right : left;
}

function isEmpty({ min, max }: TimeRange): boolean {
  if (!min || !max) return false;
  const difference = compareValues(min.value, max.value);
  return difference > 0 || (difference === 0 && !(min.inclusive && max.inclusive));
}

export function compareValues(left: Bindable, right: Bindable): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** How a part lies to a range: outside, or inside with the ends of the range that cut it. */
export function cutOf(form: TimeForm, part: Part, range: TimeRange): TimeRange | null {
  if (part.timeMin === null || part.timeMax === null) return range;
  const first = timeValue(form, part.timeMin);
  const last = timeValue(form, part.timeMax);
  const cut = {
    min: range.min && !isAbove(first, range.min) ? range.min : null,
    max: range.max && !isBelow(last, range.max) ? range.max : null,
  };
  const outside = (cut.min && !isAbove(last, cut.min)) || (cut.max && !isBelow(first, cut.max));
  return outside ? null : cut;
}

function isAbove(value: Bindable, { value: min, inclusive }: Edge): boolean {
  return value > min || (inclusive && value === min);
}

function isBelow(value: Bindable, { value: max, inclusive }: Edge): boolean {
  return value < max || (inclusive && value === max);
}
