import type { LedgerEvent } from "@wizdata/shared";
import { idBefore } from "../clock.ts";
import { endOf, startOf } from "./calendar.ts";

/** An event, and the block of the chain that it was stored in; no chain in what is older than the ledger. */
export type ChainedEvent = LedgerEvent & { chain: string; block: number };

export type EventRange = { after: string; before: string; partnerId?: string | undefined; limit: number };
/** Reads events by id, in order, from whatever holds them. */
export type ReadEvents = (range: EventRange) => Promise<ChainedEvent[]>;

const pageEventsMax = 500;
const hourMs = 3_600_000;
/** For one partner's events everybody's are passed by: of a time so long in one statement, or as much as these statements take. */
const sliceMs = { first: 600_000, min: 10_000, max: 86_400_000 };
const statementMs = { min: 5, max: 20 };

/**
 * How far the id of an event, which is of the moment its answer was made, may be from the instant it was counted at. The first
 * is enough unless a clock was wrong; whoever knows how many events there must be looks further when some are missing.
 */
export const slacksMs: readonly number[] = [hourMs, 72 * hourMs];

/** When the ids that are looked at were made: from this instant, up to that one. */
export type IdSpan = { fromMs: number; toMs: number };

export const idSpan = (day: string, slackMs: number): IdSpan => ({
  fromMs: startOf(day).getTime() - slackMs,
  toMs: endOf(day).getTime() + slackMs,
});

/** The events that were counted on a day, in order of their ids, a page at a time: nobody waits long for one statement. */
export const eventsOfDay = (read: ReadEvents, day: string, span: IdSpan): AsyncGenerator<ChainedEvent[]> =>
  countedOn(day, pages(read, span, { limit: pageEventsMax }));

export async function* countedOn(day: string, pages: AsyncIterable<ChainedEvent[]>): AsyncGenerator<ChainedEvent[]> {
  const [from, to] = [startOf(day).toISOString(), endOf(day).toISOString()];
  for await (const events of pages) yield events.filter(({ at }) => at >= from && at < to);
}

/** One partner's events from where everybody's are passed by. */
export async function* slices(
  read: ReadEvents,
  { fromMs, toMs }: IdSpan,
  partnerId: string,
): AsyncGenerator<ChainedEvent[]> {
  let tookMs = 0;
  const timed: ReadEvents = async (range) => {
    const startedAtMs = performance.now();
    const events = await read(range);
    tookMs = performance.now() - startedAtMs;
    return events;
  };
  let lengthMs = sliceMs.first;
  for (let ms = fromMs; ms < toMs; ) {
    const nextMs = Math.min(ms + lengthMs, toMs);
    yield* pages(timed, { fromMs: ms, toMs: nextMs }, { partnerId, limit: pageEventsMax });
    ms = nextMs;
    if (tookMs < statementMs.min) lengthMs = Math.min(lengthMs * 2, sliceMs.max);
    if (tookMs > statementMs.max) lengthMs = Math.max(Math.round(lengthMs / 2), sliceMs.min);
  }
}

export async function* pages(
  read: ReadEvents,
  { fromMs, toMs }: IdSpan,
  wanted: Pick<EventRange, "partnerId" | "limit">,
): AsyncGenerator<ChainedEvent[]> {
  const before = idBefore("use", toMs);
  for (let after = idBefore("use", fromMs); ; ) {
    const events = await read({ after, before, ...wanted });
    yield events;
    const last = events.at(-1);
    if (events.length < wanted.limit || last === undefined) return;
    after = last.id;
  }
}
