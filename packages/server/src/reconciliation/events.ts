import { and, asc, gt, inArray, isNotNull, lt, lte } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";
import type { Reading } from "./steps.ts";

const stepEventsMax = 1_000;

/** As much of an event as is compared. */
export type EventFigures = Pick<Db["t"]["usageEvents"]["$inferSelect"], keyof ReturnType<typeof columnsOf>>;

export type EventVisitor = {
  /** Every stored event, by the time of its own id: it is in one block. */
  stored(event: EventFigures): void;
  /** The same by the time of what it is about: a reversal comes with what it takes back, whose `limits` it is given. */
  counted(event: EventFigures): void;
  /** All ids up to this one have been visited. */
  reached(id: string): Promise<void>;
};

/** Visits the events between two ids, in steps. */
export async function visitEvents(
  { db, pause }: Reading,
  { after, before }: { after: string; before: string },
  visitor: EventVisitor,
): Promise<void> {
  let from = after;
  for (;;) {
    const events = await readEvents(db, from, before);
    const last = events.length < stepEventsMax ? undefined : events.at(-1)?.id;
    for (const event of events) {
      visitor.stored(event);
      if (event.corrects === null) visitor.counted(event);
    }
    for (const reversal of await readReversals(db, from, last ?? before)) visitor.counted(reversal);
    if (last === undefined) return;
    await visitor.reached(last);
    from = last;
    await pause();
  }
}

const columnsOf = ({ usageEvents }: Db["t"]) => ({
  id: usageEvents.id,
  partnerId: usageEvents.partnerId,
  keyId: usageEvents.keyId,
  lineageId: usageEvents.lineageId,
  dataset: usageEvents.dataset,
  localDate: usageEvents.localDate,
  outcome: usageEvents.outcome,
  rows: usageEvents.rows,
  bytes: usageEvents.bytes,
  units: usageEvents.units,
  amountMillis: usageEvents.amountMillis,
  corrects: usageEvents.corrects,
  limits: usageEvents.limits,
  chain: usageEvents.chain,
  block: usageEvents.block,
  at: usageEvents.at,
});

function readEvents(db: Db, after: string, before: string): Promise<EventFigures[]> {
  const { usageEvents } = db.t;
  return db
    .select(columnsOf(db.t))
    .from(usageEvents)
    .where(and(gt(usageEvents.id, after), lt(usageEvents.id, before)))
    .orderBy(asc(usageEvents.id))
    .limit(stepEventsMax);
}

/** Of originals whose ids are in a range that is as short as a step; there are seldom any. */
async function readReversals(db: Db, after: string, upTo: string): Promise<EventFigures[]> {
  const { usageEvents } = db.t;
  const { id, corrects, limits } = usageEvents;
  const reversals = await db
    .select(columnsOf(db.t))
    .from(usageEvents)
    .where(and(isNotNull(corrects), gt(corrects, after), lte(corrects, upTo)))
    .orderBy(asc(corrects));
  if (reversals.length === 0) return [];
  const ids = reversals.flatMap((reversal) => reversal.corrects ?? []);
  const originals = await db.select({ id, limits }).from(usageEvents).where(inArray(id, ids));
  const limitsOf = new Map(originals.map((original) => [original.id, original.limits]));
  // Where its original is gone, nobody knows what it gave back.
  return reversals.map((reversal) => ({ ...reversal, limits: limitsOf.get(reversal.corrects ?? "") ?? "" }));
}
