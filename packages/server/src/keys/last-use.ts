import type { Logger } from "pino";
import { byTimers, type Every } from "../clock.ts";
import { and, eq, isNull } from "../store/drizzle.ts";
import type { Db, Store } from "../store/store.ts";

const flushMs = 5_000;

/** `firstAt` is when it was first used since uses were last written down. */
export type Use = { at: Date; from: string; firstAt: Date };

/** When and from where each key was last used. Kept in memory and written every few seconds: it decides nothing. */
export type LastUse = {
  note(keyId: string, at: Date, from: string): void;
  /** A use that is not written yet. */
  recent(keyId: string): Use | undefined;
  flush(): Promise<void>;
  close(): Promise<void>;
};

export function createLastUse(store: Store, log: Logger, every: Every = byTimers): LastUse {
  let waiting = new Map<string, Use>();
  let writing = new Map<string, Use>();

  let flushed: Promise<void> = Promise.resolve();

  const write = async () => {
    if (waiting.size === 0) return;
    [writing, waiting] = [waiting, new Map()];
    try {
      await store.transaction((tx) => writeUses(tx, writing));
    } catch (error) {
      // Kept for the next time: when a key was first used is told once, and onboarding counts from it.
      for (const [id, use] of writing) waiting.set(id, { ...(waiting.get(id) ?? use), firstAt: use.firstAt });
      throw error;
    } finally {
      writing = new Map();
    }
  };
  // One after the other: a slow database may still be at the uses of before.
  const flush = () => {
    flushed = flushed.catch(() => {}).then(write);
    return flushed;
  };
  const warn = (error: unknown) => log.warn({ error }, "last uses were not written");
  const timer = every(flushMs, () => void flush().catch(warn));

  return {
    note(keyId, at, from) {
      const use = waiting.get(keyId);
      if (!use) return void waiting.set(keyId, { at, from, firstAt: at });
      use.at = at;
      use.from = from;
    },
    recent: (keyId) => waiting.get(keyId) ?? writing.get(keyId),
    flush,
    async close() {
      timer.stop();
      // A server that ends because its database is gone still ends well.
      await flush().catch(warn);
    },
  };
}

async function writeUses(tx: Db, uses: ReadonlyMap<string, Use>): Promise<void> {
  const { keys } = tx.t;
  // In order of id, so that two processes never wait for each other's rows.
  for (const [id, { at, from, firstAt }] of [...uses].sort(([a], [b]) => (a < b ? -1 : 1))) {
    await tx.update(keys).set({ lastUsedAt: at, lastUsedFrom: from }).where(eq(keys.id, id));
    await tx
      .update(keys)
      .set({ firstUsedAt: firstAt })
      .where(and(eq(keys.id, id), isNull(keys.firstUsedAt)));
  }
}
