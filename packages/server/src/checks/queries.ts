import { idForm } from "../http/wire.ts";
import { and, desc, eq, lt } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";

export type CheckRow = Db["t"]["checks"]["$inferSelect"];

/** False when one is running. */
export async function insertCheck(tx: Db, row: CheckRow): Promise<boolean> {
  const { checks } = tx.t;
  const [made] = await tx.insert(checks).values(row).onConflictDoNothing().returning({ id: checks.id });
  return made !== undefined;
}

/** undefined when it has ended already. */
export async function endCheck(tx: Db, id: string, end: Partial<CheckRow>): Promise<CheckRow | undefined> {
  const { checks } = tx.t;
  const [row] = await tx
    .update(checks)
    .set(end)
    .where(and(eq(checks.id, id), eq(checks.status, "running")))
    .returning();
  return row;
}

export async function findCheck(db: Db, id: string): Promise<CheckRow | undefined> {
  if (!idForm.test(id)) return undefined;
  const [row] = await db.select().from(db.t.checks).where(eq(db.t.checks.id, id));
  return row;
}

/** Newest first. */
export function selectChecks(db: Db, before: string | undefined, limit: number): Promise<CheckRow[]> {
  const { checks } = db.t;
  return db
    .select()
    .from(checks)
    .where(before === undefined ? undefined : lt(checks.id, before))
    .orderBy(desc(checks.id))
    .limit(limit);
}

export function selectRunning(db: Db): Promise<CheckRow[]> {
  return db.select().from(db.t.checks).where(eq(db.t.checks.status, "running"));
}

/** All but the newest ones. */
export async function deleteOldChecks(tx: Db, keptMax: number): Promise<void> {
  const { checks } = tx.t;
  const [oldest] = await tx
    .select({ id: checks.id })
    .from(checks)
    .orderBy(desc(checks.id))
    .offset(keptMax - 1)
    .limit(1);
  if (oldest) await tx.delete(checks).where(lt(checks.id, oldest.id));
}
