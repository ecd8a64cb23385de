import { setImmediate } from "node:timers/promises";
import type { Definition } from "../datasets/definition.ts";
import { type IndexReader, UnusableIndex } from "./index-reader.ts";
import type { Asker, Lake, Page, Part, Position, Query } from "./lake.ts";
import { columnPicker } from "./page-columns.ts";
import { readByKey } from "./page-key.ts";
import { readByPlace } from "./page-place.ts";
import { type Plan, planPage } from "./page-plan.ts";
import { charsOf, pageCharsMax, rowsFitting } from "./page-size.ts";

/** Rows read at once: a millisecond and a half of the event loop, after which others get their turn. */
const chunkRowsMax = 1_000;

/** Most parts get their index in less. */
const indexWaitUsualMs = 3_000;

type Wanted = { definition: Definition; parts: Part[]; query: Query; after: Position | null; limitRows: number };
type Search = (wanted: Wanted, asker: Asker | undefined) => Promise<Page | null>;

/**
 * Answers pages from the indexes, in the serving process, and leaves to `search` what no index serves. An index that is missing
 * is built by `rebuild`, once however many requests wait for it; they are answered when it is there, or by a search if that takes long.
 */
export function createPager(options: {
  reader: IndexReader;
  rebuild(definition: Definition, sha256: string): Promise<unknown>;
  search: Search;
  indexWaitMs?: number;
}): Lake["page"] {
  const { reader, search, indexWaitMs = indexWaitUsualMs } = options;
  const building = new Map<string, Promise<unknown>>();

  function rebuild(definition: Definition, sha256: string): Promise<unknown> {
    const running = building.get(sha256);
    if (running) return running;
    reader.forget(sha256);
    const started = options.rebuild(definition, sha256).finally(() => building.delete(sha256));
    building.set(sha256, started);
    return started;
  }

  return async function page(definition, parts, query, after, limitRows, asker) {
    const wanted = { definition, parts, query, after, limitRows };
    const plan = planPage(definition, parts, query);
    const rebuilt = new Set<string>();
    while (plan) {
      try {
        const found = await readChunks(plan, reader, wanted);
        if (found) return found;
        break;
      } catch (error) {
        // An index that cannot be read though it was just built says that something else is wrong.
        if (!(error instanceof UnusableIndex) || rebuilt.has(error.sha256)) throw error;
        rebuilt.add(error.sha256);
        if (!(await endsWithin(rebuild(definition, error.sha256), indexWaitMs))) break;
      }
    }
    return search(wanted, asker);
  };
}

/** Whether it ended in this time. What takes longer goes on, for those who come later. */
async function endsWithin(work: Promise<unknown>, ms: number): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), ms);
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Null where reading would not be bounded by the rows of the page. */
async function readChunks(
  plan: Plan,
  reader: IndexReader,
  { definition, query, after, limitRows }: Wanted,
): Promise<Page | null> {
  const pick = query.columns ? columnPicker(definition, query.columns) : undefined;
  const read = async (from: Position | null, rowsMax: number): Promise<Page | null> => {
    const found = await (plan.order === "key" ? readByKey : readByPlace)(plan, reader, from, rowsMax);
    return found && pick ? { ...found, rows: found.rows.map(pick) } : found;
  };
  let rows: string[] = [];
  let charsLeft = pageCharsMax;
  let from = after;
  for (;;) {
    let chunk = await read(from, Math.min(limitRows - rows.length, chunkRowsMax));
    const fitting = chunk ? rowsFitting(chunk.rows, charsLeft) : 0;
    // Read again to where the page ends: only the reader knows the position of what comes next.
    if (chunk && fitting < chunk.rows.length) chunk = await read(from, fitting);
    if (!chunk) return null;
    rows = rows.length === 0 ? chunk.rows : rows.concat(chunk.rows);
    charsLeft -= charsOf(chunk.rows);
    from = chunk.next;
    if (from === null || rows.length === limitRows || charsLeft <= 0) return { rows, next: from };
    await setImmediate();
  }
}
