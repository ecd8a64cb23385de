import type { Logger } from "pino";
import type { Store } from "../store/store.ts";

const staleMs = 5_000;
const pollMs = 1_000;

/** What was read of the database and depends on somebody's rights, by a key of the reader's. */
export type Memory<V extends object> = {
  /** What is remembered and still holds. */
  recall(key: string): V | undefined;
  /** Reads, and remembers what was read unless rights changed meanwhile. */
  learn(key: string, read: () => Promise<V | undefined>): Promise<V | undefined>;
};

/** Forgets everything whenever anybody's rights change, and does not answer while it could have missed such a change. */
export type RightsMemory = {
  open<V extends object>(entriesMax: number): Memory<V>;
  drop(): void;
  close(): void;
};

/** With several processes, what others change is noticed within a second by the epoch row. */
export function createRightsMemory(store: Store, log: Logger): RightsMemory {
  const memories: Map<string, unknown>[] = [];
  let drops = 0;
  const drop = () => {
    drops += 1;
    for (const entries of memories) entries.clear();
  };
  const watch = store.dialect === "postgres" ? watchEpoch(store, log, drop) : undefined;

  return {
    open<V extends object>(entriesMax: number): Memory<V> {
      const entries = new Map<string, V>();
      memories.push(entries);
      return {
        recall: (key) => (watch?.isStale() ? undefined : entries.get(key)),
        learn(key, read) {
          const before = drops;
          return read().then((value) => {
            if (value === undefined || before !== drops) return value;
            const [oldest] = entries.keys();
            if (entries.size >= entriesMax && oldest !== undefined) entries.delete(oldest);
            entries.set(key, value);
            return value;
          });
        },
      };
    },
    drop,
    close: () => watch?.close(),
  };
}

function watchEpoch(store: Store, log: Logger, onChange: () => void) {
  let seen: number | undefined;
  let polledAtMs = Number.NEGATIVE_INFINITY;
  const poll = async () => {
    const startedAtMs = performance.now();
    try {
      const [row] = await store.db.select().from(store.db.t.epochs);
      const value = row?.value ?? 0;
      if (value !== seen) onChange();
      seen = value;
      polledAtMs = startedAtMs;
    } catch (error) {
      log.warn({ error }, "the epoch of rights could not be read");
    }
  };
  void poll();
  const timer = setInterval(() => void poll(), pollMs).unref();
  return { isStale: () => performance.now() - polledAtMs > staleMs, close: () => clearInterval(timer) };
}
