import { rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import { openDuckdb } from "./duckdb.ts";
import { buildIndex } from "./index-file.ts";
import { hashFile, syncFile } from "./parts-files.ts";
import { lakePaths } from "./parts-paths.ts";
import type { JobHandler } from "./worker-jobs.ts";

/** Builds the index of a part again, over whatever is there under its name. */
export const run: JobHandler<"index"> = async ({ sha256, folder }, context) => {
  const paths = lakePaths(context.home, folder);
  const part = paths.part(sha256);
  if ((await hashFile(part)) !== sha256) throw new Error(`part ${sha256} is damaged: its bytes have another hash`);
  const built = join(context.work, "index.sqlite");
  const db = await openDuckdb(context);
  try {
    const { rows } = await buildIndex(db, part, built, context.progress);
    await rename(built, paths.index(sha256));
    await syncFile(dirname(part));
    return { rows };
  } finally {
    db.close();
  }
};
