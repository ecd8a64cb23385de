import type { Services } from "../services.ts";
import {
  adoptFiles,
  deletePart,
  deleteUnusedFilters,
  deleteVersionParts,
  endedWithParts,
  hasUnfinishedExports,
  markedParts,
  markUnnamed,
} from "./collector-queries.ts";
import { lockDataset } from "./queries.ts";
import { removedReadableMs } from "./versions-ended.ts";

const filtersUnusedMs = 48 * 3_600_000;
/** A file younger than this may belong to a publish that has yet to name it. One that is older may too, and loses nothing by it. */
const orphanIdleMs = 3_600_000;
const perTransactionMax = 500;

type Needs = Pick<Services, "store" | "lake" | "clock" | "config" | "log">;

/**
 * Deletes what nothing names, in two steps, so that whoever began to read a part while it was named can end. How many parts went.
 * Several processes may do so at the same time: each step is one transaction that asks again whether the part is unnamed, with the
 * row of the part held.
 */
export async function collect(needs: Needs): Promise<number> {
  const { store, clock } = needs;
  await forgetEnded(needs);
  await store.transaction((tx) => deleteUnusedFilters(tx, before(clock(), filtersUnusedMs)));
  await adoptOrphans(needs);
  let after: string | undefined = "";
  while (after !== undefined) {
    const from: string = after;
    after = await store.transaction((tx) => markUnnamed(tx, from, perTransactionMax, clock()));
  }
  return deleteMarked(needs);
}

async function deleteMarked({ store, lake, clock, config, log }: Needs): Promise<number> {
  let deleted = 0;
  for (;;) {
    const due = before(clock(), config.collectWaitMs);
    const marked = await markedParts(store.db, due, perTransactionMax);
    for (const sha256 of marked) {
      // The file goes while the row is held. Where the commit then fails, the row is still there and waits for the next time.
      const isGone = await store.transaction(async (tx) => {
        const isGone = await deletePart(tx, sha256, due);
        if (isGone) await lake.removePart(sha256);
        return isGone;
      });
      if (isGone) deleted += 1;
    }
    if (marked.length < perTransactionMax) break;
  }
  if (deleted > 0) log.info({ parts: deleted }, "deleted parts that nothing named any more");
  return deleted;
}

/** Takes their parts from versions that nobody may read any more. Exports that are ready have files of their own. */
async function forgetEnded({ store, clock }: Needs): Promise<void> {
  const ended = await endedWithParts(store.db, before(clock(), removedReadableMs), perTransactionMax);
  for (const { dataset, number } of ended)
    await store.transaction(async (tx) => {
      await lockDataset(tx, dataset);
      if (!(await hasUnfinishedExports(tx, dataset, number))) await deleteVersionParts(tx, dataset, number);
    });
}

/** What a publish wrote that came to nothing. */
async function adoptOrphans({ store, lake, clock }: Needs): Promise<void> {
  const files = await lake.oldParts(orphanIdleMs);
  for (let at = 0; at < files.length; at += perTransactionMax) {
    const some = files.slice(at, at + perTransactionMax);
    await store.transaction((tx) => adoptFiles(tx, some, clock()));
  }
}

const before = (now: Date, ms: number) => new Date(now.getTime() - ms);
