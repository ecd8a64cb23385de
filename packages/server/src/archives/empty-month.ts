import { fileProblem } from "../checks/files.ts";
import type { Services } from "../services.ts";
import { dropUsageMonth } from "../store/usage-months.ts";
import { archiveColumns } from "./lines.ts";
import { type ArchiveRow, deleteEvents, readEventIds, setEmptied } from "./queries.ts";

const idsReadMax = 5_000;
/** Nobody waits for it. */
const readMs = 300_000;
/** So few that no other writer waits for long. */
const eventsDeletedMax = 500;

/**
 * Removes the events of an archived month from the database, once more against the file: what it does not hold stays. Whoever
 * dies here leaves events that are in both places, and the next one goes on.
 */
export async function emptyMonth(services: Services, archive: ArchiveRow, signal: AbortSignal): Promise<void> {
  const { store, lake, config, clock, log } = services;
  const { month, file, sha256, rows, bytes } = archive;
  const problem = await fileProblem(lake.archiveFile(file), { bytes, sha256 }, false);
  if (problem !== undefined) throw new Error(`${file} ${problem}: the events of ${month} stay in the database.`);
  const url = config.databaseDirectUrl ?? config.databaseUrl;
  if (url === undefined || !(await dropUsageMonth(url, month, rows))) await deleteArchived(services, archive, signal);
  await store.transaction((tx) => setEmptied(tx, month, clock()));
  log.info({ month, events: rows }, "the events of an archived month left the database");
}

async function deleteArchived({ store, lake }: Services, archive: ArchiveRow, signal: AbortSignal): Promise<void> {
  const { file, idsFrom, idsTo } = archive;
  const idColumn = archiveColumns(store.db).filter(({ name }) => name === "id");
  for (let after = idsFrom; ; ) {
    signal.throwIfAborted();
    const ids = await readEventIds(store.db, { after, idsTo }, idsReadMax);
    const [first, last] = [ids.at(0), ids.at(-1)];
    if (first === undefined || last === undefined) return;
    const wanted = { idsFrom: first, idsTo: `${last}0` };
    const lines = await lake.readArchive(file, idColumn, wanted, idsReadMax, { deadlineMs: readMs });
    const archived = lines.map((line) => (JSON.parse(line) as { id: string }).id); // as the column asked for
    // Where it has more than were asked for, what lies behind is compared the next time.
    const until = lines.length < idsReadMax ? last : (archived.at(-1) ?? last);
    const known = new Set(archived);
    const both = ids.filter((id) => id <= until && known.has(id));
    for (let at = 0; at < both.length; at += eventsDeletedMax)
      await store.transaction((tx) => deleteEvents(tx, both.slice(at, at + eventsDeletedMax)));
    after = until;
  }
}
