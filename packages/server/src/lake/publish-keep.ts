import { join } from "node:path";
import type { Duckdb } from "./duckdb.ts";
import { buildIndex } from "./index-file.ts";
import type { PublishReport } from "./lake.ts";
import { fileBytes, keepFiles } from "./parts-files.ts";
import { lakePaths } from "./parts-paths.ts";
import type { NewPart } from "./publish-parts.ts";
import type { JobContext, JobResult } from "./worker-jobs.ts";

/** What is known of a file before its rows are kept. */
export type SourceCounts = Pick<PublishReport, "sourceRows" | "repeatedRows" | "repeatedKeys">;

/** What came of a publish that was not refused. */
export type Kept = Exclude<JobResult<"publish">, { faults: unknown } | { impossible: unknown }>;

/** Gives new parts their final names, each with its index. Until this resolves nothing of them is in the lake. */
export async function keepParts(db: Duckdb, written: readonly NewPart[], context: JobContext): Promise<void> {
  const paths = lakePaths(context.home);
  const files: { from: string; to: string }[] = [];
  let rowsDone = 0;
  for (const { part, file } of written) {
    files.push({ from: file, to: paths.part(part.sha256) });
    const index = paths.index(part.sha256);
    if ((await fileBytes(index)) === undefined) {
      const built = join(context.work, `${part.sha256}.sqlite`);
      await buildIndex(db, file, built, (rows) => context.progress(rowsDone + rows));
      files.push({ from: built, to: index });
    }
    rowsDone += part.rows;
    context.progress(rowsDone);
  }
  await keepFiles(files);
}
