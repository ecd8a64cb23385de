import { slugForm } from "../datasets/schemas.ts";
import { idForm } from "../http/wire.ts";
import { type Zones, zonesOf } from "../meter/zones.ts";
import { and, asc, eq, gt, inArray, lte, or } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";
import { hasStatusAt } from "./in-force.ts";
import type { SubscriptionQuery } from "./schemas.ts";
import { liveStatuses } from "./statuses.ts";

export type SubscriptionRow = Db["t"]["subscriptions"]["$inferSelect"];
/** With the zones its periods begin in. */
export type ZonedSubscription = SubscriptionRow & { zones: Zones };

/** undefined when the partner has a live subscription to the dataset already. */
export async function insertSubscription(tx: Db, subscription: SubscriptionRow): Promise<SubscriptionRow | undefined> {
  const [row] = await tx.insert(tx.t.subscriptions).values(subscription).onConflictDoNothing().returning();
  return row;
}

export async function liveSubscription(
  db: Db,
  partnerId: string,
  dataset: string,
): Promise<SubscriptionRow | undefined> {
  const { subscriptions } = db.t;
  const [row] = await db
    .select()
    .from(subscriptions)
    .where(
      and(
        eq(subscriptions.partnerId, partnerId),
        eq(subscriptions.dataset, dataset),
        inArray(subscriptions.status, liveStatuses),
      ),
    );
  return row;
}

export async function findSubscription(db: Db, id: string): Promise<ZonedSubscription | undefined> {
  if (!idForm.test(id)) return undefined;
  const [row] = await zoned(db).where(eq(db.t.subscriptions.id, id));
  return row && { ...row.subscription, zones: zonesOf(row) };
}

/** The row, so that two changes of it take turns, and then as it is once their turn came. */
export async function lockSubscription(tx: Db, id: string): Promise<ZonedSubscription | undefined> {
  const { subscriptions } = tx.t;
  if (!idForm.test(id)) return undefined;
  await tx.lock(tx.select({ id: subscriptions.id }).from(subscriptions).where(eq(subscriptions.id, id)));
  return findSubscription(tx, id);
}

export async function updateSubscription(tx: Db, id: string, changes: Partial<SubscriptionRow>): Promise<void> {
  await tx.update(tx.t.subscriptions).set(changes).where(eq(tx.t.subscriptions.id, id));
}

/** What was ordered for a moment that has come. */
export async function dueSubscriptions(db: Db, now: Date, limit: number): Promise<string[]> {
  const { subscriptions } = db.t;
  const rows = await db
    .select({ id: subscriptions.id })
    .from(subscriptions)
    .where(
      and(
        or(lte(subscriptions.cancelsAt, now), lte(subscriptions.changesAt, now)),
        inArray(subscriptions.status, liveStatuses),
      ),
    )
    .orderBy(asc(subscriptions.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

type Filters = Pick<SubscriptionQuery, "partner_id" | "dataset" | "status"> & {
  ownPartnerId: string | null;
  now: Date;
};

export async function selectSubscriptions(
  db: Db,
  { partner_id: partnerId, dataset, status, ownPartnerId, now }: Filters,
  after: string | undefined,
  limit: number,
): Promise<ZonedSubscription[]> {
  const { subscriptions } = db.t;
  // What has another form names nothing there is.
  if ((partnerId !== undefined && !idForm.test(partnerId)) || (dataset !== undefined && !slugForm.test(dataset)))
    return [];
  const rows = await zoned(db)
    .where(
      and(
        ownPartnerId === null ? undefined : eq(subscriptions.partnerId, ownPartnerId),
        partnerId === undefined ? undefined : eq(subscriptions.partnerId, partnerId),
        dataset === undefined ? undefined : eq(subscriptions.dataset, dataset),
        status === undefined ? undefined : hasStatusAt(db.t, status, now),
        after === undefined ? undefined : gt(subscriptions.id, after),
      ),
    )
    .orderBy(asc(subscriptions.id))
    .limit(limit);
  return rows.map(({ subscription, ...row }) => ({ ...subscription, zones: zonesOf(row) }));
}

function zoned(db: Db) {
  const { subscriptions, partners } = db.t;
  const { timeZone, timeZoneNext, timeZoneChangesAt } = partners;
  return db
    .select({ subscription: subscriptions, timeZone, timeZoneNext, timeZoneChangesAt })
    .from(subscriptions)
    .innerJoin(partners, eq(partners.id, subscriptions.partnerId));
}
