import { idBefore } from "../clock.ts";
import { invalidRequest } from "../http/problem.ts";
import { monthAfter, monthOf } from "../months.ts";
import type { ReconciliationQuery } from "./schemas.ts";

/** Days of partners' own calendars; the last one is not included. */
export type Span = {
  from: string;
  to: string;
  /** Where each day stands in the arrays that hold sums by day. */
  dayIndex: ReadonlyMap<string, number>;
  /** The month that is in it whole, if there is one. */
  month: string | undefined;
};

/** Sums of so many days are held at once. */
const spanDaysMax = 31;
const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** This month unless told otherwise. @throws Problem where it runs backwards, or is too long */
export function spanOf({ from: givenFrom, to: givenTo }: ReconciliationQuery, now: Date): Span {
  const from = givenFrom ?? `${monthOf(now)}-01`;
  const to = givenTo ?? `${monthAfter(from.slice(0, 7))}-01`;
  const days = (Date.parse(to) - Date.parse(from)) / dayMs;
  if (days <= 0) throw invalidRequest([{ path: "to", message: "is not after from: it is the day after the last one" }]);
  if (days > spanDaysMax)
    throw invalidRequest([{ path: "to", message: `is more than ${spanDaysMax} days after from: ask by months` }]);
  const dates = Array.from({ length: days }, (_, at) => dateOf(Date.parse(from) + at * dayMs));
  return { from, to, dayIndex: new Map(dates.map((date, at) => [date, at])), month: wholeMonth(from, to) };
}

const dateOf = (ms: number) => new Date(ms).toISOString().slice(0, "2026-03-10".length);

function wholeMonth(from: string, to: string): string | undefined {
  const first = from.endsWith("-01") ? from.slice(0, 7) : monthAfter(from.slice(0, 7));
  return `${first}-01` >= from && `${monthAfter(first)}-01` <= to ? first : undefined;
}

/** A day begins so much earlier, and ends so much later, somewhere on earth than in UTC. */
const eastMs = 14 * hourMs;
const westMs = 12 * hourMs;
/** An id is made a little before its event is stored; and what an export reserved is counted in the day of its order. */
const storedWithinMs = dayMs;
const settledWithinMs = 2 * dayMs;
/** What was measured elsewhere may be reported so much later. */
const reportedWithinMs = 36 * dayMs;

/** The ids of all events that may count in a span: after the first text, before the second. */
export function idsOf({ from, to }: Span, isReported: boolean): { after: string; before: string } {
  const laterMs = isReported ? reportedWithinMs : settledWithinMs;
  return {
    after: idBefore("use", Date.parse(from) - eastMs - storedWithinMs),
    before: idBefore("use", Date.parse(to) + westMs + laterMs),
  };
}

/** The part of a span's days, in UTC, of which a block may be. */
export const blocksOf = ({ from, to }: Span): { fromMs: number; toMs: number } => ({
  fromMs: Date.parse(from),
  toMs: Date.parse(to),
});

/** Whether a day of some partner has hours that are in a month of UTC, or close to it. */
export function touches(day: string, month: string): boolean {
  const startMs = Date.parse(day) - eastMs - storedWithinMs;
  const endMs = Date.parse(day) + dayMs + westMs + settledWithinMs;
  return startMs < Date.parse(`${monthAfter(month)}-01`) && endMs > Date.parse(`${month}-01`);
}
