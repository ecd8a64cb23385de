import { join } from "node:path";
import { openDuckdb, quoteText } from "./duckdb.ts";
import { partCopyOptions, readPartMeta } from "./parts-meta.ts";
import { lakePaths } from "./parts-paths.ts";
import type { JobHandler } from "./worker-jobs.ts";

/** Whoever may see the first rows of a part only is given a file that has no others: nothing in it could tell of them. */
export const run: JobHandler<"cut"> = async ({ folder, cuts }, context) => {
  const paths = lakePaths(context.home);
  const db = await openDuckdb(context);
  try {
    for (const { sha256, rows, file } of cuts) {
      const part = paths.part(sha256);
      const to = join(paths.job(folder), file);
      await db.connection.run(
        `COPY (SELECT * FROM read_parquet(${quoteText(part)}) WHERE file_row_number < ${Math.trunc(rows)})
         TO ${quoteText(to)} (${partCopyOptions(await readPartMeta(db, part))})`,
      );
    }
    return { rows: cuts.reduce((sum, { rows }) => sum + rows, 0) };
  } finally {
    db.close();
  }
};
