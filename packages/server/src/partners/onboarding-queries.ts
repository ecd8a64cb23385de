import { and, asc, eq, exists, isNotNull, or, type SQL, sql } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";
import type { OnboardingStep } from "./onboarding-steps.ts";

export type StatedRow = Db["t"]["onboardingSteps"]["$inferSelect"];
/** What happened, and the id of what proves it. */
export type Fact = { at: Date; id: string };

export function selectStated(db: Db, partnerId: string): Promise<StatedRow[]> {
  const { onboardingSteps } = db.t;
  return db.select().from(onboardingSteps).where(eq(onboardingSteps.partnerId, partnerId));
}

/** False when somebody has said so already. */
export async function insertStated(tx: Db, row: StatedRow): Promise<boolean> {
  const rows = await tx.insert(tx.t.onboardingSteps).values(row).onConflictDoNothing().returning();
  return rows.length > 0;
}

/** False when nobody had said so. */
export async function deleteStated(tx: Db, partnerId: string, step: OnboardingStep): Promise<boolean> {
  const { onboardingSteps } = tx.t;
  const isIt = and(eq(onboardingSteps.partnerId, partnerId), eq(onboardingSteps.step, step));
  return (await tx.delete(onboardingSteps).where(isIt).returning()).length > 0;
}

/** Ids are in order of time, so the first one is the oldest. */
export async function firstKey(db: Db, partnerId: string): Promise<Fact | undefined> {
  const { keys } = db.t;
  const fact = db.select({ at: keys.createdAt, id: keys.id }).from(keys).where(eq(keys.partnerId, partnerId));
  return (await fact.orderBy(asc(keys.id)).limit(1))[0];
}

export async function firstAcceptance(db: Db, partnerId: string): Promise<Fact | undefined> {
  const { acceptances: t } = db.t;
  const fact = db.select({ at: t.acceptedAt, id: t.id }).from(t).where(eq(t.partnerId, partnerId));
  return (await fact.orderBy(asc(t.acceptedAt), asc(t.id)).limit(1))[0];
}

export async function firstSubscription(db: Db, partnerId: string): Promise<Fact | undefined> {
  const { subscriptions: t } = db.t;
  const fact = db.select({ at: t.createdAt, id: t.id }).from(t).where(eq(t.partnerId, partnerId));
  return (await fact.orderBy(asc(t.id)).limit(1))[0];
}

/** The first uses of a partner's keys; those of before they were kept count from their last. */
export async function firstUses(db: Db, partnerId: string): Promise<{ id: string; at: Date | null }[]> {
  const { keys } = db.t;
  const { id, firstUsedAt, lastUsedAt } = keys;
  const rows = await db.select({ id, firstUsedAt, lastUsedAt }).from(keys).where(eq(keys.partnerId, partnerId));
  return rows.map((key) => ({ id: key.id, at: key.firstUsedAt ?? key.lastUsedAt }));
}

/** Whether every step of a partner is done. A use that is seconds old may not be counted yet. */
export function isOnboarded(db: Db): SQL | undefined {
  const { partners, keys, subscriptions, acceptances, onboardingSteps: t } = db.t;
  const one = { one: sql`1` };
  const isStated = (step: OnboardingStep) =>
    exists(
      db
        .select(one)
        .from(t)
        .where(and(eq(t.partnerId, partners.id), eq(t.step, step))),
    );
  const hasAccepted = exists(db.select(one).from(acceptances).where(eq(acceptances.partnerId, partners.id)));
  return and(
    isStated("contact_verified"),
    or(isStated("agreement"), hasAccepted),
    exists(
      db
        .select(one)
        .from(keys)
        .where(and(eq(keys.partnerId, partners.id), isNotNull(keys.lastUsedAt))),
    ),
    exists(db.select(one).from(subscriptions).where(eq(subscriptions.partnerId, partners.id))),
  );
}
