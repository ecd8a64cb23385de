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
export async function createRightsMemory(store: Store, log: Logger): Promise<RightsMemory> {
  const memories: Map<string, unknown>[] = [];
  let drops = 0;
  const drop = () => {
    drops += 1;
    for (const entries of memories) entries.clear();
  };
  const watch = store.dialect === "postgres" ? await watchEpoch(store, log, drop) : undefined;

  return {
    open<V extends object>(entriesMax: number): Memory<V> {
      const entries = new Map<string, V>();
      // What is being read now, so that a thousand calls with a new key read once. Who asks after a change reads anew.
      const reading = new Map<string, Promise<V | undefined>>();
      memories.push(entries, reading);
      return {
        recall: (key) => (watch?.isStale() ? undefined : entries.get(key)),
        learn(key, read) {
          const running = reading.get(key);
          if (running) return running;
          const before = drops;
          const learning = read().then((value) => {
            if (value === undefined || before !== drops) return value;
            const [oldest] = entries.keys();
            if (entries.size >= entriesMax && oldest !== undefined) entries.delete(oldest);
            entries.set(key, value);
            return value;
          });
          reading.set(key, learning);
          const end = () => reading.get(key) === learning && reading.delete(key);
          learning.then(end, end);
          return learning;
        },
      };
    },
    drop,
    close: () => watch?.close(),
  };
}

async function watchEpoch(store: Store, log: Logger, onChange: () => void) {
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
  // What was learned before the first look could not be trusted after it.
  await poll();
  const timer = setInterval(() => void poll(), pollMs).unref();
  return { isStale: () => performance.now() - polledAtMs > staleMs, close: () => clearInterval(timer) };
}
