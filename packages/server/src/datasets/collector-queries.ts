import { and, asc, eq, exists, gt, inArray, isNotNull, isNull, lte, not, or } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";

/** That nothing names the part of a row. */
const isUnnamed = (db: Db) => {
  const { parts, versionParts, filteredParts } = db.t;
  const ofVersions = db.select({ sha256: versionParts.sha256 }).from(versionParts);
  const ofFilters = db.select({ sha256: filteredParts.sha256 }).from(filteredParts);
  return and(
    not(exists(ofVersions.where(eq(versionParts.sha256, parts.sha256)))),
    not(exists(ofFilters.where(eq(filteredParts.sha256, parts.sha256)))),
  );
};

/** Marks parts that nothing names, some at a time in the order of their hashes. Where to go on; undefined at the end. */
export async function markUnnamed(tx: Db, after: string, limit: number, now: Date): Promise<string | undefined> {
  const { parts } = tx.t;
  const next = await tx
    .select({ sha256: parts.sha256 })
    .from(parts)
    .where(gt(parts.sha256, after))
    .orderBy(asc(parts.sha256))
    .limit(limit);
  const hashes = next.map(({ sha256 }) => sha256);
  if (hashes.length === 0) return undefined;
  await tx
    .update(parts)
    .set({ deletingAt: now })
    .where(and(inArray(parts.sha256, hashes), isNull(parts.deletingAt), isUnnamed(tx)));
  return hashes.length < limit ? undefined : hashes.at(-1);
}

/** Those marked before that moment. */
export async function markedParts(db: Db, before: Date, limit: number): Promise<string[]> {
  const { parts } = db.t;
  const rows = await db
    .select({ sha256: parts.sha256 })
    .from(parts)
    .where(lte(parts.deletingAt, before))
    .orderBy(asc(parts.sha256))
    .limit(limit);
  return rows.map(({ sha256 }) => sha256);
}

/**
 * Deletes the row of a part that still waits to be deleted and that still nothing names. Its row is held from here on: whoever wants
 * to name it waits until the transaction ends, and then finds neither row nor file.
 */
export async function deletePart(tx: Db, sha256: string, before: Date): Promise<boolean> {
  const { parts } = tx.t;
  const isDue = and(eq(parts.sha256, sha256), lte(parts.deletingAt, before));
  const [row] = await tx.lock(tx.select().from(parts).where(isDue));
  if (!row) return false;
  // Asked after the row was held, so that no name given meanwhile is missed.
  const [gone] = await tx
    .delete(parts)
    .where(and(isDue, isUnnamed(tx)))
    .returning();
  if (gone) return true;
  await tx.update(parts).set({ deletingAt: null }).where(isDue);
  return false;
}

/** Gives files that have no row one that waits to be deleted, so that they go the way of all others. */
export async function adoptFiles(
  tx: Db,
  files: readonly { sha256: string; bytes: number }[],
  now: Date,
): Promise<number> {
  const { parts } = tx.t;
  const adopted = await tx
    .insert(parts)
    .values(files.map(({ sha256, bytes }) => ({ sha256, rows: 0, bytes, createdAt: now, deletingAt: now })))
    .onConflictDoNothing()
    .returning({ sha256: parts.sha256 });
  return adopted.length;
}

export async function deleteUnusedFilters(tx: Db, before: Date): Promise<number> {
  const { filteredParts } = tx.t;
  const gone = await tx
    .delete(filteredParts)
    .where(lte(filteredParts.usedAt, before))
    .returning({ id: filteredParts.id });
  return gone.length;
}

/** Versions whose rows nobody may read any more and that still have parts. */
export function endedWithParts(db: Db, before: Date, limit: number) {
  const { versions, versionParts } = db.t;
  const parts = db
    .select({ version: versionParts.version })
    .from(versionParts)
    .where(and(eq(versionParts.dataset, versions.dataset), eq(versionParts.version, versions.number)));
  return db
    .select({ dataset: versions.dataset, number: versions.number })
    .from(versions)
    .where(
      and(
        isNotNull(versions.endedAt),
        // What was rejected was never read by anybody.
        or(lte(versions.endedAt, before), eq(versions.state, "rejected")),
        inArray(versions.state, ["removed", "retracted", "rejected"]),
        exists(parts),
      ),
    )
    .orderBy(asc(versions.dataset), asc(versions.number))
    .limit(limit);
}

export async function hasUnfinishedExports(db: Db, dataset: string, number: number): Promise<boolean> {
  const { exports } = db.t;
  const [row] = await db
    .select({ id: exports.id })
    .from(exports)
    .where(
      and(
        eq(exports.dataset, dataset),
        or(eq(exports.version, number), eq(exports.sinceVersion, number)),
        inArray(exports.status, ["queued", "running"]),
      ),
    )
    .limit(1);
  return row !== undefined;
}

export async function deleteVersionParts(tx: Db, dataset: string, number: number): Promise<void> {
  const { versionParts } = tx.t;
  await tx.delete(versionParts).where(and(eq(versionParts.dataset, dataset), eq(versionParts.version, number)));
}
