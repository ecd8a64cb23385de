import { and, asc, eq, gt, not, sql } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";
import { isOnboarded } from "./onboarding-queries.ts";
import type { PartnerQuery } from "./schemas.ts";

export type PartnerRow = Db["t"]["partners"]["$inferSelect"];

/** undefined when the e-mail belongs to a partner already. */
export async function insertPartner(tx: Db, partner: PartnerRow): Promise<PartnerRow | undefined> {
  const [row] = await tx
    .insert(tx.t.partners)
    .values(partner)
    .onConflictDoNothing({ target: tx.t.partners.email })
    .returning();
  return row;
}

export async function findPartner(db: Db, id: string): Promise<PartnerRow | undefined> {
  const [row] = await db.select().from(db.t.partners).where(eq(db.t.partners.id, id));
  return row;
}

export async function lockPartner(tx: Db, id: string): Promise<PartnerRow | undefined> {
  const [row] = await tx.lock(tx.select().from(tx.t.partners).where(eq(tx.t.partners.id, id)));
  return row;
}

export async function partnerWithEmail(db: Db, email: string): Promise<PartnerRow | undefined> {
  const [row] = await db.select().from(db.t.partners).where(eq(db.t.partners.email, email));
  return row;
}

export async function updatePartner(tx: Db, id: string, changes: Partial<PartnerRow>): Promise<PartnerRow | undefined> {
  const [row] = await tx.update(tx.t.partners).set(changes).where(eq(tx.t.partners.id, id)).returning();
  return row;
}

type Filters = Pick<PartnerQuery, "status" | "plan" | "email" | "onboarded"> & { onlyId?: string };

export function selectPartners(
  db: Db,
  { status, plan, email, onboarded, onlyId }: Filters,
  after: string | undefined,
  limit: number,
): Promise<PartnerRow[]> {
  const { partners } = db.t;
  return db
    .select()
    .from(partners)
    .where(
      and(
        onlyId === undefined ? undefined : eq(partners.id, onlyId),
        status === undefined ? undefined : eq(partners.status, status),
        plan === undefined ? undefined : eq(partners.plan, plan),
        email === undefined ? undefined : eq(partners.email, email.toLowerCase()),
        onboarded === undefined ? undefined : onboarded ? isOnboarded(db) : not(isOnboarded(db) ?? sql`false`),
        after === undefined ? undefined : gt(partners.id, after),
      ),
    )
    .orderBy(asc(partners.id))
    .limit(limit);
}
