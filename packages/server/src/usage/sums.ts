import { monthAfter } from "../months.ts";
import { and, eq, gte, lt, type SQL, sql } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";
import type { Grouping } from "./schemas.ts";

/** Which usage is meant: local dates, the last one not included; of one partner, or of all. */
export type Selection = {
  partnerId: string | undefined;
  from: string;
  to: string;
  dataset?: string | undefined;
  keyId?: string | undefined;
  operation?: string | undefined;
};
/** Sums are text: they may be larger than a number is exact. */
export type Sums = {
  calls: string;
  rows: string;
  bytes: string;
  units: string;
  amountMillis: string;
  currency: string;
};
export type GroupSums = Sums & { group: string };
export type SumGrouping = Grouping | "partner";

/**
 * From rollups alone, which are written in the commit of each answer: whole months from those of months, and only the days before
 * and after them from those of days. So a year costs the same whether it had a thousand calls or a billion.
 */
export async function sumUsage(db: Db, by: SumGrouping, selection: Selection): Promise<GroupSums[]> {
  const { from, to } = selection;
  const months = { from: monthFrom(from), to: to.slice(0, 7) };
  if (by === "day" || months.from >= months.to) return sumDays(db, by, selection);
  const start = `${months.from}-01`;
  const end = `${months.to}-01`;
  return merged(
    await Promise.all([
      from < start ? sumDays(db, by, { ...selection, to: start }) : [],
      sumMonths(db, by, selection, months),
      end < to ? sumDays(db, by, { ...selection, from: end }) : [],
    ]),
  );
}

/** The first month that is whole from this date on. */
function monthFrom(date: string): string {
  const month = date.slice(0, 7);
  return date.endsWith("-01") ? month : monthAfter(month);
}

function sumDays(db: Db, by: SumGrouping, selection: Selection): Promise<GroupSums[]> {
  const { rollups } = db.t;
  const within = and(gte(rollups.localDate, selection.from), lt(rollups.localDate, selection.to));
  return sumsOf(db, rollups, groupOf(rollups, by, rollups.localDate), and(within, only(rollups, selection)));
}

function sumMonths(db: Db, by: SumGrouping, selection: Selection, months: { from: string; to: string }) {
  const { rollupMonths } = db.t;
  const within = and(gte(rollupMonths.month, months.from), lt(rollupMonths.month, months.to));
  const group = groupOf(rollupMonths, by, rollupMonths.month);
  return sumsOf(db, rollupMonths, group, and(within, only(rollupMonths, selection)));
}

type Rollups = Db["t"]["rollups"] | Db["t"]["rollupMonths"];

function groupOf(
  table: Rollups,
  by: SumGrouping,
  date: Rollups["partnerId"] | Rollups["calls"] | SQL.Aliased,
): SQL<string> {
  const groups = {
    day: sql<string>`${date}`,
    month: sql<string>`substr(${date}, 1, 7)`,
    partner: sql<string>`${table.partnerId}`,
    dataset: sql<string>`${table.dataset}`,
    key: sql<string>`${table.keyId}`,
    operation: sql<string>`${table.operation}`,
    status: sql<string>`${table.outcome}`,
  };
  return groups[by];
}

const only = (table: Rollups, { partnerId, dataset, keyId, operation }: Selection) =>
  and(
    partnerId === undefined ? undefined : eq(table.partnerId, partnerId),
    dataset === undefined ? undefined : eq(table.dataset, dataset),
    keyId === undefined ? undefined : eq(table.keyId, keyId),
    operation === undefined ? undefined : eq(table.operation, operation),
  );

function sumsOf(db: Db, table: Rollups, group: SQL<string>, where: SQL | undefined): Promise<GroupSums[]> {
  const { subscriptions } = db.t;
  return db
    .select({
      group,
      currency: subscriptions.currency,
      calls: exactSum(table.calls),
      rows: exactSum(table.rows),
      bytes: exactSum(table.bytes),
      units: exactSum(table.units),
      amountMillis: exactSum(table.amountMillis),
    })
    .from(table)
    .innerJoin(subscriptions, eq(subscriptions.id, table.subscriptionId))
    .where(where)
    .groupBy(group, subscriptions.currency)
    .orderBy(group, subscriptions.currency);
}

// Postgres sums whole numbers as decimals, and SQLite as numbers that a driver rounds: as text both are exact.
export const exactSum = (column: SQL.Aliased | Parameters<typeof eq>[0]) => sql<string>`cast(sum(${column}) as text)`;

const figures = ["calls", "rows", "bytes", "units", "amountMillis"] as const;

/** One row a group and currency, in their order. */
function merged(pieces: GroupSums[][]): GroupSums[] {
  const rows = new Map<string, GroupSums>();
  for (const piece of pieces.flat()) {
    const key = `${piece.group} ${piece.currency}`;
    const row = rows.get(key);
    if (!row) rows.set(key, { ...piece });
    else for (const figure of figures) row[figure] = String(BigInt(row[figure]) + BigInt(piece[figure]));
  }
  return [...rows].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
}
