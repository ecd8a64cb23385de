import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { linkFile } from "./export-files.ts";
import type { Part } from "./lake.ts";
import type { LakePaths } from "./parts-paths.ts";
import type { PartCut } from "./worker-jobs.ts";
import type { Workers } from "./workers.ts";

type Needs = { paths: LakePaths; workers: Workers };

/**
 * Gives a job files of its own that hold what is to be seen of some tables' parts and nothing else: whole parts under a second
 * name, and copies of the first rows of those that are cut. A name tells nothing but its place.
 */
export async function layOut({ paths, workers }: Needs, id: string, tables: readonly Part[][]): Promise<string[][]> {
  const cuts: PartCut[] = [];
  const files: string[][] = [];
  for (const [table, parts] of tables.entries()) {
    const names: string[] = [];
    for (const [at, { sha256, rows, isCut }] of parts.entries()) {
      const file = `${table + 1}-${at + 1}.parquet`;
      names.push(file);
      if (isCut) cuts.push({ sha256, rows, file });
      else await linkFile(paths.part(sha256), join(paths.job(id), file));
    }
    files.push(names);
  }
  if (cuts.length > 0)
    await workers.run("cut", { id: `cut-${randomUUID()}`, folder: id, cuts }, { deadlineMs: cutMsMax });
  return files;
}

const cutMsMax = 10_000;
