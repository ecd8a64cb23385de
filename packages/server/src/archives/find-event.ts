import { Problem } from "../http/problem.ts";
import { ArchivesBusy } from "../lake/lake.ts";
import { findReversal } from "../meter/reversals.ts";
import { monthOfId } from "../months.ts";
import type { Services } from "../services.ts";
import { archiveColumns, type EventRow, fromLine } from "./lines.ts";
import { findStored, selectArchives } from "./queries.ts";
import { findArchivedEvent } from "./read.ts";

type Reading = Pick<Services, "store" | "lake">;

/** A usage event, wherever it is by now. A partner finds its own; `partnerId` null: whoever's it is. */
export async function findEvent(reading: Reading, id: string, partnerId: string | null): Promise<EventRow | undefined> {
  const stored = await findStored(reading.store.db, id, partnerId);
  const asker = partnerId === null ? { owner: "operator" } : { owner: partnerId, partnerId };
  return stored ?? (await whenReadable(findArchivedEvent(reading, id, asker)));
}

/**
 * The event that takes this one back, wherever it is by now. Months leave in their order: that of an event which has not left is
 * in the database too.
 */
export async function findReversalOf(
  reading: Reading,
  id: string,
  partnerId: string | null,
): Promise<EventRow | undefined> {
  const { db } = reading.store;
  // First, since what has left by then is in an archive that is told of.
  const stored = await findReversal(db, id);
  if (stored) return stored;
  const month = monthOfId(id) ?? "";
  const archives = await selectArchives(db);
  if (!archives.some((archive) => archive.month === month)) return undefined;
  for (const { file } of archives.filter((archive) => archive.month >= month)) {
    const asker = { owner: partnerId ?? "operator" };
    const lines = reading.lake.readArchive(file, archiveColumns(db), { corrects: id }, 1, asker);
    const [line] = await whenReadable(lines);
    if (line !== undefined) return fromLine(db, line);
  }
  return undefined;
}

/** What is read from archives; a 503 when no worker can read them now. */
export async function whenReadable<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof ArchivesBusy)) throw error;
    throw new Problem("unavailable", {
      detail: "This is of a month that is in an archive, which cannot be read now. Try again.",
      retryAfterSeconds: 2,
      cause: error,
    });
  }
}
