import { and, asc, desc, eq, isNull } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";

export type SigningKeyRow = Db["t"]["signingKeys"]["$inferSelect"];

/** Ids are numbers in order of making, so the newest is the last. */
export async function newestSigningKey(db: Db): Promise<SigningKeyRow | undefined> {
  const { signingKeys } = db.t;
  const [row] = await db.select().from(signingKeys).orderBy(desc(signingKeys.id)).limit(1);
  return row;
}

export function selectSigningKeys(db: Db): Promise<SigningKeyRow[]> {
  return db.select().from(db.t.signingKeys).orderBy(asc(db.t.signingKeys.id));
}

/** False when another process has made the key of this number. */
export async function insertSigningKey(tx: Db, row: SigningKeyRow): Promise<boolean> {
  const { signingKeys } = tx.t;
  const [made] = await tx.insert(signingKeys).values(row).onConflictDoNothing().returning({ id: signingKeys.id });
  return made !== undefined;
}

export async function retireSigningKey(tx: Db, id: string, retiredAt: Date): Promise<void> {
  const { signingKeys } = tx.t;
  await tx
    .update(signingKeys)
    .set({ retiredAt })
    .where(and(eq(signingKeys.id, id), isNull(signingKeys.retiredAt)));
}
