import type { Reconciliation } from "@wizdata/sdk";

type Figures = Reconciliation["totals"]["events"];
export type Piece = { from: string; to: string };

/** A span of days month by month, as the server compares them; this month unless told otherwise. */
export function piecesOf(given: { from?: string | undefined; to?: string | undefined }, today: string): Piece[] {
  const { from = firstOf(today) } = given;
  const { to = isDate(from) ? nextMonth(from > today ? from : today) : from } = given;
  // What is no date, or runs backwards, the server refuses, and says why.
  if (![from, to].every(isDate) || from >= to) return [{ from, to }];
  const pieces: Piece[] = [];
  for (let start = from; start < to; start = nextMonth(start)) pieces.push({ from: start, to: nextMonth(start) });
  const last = pieces.at(-1);
  if (last) last.to = to;
  return pieces;
}

const isDate = (text: string) => /^\d{4}-(0[1-9]|1[0-2])-\d{2}$/.test(text);
const firstOf = (date: string) => `${date.slice(0, "2026-03".length)}-01`;
const nextMonth = (date: string) => {
  const [year = 0, month = 0] = date.split("-").map(Number);
  return new Date(Date.UTC(year, month)).toISOString().slice(0, date.length);
};

const shownMax = 200;

/** The answers of several months as one. */
export function merged(one: Reconciliation, other: Reconciliation): Reconciliation {
  const { totals, compared } = one;
  return {
    ...one,
    to: other.to,
    at: other.at,
    compared: added(compared, other.compared),
    totals: {
      events: added(totals.events, other.totals.events),
      rollups: added(totals.rollups, other.totals.rollups),
      months: addedMonths(totals.months, other.totals.months),
      counters: added(totals.counters, other.totals.counters),
      ledger: added(totals.ledger, other.totals.ledger),
    },
    archived_months: [...new Set([...one.archived_months, ...other.archived_months])],
    differences_count: one.differences_count + other.differences_count,
    differences: [...one.differences, ...other.differences].slice(0, shownMax),
  };
}

function addedMonths(one: Figures | null, other: Figures | null): Figures | null {
  if (one === null || other === null) return one ?? other;
  return added(one, other);
}

function added<T extends Record<string, number>>(one: T, other: T): T {
  const sums = Object.entries(one).map(([name, value]) => [name, value + (other[name] ?? 0)]);
  return Object.fromEntries(sums) as T; // the same members, each a sum
}
