import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, rename, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";

export async function hashFile(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file, { highWaterMark: 1_048_576 }), hash);
  return hash.digest("hex");
}

/** Makes a file's bytes, or a folder's names, survive a loss of power. */
export async function syncFile(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export async function fileBytes(file: string): Promise<number | undefined> {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  return found?.size;
}

/**
 * Gives files their final names; they are complete and synced, and so are their names when this resolves. A name that is
 * taken holds the same bytes, since it is their hash: the file there is shared, unless its length shows that it is damaged.
 */
export async function keepFiles(files: { from: string; to: string }[]): Promise<void> {
  const folders = new Set(files.map(({ to }) => dirname(to)));
  for (const folder of folders) await mkdir(folder, { recursive: true });
  for (const { from, to } of files) {
    if ((await fileBytes(to)) !== (await fileBytes(from))) await rename(from, to);
  }
  const parents = new Set([...folders].map((folder) => dirname(folder)));
  for (const folder of [...folders, ...parents]) await syncFile(folder);
}
