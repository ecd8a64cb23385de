import { whenReadable } from "../archives/find-event.ts";
import { selectArchives } from "../archives/queries.ts";
import { readUsageEvents } from "../archives/read.ts";
import { monthAfter, monthOf, monthStart } from "../months.ts";
import type { Services } from "../services.ts";
import { type ChainedEvent, countedOn, type IdSpan, pages, type ReadEvents, slices } from "./event-pages.ts";
import { readEvents } from "./queries.ts";
import { toChainedEvent } from "./wire.ts";

export type Reading = Pick<Services, "store" | "lake">;

/** Each page takes a worker some tens of milliseconds, and has only what was asked for. */
const archivePageEventsMax = 1_000;

/**
 * A partner's events that were counted on a day, in order of their ids, from wherever they are by now. The hours around a day
 * may be of a month that has left the database when the day's own has not.
 */
export async function* partnerEventsOfDay(
  reading: Reading,
  day: string,
  span: IdSpan,
  partnerId: string,
): AsyncGenerator<ChainedEvent[]> {
  const { db } = reading.store;
  const archived = new Set((await selectArchives(db)).map(({ month }) => month));
  for (const { month, ...part } of byMonth(span)) {
    const events = archived.has(month)
      ? pages(archiveReader(reading, partnerId), part, { partnerId, limit: archivePageEventsMax })
      : slices(readEvents(db), part, partnerId);
    yield* countedOn(day, events);
  }
}

function archiveReader(reading: Reading, owner: string): ReadEvents {
  return async (range) => {
    const events = await whenReadable(readUsageEvents(reading, range, { owner }));
    return events.map(toChainedEvent);
  };
}

function* byMonth({ fromMs, toMs }: IdSpan): Iterable<IdSpan & { month: string }> {
  for (let ms = fromMs; ms < toMs; ) {
    const month = monthOf(new Date(ms));
    const endMs = Math.min(toMs, monthStart(monthAfter(month)).getTime());
    yield { month, fromMs: ms, toMs: endMs };
    ms = endMs;
  }
}
