import type { Part } from "../lake/lake.ts";
import { and, asc, count, desc, eq, isNotNull, lt, lte, max } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";
import { nameParts } from "./parts-queries.ts";

export type VersionRow = Db["t"]["versions"]["$inferSelect"];

export async function findVersion(db: Db, dataset: string, number: number): Promise<VersionRow | undefined> {
  const { versions } = db.t;
  const [row] = await db
    .select()
    .from(versions)
    .where(and(eq(versions.dataset, dataset), eq(versions.number, number)));
  return row;
}

/** The version that was the current one at that moment, whatever became of it. */
export async function findVersionAsOf(db: Db, dataset: string, at: Date): Promise<VersionRow | undefined> {
  const { versions } = db.t;
  const [row] = await db
    .select()
    .from(versions)
    .where(and(eq(versions.dataset, dataset), lte(versions.publishedAt, at)))
    .orderBy(desc(versions.publishedAt), desc(versions.number))
    .limit(1);
  return row;
}

/** Newest first; all of them, or those that were ever current. */
export function selectVersions(
  db: Db,
  dataset: string,
  { before, isAll, limit }: { before: number | undefined; isAll: boolean; limit: number },
): Promise<VersionRow[]> {
  const { versions } = db.t;
  return db
    .select()
    .from(versions)
    .where(
      and(
        eq(versions.dataset, dataset),
        before === undefined ? undefined : lt(versions.number, before),
        isAll ? undefined : isNotNull(versions.publishedAt),
      ),
    )
    .orderBy(desc(versions.number))
    .limit(limit);
}

/** One more than any version has, whatever became of it: a number is never given twice. The dataset must be locked. */
export async function nextNumber(tx: Db, dataset: string): Promise<number> {
  const { versions } = tx.t;
  const [row] = await tx
    .select({ last: max(versions.number) })
    .from(versions)
    .where(eq(versions.dataset, dataset));
  return (row?.last ?? 0) + 1;
}

export async function updateVersion(
  tx: Db,
  { dataset, number }: Pick<VersionRow, "dataset" | "number">,
  changes: Partial<Pick<VersionRow, "state" | "publishedAt" | "endedAt" | "endReason">>,
): Promise<void> {
  const { versions } = tx.t;
  await tx
    .update(versions)
    .set(changes)
    .where(and(eq(versions.dataset, dataset), eq(versions.number, number)));
}

export async function countParts(db: Db, dataset: string, number: number): Promise<number> {
  const { versionParts } = db.t;
  const [row] = await db
    .select({ parts: count() })
    .from(versionParts)
    .where(and(eq(versionParts.dataset, dataset), eq(versionParts.version, number)));
  return row?.parts ?? 0;
}

/** In the order of their times. */
export function selectParts(db: Db, dataset: string, number: number): Promise<Part[]> {
  const { versionParts, parts } = db.t;
  const { sha256, partition, timeMin, timeMax } = versionParts;
  return db
    .select({ sha256, partition, rows: parts.rows, bytes: parts.bytes, timeMin, timeMax })
    .from(versionParts)
    .innerJoin(parts, eq(parts.sha256, versionParts.sha256))
    .where(and(eq(versionParts.dataset, dataset), eq(versionParts.version, number)))
    .orderBy(asc(versionParts.place));
}

export async function updateVersionNote(tx: Db, dataset: string, number: number, note: string | null): Promise<void> {
  const { versions } = tx.t;
  await tx
    .update(versions)
    .set({ note })
    .where(and(eq(versions.dataset, dataset), eq(versions.number, number)));
}

export async function insertVersion(tx: Db, version: VersionRow, parts: Part[]): Promise<void> {
  const { dataset, number, createdAt } = version;
  await nameParts(tx, parts, createdAt);
  await tx.insert(tx.t.versions).values(version);
  await tx.insert(tx.t.versionParts).values(
    parts.map(({ sha256, partition, timeMin, timeMax }, place) => ({
      dataset,
      version: number,
      place,
      sha256,
      partition,
      timeMin,
      timeMax,
    })),
  );
}
