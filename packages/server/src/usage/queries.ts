import { and, asc, eq, gt, gte, isNotNull, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "../store/store.ts";
import { isLiveAt, tierAt } from "../subscriptions/in-force.ts";
import { overrideColumns } from "../subscriptions/override.ts";
import type { Grouping } from "./schemas.ts";

/** Which usage is meant: local dates, the last one not included. */
export type Selection = {
  partnerId: string;
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

/** From rollups alone, which are written in the commit of each answer. */
export function sumUsage(db: Db, by: Grouping, selection: Selection): Promise<GroupSums[]> {
  const { rollups, subscriptions } = db.t;
  const group = groupOf(db, by);
  return db
    .select({
      group,
      currency: subscriptions.currency,
      calls: exactSum(rollups.calls),
      rows: exactSum(rollups.rows),
      bytes: exactSum(rollups.bytes),
      units: exactSum(rollups.units),
      amountMillis: exactSum(rollups.amountMillis),
    })
    .from(rollups)
    .innerJoin(subscriptions, eq(subscriptions.id, rollups.subscriptionId))
    .where(
      and(
        eq(rollups.partnerId, selection.partnerId),
        gte(rollups.localDate, selection.from),
        lt(rollups.localDate, selection.to),
        selection.dataset === undefined ? undefined : eq(rollups.dataset, selection.dataset),
        selection.keyId === undefined ? undefined : eq(rollups.keyId, selection.keyId),
        selection.operation === undefined ? undefined : eq(rollups.operation, selection.operation),
      ),
    )
    .groupBy(group, subscriptions.currency)
    .orderBy(group, subscriptions.currency);
}

function groupOf({ t: { rollups } }: Db, by: Grouping): SQL<string> {
  const groups = {
    day: sql<string>`${rollups.localDate}`,
    month: sql<string>`substr(${rollups.localDate}, 1, 7)`,
    dataset: sql<string>`${rollups.dataset}`,
    key: sql<string>`${rollups.keyId}`,
    operation: sql<string>`${rollups.operation}`,
    status: sql<string>`${rollups.outcome}`,
  };
  return groups[by];
}

/** Calls that were refused, by problem code. They have no operation: many were refused before one was known. */
export function sumRefusals(
  db: Db,
  { partnerId, from, to, dataset, keyId }: Selection,
): Promise<{ code: string; calls: string }[]> {
  const { refusals } = db.t;
  return db
    .select({ code: refusals.code, calls: exactSum(refusals.calls) })
    .from(refusals)
    .where(
      and(
        eq(refusals.partnerId, partnerId),
        gte(refusals.localDate, from),
        lt(refusals.localDate, to),
        dataset === undefined ? undefined : eq(refusals.dataset, dataset),
        keyId === undefined ? undefined : eq(refusals.keyId, keyId),
      ),
    )
    .groupBy(refusals.code)
    .orderBy(asc(refusals.code));
}

// Postgres sums whole numbers as decimals, and SQLite as numbers that a driver rounds: as text both are exact.
const exactSum = (column: SQL.Aliased | Parameters<typeof eq>[0]) => sql<string>`cast(sum(${column}) as text)`;

export async function keyNames(db: Db, partnerId: string): Promise<Map<string, { lineageId: string; name: string }>> {
  const { keys, lineages } = db.t;
  const rows = await db
    .select({ id: keys.id, lineageId: lineages.id, name: lineages.name })
    .from(keys)
    .innerJoin(lineages, eq(lineages.id, keys.lineageId))
    .where(eq(keys.partnerId, partnerId));
  return new Map(rows.map(({ id, ...key }) => [id, key]));
}

/** The licenses of a partner's live subscriptions, and what stands in place of their limits. */
export function liveLicenses(db: Db, partnerId: string, now: Date) {
  const { subscriptions, licenses } = db.t;
  return db
    .select({
      dataset: licenses.dataset,
      perMinute: licenses.perMinute,
      perDay: licenses.perDay,
      perMonth: licenses.perMonth,
      ...overrideColumns(db.t),
    })
    .from(subscriptions)
    .innerJoin(licenses, and(eq(licenses.dataset, subscriptions.dataset), eq(licenses.tier, tierAt(db.t, now))))
    .where(and(eq(subscriptions.partnerId, partnerId), isLiveAt(db.t, now)))
    .orderBy(asc(subscriptions.dataset));
}

/** The lineages of a partner that have limits of their own and a key that works. */
export function cappedLineages(db: Db, partnerId: string, now: Date) {
  const { keys, lineages } = db.t;
  const { id, capPerMinute, capPerDay, capPerMonth } = lineages;
  return db
    .selectDistinct({ lineageId: id, perMinute: capPerMinute, perDay: capPerDay, perMonth: capPerMonth })
    .from(lineages)
    .innerJoin(keys, eq(keys.lineageId, lineages.id))
    .where(
      and(
        eq(lineages.partnerId, partnerId),
        or(isNotNull(capPerMinute), isNotNull(capPerDay), isNotNull(capPerMonth)),
        isNull(keys.revokedAt),
        or(isNull(keys.expiresAt), gt(keys.expiresAt, now)),
        or(isNull(keys.retiresAt), gt(keys.retiresAt, now)),
      ),
    )
    .orderBy(asc(lineages.id));
}

export type UsageEventRow = Db["t"]["usageEvents"]["$inferSelect"] & { currency: string };

/** `partnerId` null: whoever's it is. */
export async function findUsageEvent(db: Db, id: string, partnerId: string | null): Promise<UsageEventRow | undefined> {
  const { usageEvents, subscriptions } = db.t;
  const [row] = await db
    .select({ event: usageEvents, currency: subscriptions.currency })
    .from(usageEvents)
    .innerJoin(subscriptions, eq(subscriptions.id, usageEvents.subscriptionId))
    .where(and(eq(usageEvents.id, id), partnerId === null ? undefined : eq(usageEvents.partnerId, partnerId)));
  return row && { ...row.event, currency: row.currency };
}
