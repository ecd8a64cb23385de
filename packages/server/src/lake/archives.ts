import { randomUUID } from "node:crypto";
import { readdir } from "node:fs/promises";
import { type ArchiveAsker, type ArchiveColumn, type ArchivedWanted, ArchivesBusy } from "./lake.ts";
import type { Workers } from "./workers.ts";
import { WorkerCrashed, WorkerDeadline } from "./workers-lane.ts";
import { QueueFull } from "./workers-queue.ts";

const attemptsMax = 2;

/** Reads archives of usage in the workers that searches have, within the time that a search has. */
export function createArchives({ workers, deadlineMs: usualDeadlineMs }: { workers: Workers; deadlineMs: number }) {
  return {
    /** @throws ArchivesBusy when no worker could read it now */
    async read(
      file: string,
      columns: readonly ArchiveColumn[],
      wanted: ArchivedWanted,
      limitRows: number,
      { owner = "", deadlineMs = usualDeadlineMs }: ArchiveAsker = {},
    ): Promise<string[]> {
      for (let attempts = 1; ; attempts++) {
        try {
          // An id of its own: it names a folder for unfinished files.
          const request = { id: `archived-${randomUUID()}`, file, columns: [...columns], wanted, limitRows };
          return (await workers.run("archived", request, { deadlineMs, owner })).lines;
        } catch (error) {
          // The worker's death need not be this reading's doing: another one tries it once more.
          if (!(error instanceof WorkerCrashed) || attempts === attemptsMax) throw explain(error);
        }
      }
    },
  };
}

function explain(error: unknown): unknown {
  const isBusy = error instanceof QueueFull || error instanceof WorkerCrashed || error instanceof WorkerDeadline;
  return isBusy ? new ArchivesBusy(error.message, { cause: error }) : error;
}

/** The names of all files of archives, named by a row or not. */
export async function archiveFilesIn(folder: string): Promise<string[]> {
  return await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
}
