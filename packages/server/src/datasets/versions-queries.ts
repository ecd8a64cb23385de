import type { Part } from "../lake/lake.ts";
import { and, asc, count, desc, eq, lt, lte } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";

export type VersionRow = Db["t"]["versions"]["$inferSelect"];

export async function findVersion(db: Db, dataset: string, number: number): Promise<VersionRow | undefined> {
  const { versions } = db.t;
  const [row] = await db
    .select()
    .from(versions)
    .where(and(eq(versions.dataset, dataset), eq(versions.number, number)));
  return row;
}

/** The newest version that was there at that moment. */
export async function findVersionAsOf(db: Db, dataset: string, at: Date): Promise<VersionRow | undefined> {
  const { versions } = db.t;
  const [row] = await db
    .select()
    .from(versions)
    .where(and(eq(versions.dataset, dataset), lte(versions.createdAt, at)))
    .orderBy(desc(versions.number))
    .limit(1);
  return row;
}

/** Newest first. */
export function selectVersions(
  db: Db,
  dataset: string,
  before: number | undefined,
  limit: number,
): Promise<VersionRow[]> {
  const { versions } = db.t;
  return db
    .select()
    .from(versions)
    .where(and(eq(versions.dataset, dataset), before === undefined ? undefined : lt(versions.number, before)))
    .orderBy(desc(versions.number))
    .limit(limit);
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
  // A part that an earlier version or another dataset has is shared.
  await tx
    .insert(tx.t.parts)
    .values(parts.map(({ sha256, rows, bytes }) => ({ sha256, rows, bytes, createdAt })))
    .onConflictDoNothing();
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
