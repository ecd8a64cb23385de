import { randomUUID } from "node:crypto";
import { createChanges } from "./changes.ts";
import { createIndexReader } from "./index-reader.ts";
import type { Lake } from "./lake.ts";
import { createPager } from "./page.ts";
import { lakePaths } from "./parts-paths.ts";
import { createSearch } from "./search.ts";
import type { Workers } from "./workers.ts";

const folder = "changes";
/** Few sets are walked at the same time. */
const openMax = 16;

/** Change sets and their pages, which are read as those of a version are: from an index where one serves, else by a search. */
export function openChanges(options: { workers: Workers; home: string; deadlineMs: number; bytesMax: number }): {
  find: Lake["changes"];
  page: Lake["changesPage"];
  close(): void;
} {
  const { workers, home, deadlineMs } = options;
  const reader = createIndexReader({ pathOf: lakePaths(home, folder).index, openMax });
  const rebuild = (_definition: unknown, sha256: string) =>
    workers.run("index", { id: `index-${randomUUID()}`, sha256, folder });
  const page = createPager({ reader, rebuild, search: createSearch({ workers, deadlineMs, folder }) });
  return {
    find: createChanges(options),
    page: ({ definition, parts }, query, after, limitRows, asker) =>
      page(definition, parts, query, after, limitRows, asker),
    close: reader.close,
  };
}
