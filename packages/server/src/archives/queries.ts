import type { ArchivedSum } from "../lake/lake.ts";
import { and, asc, eq, gt, gte, inArray, isNull, lt } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";
import type { EventRow } from "./lines.ts";

export type ArchiveRow = Db["t"]["usageArchives"]["$inferSelect"];
type IdRange = { after: string; idsTo: string; partnerId?: string | undefined };

/** In order of months. */
export function selectArchives(db: Db): Promise<ArchiveRow[]> {
  return db.select().from(db.t.usageArchives).orderBy(asc(db.t.usageArchives.month));
}

export async function findArchive(db: Db, month: string): Promise<ArchiveRow | undefined> {
  const [row] = await db.select().from(db.t.usageArchives).where(eq(db.t.usageArchives.month, month));
  return row;
}

/** `partnerId` null: whoever's it is. */
export async function findStored(db: Db, id: string, partnerId: string | null): Promise<EventRow | undefined> {
  const { usageEvents: e } = db.t;
  const isTheirs = partnerId === null ? undefined : eq(e.partnerId, partnerId);
  const [row] = await db
    .select()
    .from(e)
    .where(and(eq(e.id, id), isTheirs));
  return row;
}

/** The id of the first event from here on. */
export async function firstEventFrom(db: Db, idsFrom: string): Promise<string | undefined> {
  const { usageEvents: e } = db.t;
  const [row] = await db.select({ id: e.id }).from(e).where(gte(e.id, idsFrom)).orderBy(asc(e.id)).limit(1);
  return row?.id;
}

export function readEvents(db: Db, { after, idsTo, partnerId }: IdRange, limitRows: number): Promise<EventRow[]> {
  const { usageEvents: e } = db.t;
  const ofPartner = partnerId === undefined ? undefined : eq(e.partnerId, partnerId);
  return db
    .select()
    .from(e)
    .where(and(gt(e.id, after), lt(e.id, idsTo), ofPartner))
    .orderBy(asc(e.id), asc(e.partnerId))
    .limit(limitRows);
}

export async function readEventIds(db: Db, { after, idsTo }: IdRange, limitRows: number): Promise<string[]> {
  const { usageEvents: e } = db.t;
  const rows = await db
    .select({ id: e.id })
    .from(e)
    .where(and(gt(e.id, after), lt(e.id, idsTo)))
    .orderBy(asc(e.id))
    .limit(limitRows);
  return rows.map(({ id }) => id);
}

export async function deleteEvents(tx: Db, ids: string[]): Promise<void> {
  await tx.delete(tx.t.usageEvents).where(inArray(tx.t.usageEvents.id, ids));
}

export async function signedDays(db: Db, from: string, to: string): Promise<Set<string>> {
  const { ledgerDays } = db.t;
  const isWithin = and(gte(ledgerDays.day, from), lt(ledgerDays.day, to));
  const rows = await db.select({ day: ledgerDays.day }).from(ledgerDays).where(isWithin);
  return new Set(rows.map(({ day }) => day));
}

export async function hasBlock(db: Db, from: Date, to: Date): Promise<boolean> {
  const { blocks } = db.t;
  const isWithin = and(gte(blocks.at, from), lt(blocks.at, to));
  return (await db.select({ chain: blocks.chain }).from(blocks).where(isWithin).limit(1)).length > 0;
}

/** Events whose answers have not left, as far as the processes at work know, or one that died and was not yet taken over. */
export async function pendingEvents(db: Db): Promise<string[]> {
  const { chains } = db.t;
  const open = await db.select({ pending: chains.pending }).from(chains).where(isNull(chains.endedAt));
  return open.flatMap(({ pending }) => pending);
}

/** False when another process has archived the month. */
export async function insertArchive(tx: Db, row: ArchiveRow): Promise<boolean> {
  const { usageArchives } = tx.t;
  const [made] = await tx
    .insert(usageArchives)
    .values(row)
    .onConflictDoNothing()
    .returning({ month: usageArchives.month });
  return made !== undefined;
}

export async function setEmptied(tx: Db, month: string, emptiedAt: Date): Promise<void> {
  await tx.update(tx.t.usageArchives).set({ emptiedAt }).where(eq(tx.t.usageArchives.month, month));
}

/** What an attempt that failed left of a month that is no archive. */
export async function deleteSums(tx: Db, month: string): Promise<void> {
  await tx.delete(tx.t.archivedRollups).where(eq(tx.t.archivedRollups.archive, month));
}

export async function insertSums(tx: Db, archive: string, sums: readonly ArchivedSum[]): Promise<void> {
  const values = sums.map(({ key, measures }) => {
    const [partnerId = "", month = "", subscriptionId = "", segment = "", lineageId = "", ...others] = key;
    const [keyId = "", dataset = "", operation = "", outcome = ""] = others;
    const [events = 0, calls = 0, rows = 0, bytes = 0, units = 0, amountMillis = 0] = measures;
    const names = { partnerId, month, subscriptionId, segment, lineageId, keyId, dataset, operation, outcome, archive };
    return { ...names, events, calls, rows, bytes, units, amountMillis };
  });
  if (values.length > 0) await tx.insert(tx.t.archivedRollups).values(values).onConflictDoNothing();
}

export const countSums = (tx: Db, month: string): Promise<number> =>
  tx.$count(tx.t.archivedRollups, eq(tx.t.archivedRollups.archive, month));
