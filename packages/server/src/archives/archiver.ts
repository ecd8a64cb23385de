import { rm, stat } from "node:fs/promises";
import type { Services } from "../services.ts";
import { inTurn } from "../store/postgres-turn.ts";
import { archiveMonth } from "./archive-month.ts";
import { dueMonth } from "./due.ts";
import { emptyMonth } from "./empty-month.ts";
import { selectArchives } from "./queries.ts";

/** Moves the months that are old enough from the database into the lake, one after the other. */
export type Archiver = {
  /** Resolves when there is nothing left to move. One that is at work already is waited for. */
  run(): Promise<void>;
  /** Ends what runs; the next start goes on where it ended. */
  stop(): Promise<void>;
};

const archiveLock = 7_301_993;
/** Younger ones may be named by a row in a moment. */
const strayAgeMs = 3_600_000;

export function createArchiver(services: Services): Archiver {
  const stopping = new AbortController();
  let running: Promise<void> | undefined;

  async function work(): Promise<void> {
    const { signal } = stopping;
    await removeStrays(services);
    for (;;) {
      for (const archive of await selectArchives(services.store.db))
        if (archive.emptiedAt === null) await emptyMonth(services, archive, signal);
      const month = signal.aborted ? undefined : await dueMonth(services);
      if (month === undefined) return;
      await archiveMonth(services, month, signal);
    }
  }

  async function takeTurn(): Promise<void> {
    if (stopping.signal.aborted || !(await hasWork(services))) return;
    const url = services.config.databaseDirectUrl ?? services.config.databaseUrl;
    // An embedded database has one process.
    await (url === undefined ? work() : inTurn(url, archiveLock, work));
  }

  return {
    run() {
      running ??= takeTurn()
        .catch((error) => {
          if (!stopping.signal.aborted) throw error;
        })
        .finally(() => {
          running = undefined;
        });
      return running;
    },
    async stop() {
      stopping.abort(new Error("The server stops."));
      await running?.catch(() => {});
    },
  };
}

/** Most of the time there is none, and then nobody waits for a turn. */
async function hasWork(services: Services): Promise<boolean> {
  const archives = await selectArchives(services.store.db);
  if (archives.some(({ emptiedAt }) => emptiedAt === null)) return true;
  if ((await strays(services)).length > 0) return true;
  return (await dueMonth(services)) !== undefined;
}

/** Files of archives that came to nothing: their events never left the database. */
async function strays({ store, lake }: Services): Promise<string[]> {
  const files = await lake.archiveFiles();
  if (files.length === 0) return [];
  const named = new Set((await selectArchives(store.db)).map(({ file }) => file));
  const unnamed = files.filter((file) => !named.has(file)).map(lake.archiveFile);
  const found = await Promise.all(
    unnamed.map(async (path) => ({ path, changed: await stat(path).catch(() => undefined) })),
  );
  return found.flatMap(({ path, changed }) => (changed && Date.now() - changed.mtimeMs > strayAgeMs ? [path] : []));
}

async function removeStrays(services: Services): Promise<void> {
  for (const path of await strays(services)) await rm(path, { force: true });
}
