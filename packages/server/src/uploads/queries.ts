import { idForm } from "../http/wire.ts";
import { and, asc, eq, gt, inArray, lte, sql } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";
import type { UploadQuery } from "./schemas.ts";

export type UploadRow = Db["t"]["uploads"]["$inferSelect"];
export type PartRow = Db["t"]["uploadParts"]["$inferSelect"];

export async function findUpload(db: Db, id: string): Promise<UploadRow | undefined> {
  if (!idForm.test(id)) return undefined;
  const [row] = await db.select().from(db.t.uploads).where(eq(db.t.uploads.id, id));
  return row;
}

export async function lockUpload(tx: Db, id: string): Promise<UploadRow | undefined> {
  if (!idForm.test(id)) return undefined;
  const [row] = await tx.lock(tx.select().from(tx.t.uploads).where(eq(tx.t.uploads.id, id)));
  return row;
}

export function partsOf(db: Db, id: string): Promise<PartRow[]> {
  const { uploadParts } = db.t;
  return db.select().from(uploadParts).where(eq(uploadParts.upload, id)).orderBy(asc(uploadParts.number));
}

export async function replacePart(tx: Db, part: PartRow): Promise<void> {
  const { uploadParts } = tx.t;
  const { bytes, sha256, receivedAt } = part;
  await tx
    .insert(uploadParts)
    .values(part)
    .onConflictDoUpdate({ target: [uploadParts.upload, uploadParts.number], set: { bytes, sha256, receivedAt } });
}

export async function updateUpload(tx: Db, id: string, changes: Partial<UploadRow>): Promise<void> {
  await tx.update(tx.t.uploads).set(changes).where(eq(tx.t.uploads.id, id));
}

export async function deleteUpload(tx: Db, id: string): Promise<void> {
  await tx.delete(tx.t.uploadParts).where(eq(tx.t.uploadParts.upload, id));
  await tx.delete(tx.t.uploads).where(eq(tx.t.uploads.id, id));
}

export function countOpen(db: Db): Promise<number> {
  return db.$count(db.t.uploads, eq(db.t.uploads.status, "open"));
}

export function selectUploads(
  db: Db,
  { dataset, status, now }: Pick<UploadQuery, "dataset" | "status"> & { now: Date },
  after: string | undefined,
  limit: number,
): Promise<UploadRow[]> {
  const { uploads } = db.t;
  return db
    .select()
    .from(uploads)
    .where(
      and(
        gt(uploads.expiresAt, now),
        dataset === undefined ? undefined : eq(uploads.dataset, dataset),
        status === undefined ? undefined : eq(uploads.status, status),
        after === undefined ? undefined : gt(uploads.id, after),
      ),
    )
    .orderBy(asc(uploads.id))
    .limit(limit);
}

/** How much of each upload has come. */
export async function receivedOf(db: Db, ids: string[]): Promise<Map<string, { parts: number; bytes: number }>> {
  const { uploadParts } = db.t;
  if (ids.length === 0) return new Map();
  const sums = await db
    .select({
      upload: uploadParts.upload,
      parts: sql`count(*)`.mapWith(Number),
      bytes: sql`coalesce(sum(${uploadParts.bytes}), 0)`.mapWith(Number),
    })
    .from(uploadParts)
    .where(inArray(uploadParts.upload, ids))
    .groupBy(uploadParts.upload);
  return new Map(sums.map(({ upload, parts, bytes }) => [upload, { parts, bytes }]));
}

export function dueUploads(db: Db, now: Date, limit: number): Promise<UploadRow[]> {
  const { uploads } = db.t;
  return db.select().from(uploads).where(lte(uploads.expiresAt, now)).orderBy(asc(uploads.id)).limit(limit);
}
