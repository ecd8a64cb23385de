import type { ArchiveAsker } from "../lake/lake.ts";
import { monthOfId } from "../months.ts";
import type { Services } from "../services.ts";
import { archiveColumns, type EventRow, fromLine } from "./lines.ts";
import { type ArchiveRow, findArchive, readEvents, selectArchives } from "./queries.ts";

type Reading = Pick<Services, "store" | "lake">;
export type EventRange = { after: string; before: string; partnerId?: string | undefined; limit: number };

/**
 * An event that has left the database.
 *
 * @throws ArchivesBusy when no worker can read its archive now
 */
export async function findArchivedEvent(
  { store, lake }: Reading,
  id: string,
  { partnerId, ...asker }: ArchiveAsker & { partnerId?: string } = {},
): Promise<EventRow | undefined> {
  const archive = await findArchive(store.db, monthOfId(id) ?? "");
  if (!archive || id < archive.idsFrom || id >= archive.idsTo) return undefined;
  // What is one letter longer than the id is the next text there can be.
  const wanted = { idsFrom: id, idsTo: `${id}0`, ...(partnerId === undefined ? {} : { partnerId }) };
  const [line] = await lake.readArchive(archive.file, archiveColumns(store.db), wanted, 1, asker);
  return line === undefined ? undefined : fromLine(store.db, line);
}

/**
 * The events after an id and before another, in order of their ids, so many at most, whether they are in the database, in an
 * archive or, while a month moves, in both. For whoever reads them all: each page of an archive takes a worker some
 * milliseconds.
 *
 * @throws ArchivesBusy when no worker can read an archive now
 */
export async function readUsageEvents(
  reading: Reading,
  range: EventRange,
  asker: ArchiveAsker = {},
): Promise<EventRow[]> {
  const { after, before, limit } = range;
  // First, since what has left by then is in an archive that is told of.
  const stored = await readEvents(reading.store.db, { after, idsTo: before, partnerId: range.partnerId }, limit);
  const all = await selectArchives(reading.store.db);
  const archives = all.filter(({ idsFrom, idsTo }) => idsFrom < before && idsTo > after);
  const events = new Map<string, EventRow>();
  for (const archive of archives) {
    // Archives follow each other in order of their ids, and so do the pages of each.
    if (events.size >= limit) break;
    for (const event of await readArchived(reading, archive, { ...range, limit: limit - events.size }, asker))
      events.set(event.id, event);
  }
  for (const event of stored) events.set(event.id, event);
  return [...events.values()].sort((one, other) => (one.id < other.id ? -1 : 1)).slice(0, limit);
}

async function readArchived(
  { store, lake }: Reading,
  { file }: ArchiveRow,
  { after, before, partnerId, limit }: EventRange,
  asker: ArchiveAsker,
): Promise<EventRow[]> {
  const wanted = { after, idsTo: before, ...(partnerId === undefined ? {} : { partnerId }) };
  const lines = await lake.readArchive(file, archiveColumns(store.db), wanted, limit, asker);
  return lines.map((line) => fromLine(store.db, line));
}
