import { setImmediate } from "node:timers/promises";
import type { Db } from "../store/store.ts";

/** Where long reading is done from, and what it does between its steps. */
export type Reading = {
  db: Db;
  /** Lets others have the event loop. @throws where nobody waits for the answer any more */
  pause(): Promise<void>;
};

export function reading(db: Db, signal: AbortSignal | undefined): Reading {
  return {
    db,
    async pause() {
      await setImmediate();
      signal?.throwIfAborted();
    },
  };
}

/** Pages until one is empty: `read` gets the last row of the page before. Each takes some milliseconds. */
export async function* pages<Row>(
  { pause }: Pick<Reading, "pause">,
  read: (last: Row | undefined) => Promise<Row[]>,
): AsyncGenerator<Row[]> {
  let last: Row | undefined;
  for (;;) {
    const rows = await read(last);
    last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    await pause();
  }
}
