import type { Services } from "../services.ts";
import { and, asc, gt, inArray, isNull, lte, ne } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";
import type { ReceiptsAnswer, ReceiptsQuestion } from "./receipts-schemas.ts";
import { type Reading, reading } from "./steps.ts";

const stepEventsMax = 1_000;
/** So many events are looked at for one question. */
const unlistedStepsMax = 5;

type Stated = ReceiptsQuestion["receipts"][number];

/** Holds an access log's lines against the events: each has one, with the same partner, key, rows and bytes. */
export async function compareReceipts(
  { store }: Services,
  { receipts, between }: ReceiptsQuestion,
  signal: AbortSignal | undefined,
): Promise<ReceiptsAnswer> {
  const from = reading(store.db, signal);
  const listed = new Set(receipts.map(({ receipt }) => receipt));
  const { reached, unlisted } = between ? await findUnlisted(from, between, listed) : { reached: null, unlisted: [] };
  const answer: ReceiptsAnswer = { reached, unlisted, matched: 0, missing: [], differing: [], archived: 0 };
  const asked = receipts.filter(({ receipt }) => reached === null || receipt <= reached);
  const archives = await archivedIds(store.db);
  for (let at = 0; at < asked.length; at += stepEventsMax) {
    const step = asked.slice(at, at + stepEventsMax);
    const events = await findEvents(store.db, step);
    for (const stated of step) compare(stated, events.get(stated.receipt));
    await from.pause();
  }
  return answer;

  function compare(stated: Stated, event: Event | undefined): void {
    const { receipt } = stated;
    if (!event && archives.some(({ idsFrom, idsTo }) => receipt >= idsFrom && receipt < idsTo)) answer.archived += 1;
    else if (!event) answer.missing.push(receipt);
    else {
      const differing = differencesOf(stated, event);
      if (differing.length === 0) answer.matched += 1;
      answer.differing.push(...differing);
    }
  }
}

type Event = { id: string; partner_id: string; key_id: string; rows: number; bytes: number };

function differencesOf(stated: Stated, event: Event): ReceiptsAnswer["differing"] {
  const compared = stated.repeat ? (["partner_id"] as const) : (["partner_id", "key_id", "rows", "bytes"] as const);
  return compared
    .filter((figure) => stated[figure] !== event[figure])
    .map((figure) => ({
      receipt: stated.receipt,
      figure,
      stated: String(stated[figure]),
      stored: String(event[figure]),
    }));
}

async function findEvents(db: Db, stated: readonly Stated[]): Promise<Map<string, Event>> {
  const { usageEvents } = db.t;
  const { id, partnerId, keyId, rows, bytes } = usageEvents;
  const found = await db
    .select({ id, partner_id: partnerId, key_id: keyId, rows, bytes })
    .from(usageEvents)
    .where(
      and(
        inArray(
          id,
          stated.map(({ receipt }) => receipt),
        ),
        // A reversal is no answer, whoever names it.
        isNull(usageEvents.corrects),
      ),
    );
  return new Map(found.map((event) => [event.id, event]));
}

/** The answers between two receipts that are not among those listed, as far as one question goes. */
async function findUnlisted(
  { db, pause }: Reading,
  { after, to }: { after: string; to: string },
  listed: ReadonlySet<string>,
): Promise<{ reached: string; unlisted: ReceiptsAnswer["unlisted"] }> {
  const unlisted: ReceiptsAnswer["unlisted"] = [];
  let from = after;
  for (let step = 0; step < unlistedStepsMax; step++) {
    const events = await answersBetween(db, from, to);
    const missing = events.filter(({ id }) => !listed.has(id));
    const reversed = await reversedAmong(
      db,
      missing.map(({ id }) => id),
    );
    for (const { id, partnerId, operation, at } of missing)
      unlisted.push({
        ...{ receipt: id, partner_id: partnerId, operation },
        ...{ at: at.toISOString(), reversed: reversed.has(id) },
      });
    const last = events.at(-1);
    if (events.length < stepEventsMax || last === undefined) return { reached: to, unlisted };
    from = last.id;
    await pause();
  }
  return { reached: from, unlisted };
}

function answersBetween(db: Db, after: string, to: string) {
  const { usageEvents } = db.t;
  const { id, partnerId, operation, at } = usageEvents;
  return db
    .select({ id, partnerId, operation, at })
    .from(usageEvents)
    .where(and(gt(id, after), lte(id, to), isNull(usageEvents.corrects), ne(operation, "export")))
    .orderBy(asc(id))
    .limit(stepEventsMax);
}

async function reversedAmong(db: Db, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const { usageEvents } = db.t;
  const { corrects } = usageEvents;
  const found = await db
    .select({ corrects })
    .from(usageEvents)
    .where(inArray(corrects, [...ids]));
  return new Set(found.flatMap((row) => row.corrects ?? []));
}

function archivedIds(db: Db): Promise<{ idsFrom: string; idsTo: string }[]> {
  const { usageArchives } = db.t;
  return db.select({ idsFrom: usageArchives.idsFrom, idsTo: usageArchives.idsTo }).from(usageArchives);
}
