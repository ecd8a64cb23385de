import type { ChainedEvent, ReadEvents } from "../ledger/event-pages.ts";
import { type Evidence, fromTime } from "./evidence.ts";

const columns =
  "id, partner_id, subscription_id, lineage_id, key_id, dataset, version, operation, outcome, status, rows, bytes, units, amount_millis, segment, local_date, local_hour, request_id, asked, limits, corrects, reason, at, chain, block";

type StoredEvent = Omit<ChainedEvent, "at"> & { at: number | Date };

/** A text in a statement. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

export const readEventsOf =
  ({ rows }: Evidence): ReadEvents =>
  async ({ after, before, limit }) => {
    const found = await rows<StoredEvent>(
      `select ${columns} from usage_events where id > ${quoted(after)} and id < ${quoted(before)} order by id limit ${limit}`,
    );
    return found.map((event) => ({ ...event, at: fromTime(event.at).toISOString() }));
  };

const slackMs = 72 * 3_600_000;

/** Blocks before this instant have, or may have, events in the archive. */
export async function archivedUntil({ rows }: Evidence): Promise<Date> {
  const [last] = await rows<{ month: string | null }>("select max(month) as month from usage_archives");
  if (!last?.month) return new Date(0);
  const end = new Date(`${last.month}-01T00:00:00.000Z`);
  end.setUTCMonth(end.getUTCMonth() + 1);
  return new Date(end.getTime() + slackMs);
}

/** All events in order of id, a page at a time. */
export async function* allEvents(evidence: Evidence, pageEvents = 1_000): AsyncGenerator<ChainedEvent[]> {
  const read = readEventsOf(evidence);
  for (let after = ""; ; ) {
    const events = await read({ after, before: "use~", limit: pageEvents });
    yield events;
    const last = events.at(-1);
    if (events.length < pageEvents || !last) return;
    after = last.id;
  }
}
