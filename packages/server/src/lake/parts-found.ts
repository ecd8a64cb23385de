import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { LakePaths } from "./parts-paths.ts";

/** The names in a folder; none where it was never made. */
export async function namesIn(folder: string): Promise<string[]> {
  return await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
}

/** A part or what is left of one: an index alone counts too. */
export async function oldParts(paths: LakePaths, idleMs: number): Promise<{ sha256: string; bytes: number }[]> {
  const found = new Map<string, number>();
  for (const folder of await namesIn(paths.parts)) {
    for (const name of await namesIn(join(paths.parts, folder))) {
      const sha256 = /^([0-9a-f]{64})\.(?:parquet|sqlite)$/.exec(name)?.[1];
      // What goes while it is looked at was never there.
      const file = sha256 && (await stat(join(paths.parts, folder, name)).catch(() => undefined));
      if (!sha256 || !file || Date.now() - file.mtimeMs < idleMs) continue;
      found.set(sha256, Math.max(found.get(sha256) ?? 0, name.endsWith(".parquet") ? file.size : 0));
    }
  }
  return [...found].map(([sha256, bytes]) => ({ sha256, bytes }));
}
