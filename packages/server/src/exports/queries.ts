import { idForm } from "../http/wire.ts";
import { and, asc, count, eq, gt, inArray, lte, or, type SQL } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";
import type { ExportQuery, ExportStatus } from "./schemas.ts";

export type ExportRow = Db["t"]["exports"]["$inferSelect"];

export const unfinished: ExportStatus[] = ["queued", "running"];

export async function insertExport(tx: Db, row: ExportRow): Promise<void> {
  await tx.insert(tx.t.exports).values(row);
}

export async function findExport(db: Db, id: string): Promise<ExportRow | undefined> {
  if (!idForm.test(id)) return undefined;
  const [row] = await db.select().from(db.t.exports).where(eq(db.t.exports.id, id));
  return row;
}

export async function lockExport(tx: Db, id: string): Promise<ExportRow | undefined> {
  if (!idForm.test(id)) return undefined;
  const [row] = await tx.lock(tx.select().from(tx.t.exports).where(eq(tx.t.exports.id, id)));
  return row;
}

export function countUnfinished(db: Db, partnerId: string): Promise<number> {
  const { exports } = db.t;
  return db.$count(exports, and(eq(exports.partnerId, partnerId), inArray(exports.status, unfinished)));
}

/** Of all partners, for whoever runs the platform: no more rows than there are unfinished statuses. */
export function countByStatus(db: Db): Promise<{ status: string; count: number }[]> {
  const { exports } = db.t;
  return db
    .select({ status: exports.status, count: count() })
    .from(exports)
    .where(inArray(exports.status, unfinished))
    .groupBy(exports.status);
}

type Filters = Pick<ExportQuery, "status" | "dataset"> & { partnerId?: string | undefined; now: Date };

export function selectExports(
  db: Db,
  filters: Filters,
  after: string | undefined,
  limit: number,
): Promise<ExportRow[]> {
  const { exports } = db.t;
  const { partnerId, status, dataset, now } = filters;
  return db
    .select()
    .from(exports)
    .where(
      and(
        partnerId === undefined ? undefined : eq(exports.partnerId, partnerId),
        status === undefined ? undefined : hasStatus(db, status, now),
        dataset === undefined ? undefined : eq(exports.dataset, dataset),
        after === undefined ? undefined : gt(exports.id, after),
      ),
    )
    .orderBy(asc(exports.id))
    .limit(limit);
}

/** As statusOf in wire.ts has it: what is past its time has expired, whether or not somebody has tidied up. */
function hasStatus({ t: { exports } }: Db, status: ExportStatus, now: Date): SQL | undefined {
  if (status === "ready") return and(eq(exports.status, "ready"), gt(exports.expiresAt, now));
  if (status !== "expired") return eq(exports.status, status);
  return or(eq(exports.status, "expired"), and(eq(exports.status, "ready"), lte(exports.expiresAt, now)));
}

/** undefined when it has ended, whoever was faster. */
export async function cancelUnfinished(tx: Db, id: string, endedAt: Date): Promise<ExportRow | undefined> {
  const { exports } = tx.t;
  const [row] = await tx
    .update(exports)
    .set({ status: "canceled", owner: null, leaseUntil: null, endedAt })
    .where(and(eq(exports.id, id), inArray(exports.status, unfinished)))
    .returning();
  return row;
}
