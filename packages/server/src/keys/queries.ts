import { and, asc, eq, gt, isNotNull, isNull, lte, or, type SQL } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";
import type { Key } from "./schemas.ts";

export type KeyRow = Db["t"]["keys"]["$inferSelect"];
export type LineageRow = Db["t"]["lineages"]["$inferSelect"];
export type Credential = { key: KeyRow; lineage: LineageRow };

export async function insertLineage(tx: Db, lineage: LineageRow): Promise<void> {
  await tx.insert(tx.t.lineages).values(lineage);
}

export async function insertKey(tx: Db, key: KeyRow): Promise<void> {
  await tx.insert(tx.t.keys).values(key);
}

export async function findCredential(db: Db, id: string): Promise<Credential | undefined> {
  const { keys, lineages } = db.t;
  const [row] = await db
    .select({ key: keys, lineage: lineages })
    .from(keys)
    .innerJoin(lineages, eq(lineages.id, keys.lineageId))
    .where(eq(keys.id, id));
  return row;
}

/** The lineage, so that two rotations take turns, and then the key as it is once their turn came. */
export async function lockCredential(tx: Db, id: string): Promise<Credential | undefined> {
  const found = await findCredential(tx, id);
  if (!found) return undefined;
  await tx.lock(tx.select({ id: tx.t.lineages.id }).from(tx.t.lineages).where(eq(tx.t.lineages.id, found.lineage.id)));
  return findCredential(tx, id);
}

/** The key that this one's rotation put into its overlap. */
export async function retiringKeys(db: Db, lineageId: string, now: Date): Promise<KeyRow[]> {
  const { keys } = db.t;
  return db
    .select()
    .from(keys)
    .where(and(eq(keys.lineageId, lineageId), isNull(keys.revokedAt), gt(keys.retiresAt, now)))
    .orderBy(asc(keys.id));
}

export async function updateKey(tx: Db, id: string, changes: Partial<KeyRow>): Promise<void> {
  await tx.update(tx.t.keys).set(changes).where(eq(tx.t.keys.id, id));
}

export async function updateLineage(tx: Db, id: string, changes: Partial<LineageRow>): Promise<void> {
  await tx.update(tx.t.lineages).set(changes).where(eq(tx.t.lineages.id, id));
}

export type KeyFilters = { partnerId: string | null; status?: Key["status"] | undefined; now: Date };

export function selectCredentials(
  db: Db,
  { partnerId, status, now }: KeyFilters,
  after: string | undefined,
  limit: number,
): Promise<Credential[]> {
  const { keys, lineages } = db.t;
  return db
    .select({ key: keys, lineage: lineages })
    .from(keys)
    .innerJoin(lineages, eq(lineages.id, keys.lineageId))
    .where(
      and(
        partnerId === null ? isNull(keys.partnerId) : eq(keys.partnerId, partnerId),
        status === undefined ? undefined : hasStatus(db, status, now),
        after === undefined ? undefined : gt(keys.id, after),
      ),
    )
    .orderBy(asc(keys.id))
    .limit(limit);
}

export async function countLiveKeys(db: Db, partnerId: string | null, now: Date): Promise<number> {
  const { keys } = db.t;
  return db.$count(
    keys,
    and(partnerId === null ? isNull(keys.partnerId) : eq(keys.partnerId, partnerId), hasStatus(db, "active", now)),
  );
}

/** Whether any key of it can still be used. */
export async function lineageLives(db: Db, lineageId: string, now: Date): Promise<boolean> {
  const { keys } = db.t;
  const isLiving = or(hasStatus(db, "active", now), hasStatus(db, "retiring", now));
  return (await db.$count(keys, and(eq(keys.lineageId, lineageId), isLiving))) > 0;
}

/** The same order of questions as statusOf in service.ts: the first that fits names the status. */
function hasStatus({ t: { keys } }: Db, status: Key["status"], now: Date): SQL | undefined {
  const unrevoked = isNull(keys.revokedAt);
  const unexpired = or(isNull(keys.expiresAt), gt(keys.expiresAt, now));
  const conditions = {
    revoked: isNotNull(keys.revokedAt),
    expired: and(unrevoked, lte(keys.expiresAt, now)),
    retired: and(unrevoked, unexpired, lte(keys.retiresAt, now)),
    retiring: and(unrevoked, unexpired, gt(keys.retiresAt, now)),
    active: and(unrevoked, unexpired, isNull(keys.retiresAt)),
  };
  return conditions[status];
}
