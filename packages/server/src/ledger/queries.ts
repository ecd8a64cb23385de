import type { DayHead } from "@wizdata/shared";
import { and, asc, desc, eq, gt, gte, isNull, lt, or, sql } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";
import { endOf, startOf } from "./calendar.ts";
import type { PartnerRoot } from "./day-roots.ts";
import type { ChainedEvent, EventRange } from "./event-pages.ts";
import { toChainedEvent } from "./wire.ts";

export type DayRow = Db["t"]["ledgerDays"]["$inferSelect"];
export type PartnerDayRow = Db["t"]["ledgerPartnerDays"]["$inferSelect"];

/** In order of id. */
export const readEvents =
  (db: Db) =>
  async ({ after, before, partnerId, limit }: EventRange): Promise<ChainedEvent[]> => {
    const { usageEvents } = db.t;
    const ofPartner = partnerId === undefined ? undefined : eq(usageEvents.partnerId, partnerId);
    const rows = await db
      .select()
      .from(usageEvents)
      .where(and(gt(usageEvents.id, after), lt(usageEvents.id, before), ofPartner))
      .orderBy(asc(usageEvents.id))
      .limit(limit);
    return rows.map(toChainedEvent);
  };

/** The id of the first usage event there is. */
export async function firstEventId(db: Db): Promise<string | undefined> {
  const { usageEvents } = db.t;
  const [row] = await db.select({ id: usageEvents.id }).from(usageEvents).orderBy(asc(usageEvents.id)).limit(1);
  return row?.id;
}

export async function firstBlockAt(db: Db): Promise<Date | undefined> {
  const { blocks } = db.t;
  const [row] = await db.select({ at: blocks.at }).from(blocks).orderBy(asc(blocks.at)).limit(1);
  return row?.at;
}

/** How many events the blocks of a day say they have. */
export async function countBlockEvents(db: Db, day: string): Promise<number> {
  const { blocks } = db.t;
  const [row] = await db
    .select({ events: sql<string | null>`cast(sum(${blocks.events}) as text)` })
    .from(blocks)
    .where(and(gte(blocks.at, startOf(day)), lt(blocks.at, endOf(day))));
  return Number(row?.events ?? 0);
}

/** Keeps every chain from getting another block before this instant. Whoever is storing one is waited for. */
export async function freezeChains(tx: Db, before: Date): Promise<void> {
  const { chains } = tx.t;
  // In order of their ids, so that two who sign do not wait in a circle.
  await tx.lock(tx.select({ id: chains.id }).from(chains).where(isNull(chains.endedAt)).orderBy(asc(chains.id)));
  await tx
    .update(chains)
    .set({ notBefore: before })
    .where(and(isNull(chains.endedAt), lt(chains.notBefore, before)));
}

/** Where the chains stood at the end of a day. One that ended before it stands in the day it ended on. */
export async function headsOf(db: Db, day: string): Promise<DayHead[]> {
  const { chains, blocks } = db.t;
  const open = await db
    .select({ id: chains.id })
    .from(chains)
    .where(or(isNull(chains.endedAt), gte(chains.endedAt, startOf(day))))
    .orderBy(asc(chains.id));
  const heads: DayHead[] = [];
  for (const { id } of open) {
    const [last] = await db
      .select({ seq: blocks.seq, hash: blocks.hash })
      .from(blocks)
      .where(and(eq(blocks.chain, id), lt(blocks.at, endOf(day))))
      .orderBy(desc(blocks.seq))
      .limit(1);
    if (last) heads.push([id, last.seq, last.hash]);
  }
  return heads;
}

export async function signedDaysFrom(db: Db, day: string): Promise<Set<string>> {
  const { ledgerDays } = db.t;
  const rows = await db.select({ day: ledgerDays.day }).from(ledgerDays).where(gte(ledgerDays.day, day));
  return new Set(rows.map((row) => row.day));
}

export async function findDay(db: Db, day: string): Promise<DayRow | undefined> {
  const [row] = await db.select().from(db.t.ledgerDays).where(eq(db.t.ledgerDays.day, day));
  return row;
}

/** False when another process has signed it. */
export async function insertDay(tx: Db, row: DayRow): Promise<boolean> {
  const { ledgerDays } = tx.t;
  const [made] = await tx.insert(ledgerDays).values(row).onConflictDoNothing().returning({ day: ledgerDays.day });
  return made !== undefined;
}

/** What is known of partners' days counts from when the day itself is signed. */
export async function setPartnerDays(tx: Db, day: string, partners: readonly PartnerRoot[]): Promise<void> {
  const { ledgerPartnerDays } = tx.t;
  await tx
    .insert(ledgerPartnerDays)
    .values(partners.map((partner) => ({ day, ...partner })))
    .onConflictDoUpdate({
      target: [ledgerPartnerDays.day, ledgerPartnerDays.partnerId],
      set: { root: sql`excluded.root`, events: sql`excluded.events` },
    });
}

/** In order of the partners' ids. */
export function selectPartnerDays(db: Db, day: string): Promise<PartnerDayRow[]> {
  const { ledgerPartnerDays } = db.t;
  return db
    .select()
    .from(ledgerPartnerDays)
    .where(eq(ledgerPartnerDays.day, day))
    .orderBy(asc(ledgerPartnerDays.partnerId));
}
