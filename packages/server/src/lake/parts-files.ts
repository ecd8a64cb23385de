import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, rename, stat } from "node:fs/promises";
import { dirname } from "node:path";

/** Reads into one buffer: a stream of new ones takes two to three times as long. */
export async function hashFile(file: string): Promise<string> {
  const hash = createHash("sha256");
  const buffer = Buffer.allocUnsafe(1_048_576);
  const handle = await open(file, "r");
  try {
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, buffer.length);
      if (bytesRead === 0) return hash.digest("hex");
      hash.update(buffer.subarray(0, bytesRead));
    }
  } finally {
    await handle.close();
  }
}

/** The hashes of several files, each and all in one, and how many bytes they have. */
export async function hashFiles(files: readonly string[]) {
  const whole = createHash("sha256");
  const sha256s: string[] = [];
  let bytes = 0;
  for (const file of files) {
    const own = createHash("sha256");
    for await (const chunk of createReadStream(file, { highWaterMark: 1_048_576 })) {
      own.update(chunk);
      whole.update(chunk);
      bytes += chunk.length;
    }
    sha256s.push(own.digest("hex"));
  }
  return { sha256s, sha256: whole.digest("hex"), bytes };
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
