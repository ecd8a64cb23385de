import { idBefore } from "../clock.ts";
import { and, desc, eq, isNull, lt, lte } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";

export type EventRow = Db["t"]["usageEvents"]["$inferSelect"];

const eventsMax = 10;

/** The events of a request that are in the database, the latest first; `partnerId` null: whoever's they are. */
export function eventsOfRequest(db: Db, requestId: string, partnerId: string | null): Promise<EventRow[]> {
  const { usageEvents } = db.t;
  const isTheirs = partnerId === null ? undefined : eq(usageEvents.partnerId, partnerId);
  return db
    .select()
    .from(usageEvents)
    .where(and(eq(usageEvents.requestId, requestId), isNull(usageEvents.corrects), isTheirs))
    .orderBy(desc(usageEvents.id))
    .limit(eventsMax);
}

/** Who it was: names as they are now. */
export async function findCaller(db: Db, { keyId, partnerId }: EventRow) {
  const { keys, lineages, partners } = db.t;
  const [row] = await db
    .select({ name: lineages.name, mode: lineages.mode, company: partners.company })
    .from(keys)
    .innerJoin(lineages, eq(lineages.id, keys.lineageId))
    .innerJoin(partners, eq(partners.id, keys.partnerId))
    .where(and(eq(keys.id, keyId), eq(keys.partnerId, partnerId)));
  return row;
}

/** The subscription as its last change before an event left it, in the form of the API; undefined where none is recorded. */
export async function findDealThen(db: Db, { subscriptionId, at }: EventRow): Promise<unknown> {
  const { audit } = db.t;
  const [row] = await db
    .select({ after: audit.after })
    .from(audit)
    .where(and(eq(audit.target, subscriptionId), lte(audit.at, at), lt(audit.id, idBefore("aud", at.getTime() + 1))))
    .orderBy(desc(audit.id))
    .limit(1);
  return row?.after ?? undefined;
}

export async function findSubscription(db: Db, id: string) {
  const { subscriptions } = db.t;
  const [row] = await db.select().from(subscriptions).where(eq(subscriptions.id, id));
  return row;
}

export async function findAccepted(db: Db, { partnerId, dataset, at }: EventRow) {
  const { acceptances } = db.t;
  const { version, acceptedAt } = acceptances;
  const [row] = await db
    .select({ version, acceptedAt })
    .from(acceptances)
    .where(and(eq(acceptances.partnerId, partnerId), eq(acceptances.dataset, dataset), lte(acceptedAt, at)))
    .orderBy(desc(version))
    .limit(1);
  return row;
}

export async function findBlock(db: Db, { chain, block }: EventRow) {
  const { blocks } = db.t;
  const [row] = await db
    .select({ hash: blocks.hash, at: blocks.at })
    .from(blocks)
    .where(and(eq(blocks.chain, chain), eq(blocks.seq, block)));
  return row;
}
