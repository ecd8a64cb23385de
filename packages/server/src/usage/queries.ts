import { and, asc, eq, gt, gte, isNotNull, isNull, lt, or } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";
import { isLiveAt, tierAt } from "../subscriptions/in-force.ts";
import { overrideColumns } from "../subscriptions/override.ts";
import { exactSum, type Selection } from "./sums.ts";

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
        partnerId === undefined ? undefined : eq(refusals.partnerId, partnerId),
        gte(refusals.localDate, from),
        lt(refusals.localDate, to),
        dataset === undefined ? undefined : eq(refusals.dataset, dataset),
        keyId === undefined ? undefined : eq(refusals.keyId, keyId),
      ),
    )
    .groupBy(refusals.code)
    .orderBy(asc(refusals.code));
}

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

export async function currencyOf(db: Db, subscriptionId: string): Promise<string> {
  const { id, currency } = db.t.subscriptions;
  const [row] = await db.select({ currency }).from(db.t.subscriptions).where(eq(id, subscriptionId));
  if (!row) throw new Error(`There is no subscription ${subscriptionId}, which a usage event names.`);
  return row.currency;
}
