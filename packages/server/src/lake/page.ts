import type { Definition } from "../datasets/definition.ts";
import { type IndexReader, UnusableIndex } from "./index-reader.ts";
import type { Lake } from "./lake.ts";
import { columnPicker } from "./page-columns.ts";
import { readByKey } from "./page-key.ts";
import { readByPlace } from "./page-place.ts";
import { planPage } from "./page-plan.ts";

/**
 * Answers pages from the indexes, in the serving process. An index that is missing is built by `rebuild`, once however many
 * requests wait for it; they are answered when it is there.
 */
export function createPager(options: {
  reader: IndexReader;
  rebuild(definition: Definition, sha256: string): Promise<unknown>;
}): Lake["page"] {
  const { reader } = options;
  const building = new Map<string, Promise<unknown>>();

  function rebuild(definition: Definition, sha256: string): Promise<unknown> {
    const running = building.get(sha256);
    if (running) return running;
    reader.forget(sha256);
    const started = options.rebuild(definition, sha256).finally(() => building.delete(sha256));
    building.set(sha256, started);
    return started;
  }

  return async function page(definition, parts, query, after, limitRows) {
    const plan = planPage(definition, parts, query);
    if (!plan) return null;
    const rebuilt = new Set<string>();
    for (;;) {
      try {
        const read = plan.order === "key" ? readByKey : readByPlace;
        const found = await read(plan, reader, after, limitRows);
        return found && query.columns
          ? { ...found, rows: found.rows.map(columnPicker(definition, query.columns)) }
          : found;
      } catch (error) {
        // An index that cannot be read though it was just built says that something else is wrong.
        if (!(error instanceof UnusableIndex) || rebuilt.has(error.sha256)) throw error;
        rebuilt.add(error.sha256);
        await rebuild(definition, error.sha256);
      }
    }
  };
}
