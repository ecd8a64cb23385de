import { createHash } from "node:crypto";
import { type FileHandle, open, readFile, rename, rm } from "node:fs/promises";
import { resolve } from "node:path";
import { Failure, usageFailure } from "../failures.ts";
import type { PageLike, PageStream } from "./page-stream.ts";
import { linesOf } from "./stream.ts";

/**
 * How far a file is. It is replaced whole after each page, and only after the page is on disk: so up to `bytes` the file
 * holds exactly the items before `next_cursor`, whenever the process was killed.
 */
type Checkpoint = {
  /** Which command, with which arguments, on which server. */
  query: string;
  output: string;
  bytes: number;
  items: number;
  /** Null when the file is complete. */
  next_cursor: string | null;
};
export type SavedFile = { output: string; items: number; bytes: number; resumed: boolean };
export type SavePlan = { output: string; checkpointFile: string | undefined; query: string };

/** Reads where an earlier run of the same command stopped; undefined where there was none. */
export async function readCheckpoint({ output, checkpointFile, query }: SavePlan): Promise<Checkpoint | undefined> {
  if (checkpointFile === undefined) return undefined;
  const text = await readFile(checkpointFile, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const found = parse(text);
  const anew = { hint: `To begin anew, remove ${checkpointFile}.` };
  if (!found)
    throw usageFailure(`${checkpointFile} is not a checkpoint.`, { hint: "Name another file, or remove it." });
  if (found.query !== query || found.output !== resolve(output))
    throw usageFailure(`${checkpointFile} belongs to another command, or to another output file.`, anew);
  return found;
}

/** Writes every page to the file. With a checkpoint, what is there after any interruption is taken up and nothing is written twice. */
export async function savePages(
  plan: SavePlan,
  from: Checkpoint | undefined,
  stream: PageStream<unknown>,
  onItems: (items: number) => void,
): Promise<SavedFile> {
  const { output, checkpointFile } = plan;
  // Without a checkpoint nothing can go on, so a half file never has the final name.
  const written = checkpointFile === undefined ? `${output}.part` : output;
  const file = from ? await reopen(output, from.bytes) : await open(written, "w");
  if (from?.next_cursor === null) {
    await file.close();
    return { output, items: from.items, bytes: from.bytes, resumed: true };
  }
  let { bytes, items } = from ?? { bytes: 0, items: 0 };
  try {
    for await (const page of stream.pages) {
      bytes += await append(file, page, bytes);
      items += page.data.length;
      onItems(items);
      if (checkpointFile === undefined) continue;
      await file.datasync();
      const { next_cursor } = page;
      await replaceWhole(checkpointFile, { query: plan.query, output: resolve(output), bytes, items, next_cursor });
    }
    if (checkpointFile === undefined) {
      await file.sync();
      await rename(written, output);
    }
  } catch (error) {
    if (checkpointFile === undefined) await rm(written, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  return { output, items, bytes, resumed: from !== undefined };
}

/** What was written after the last checkpoint is cut off: it comes again. */
async function reopen(output: string, bytes: number): Promise<FileHandle> {
  const file = await open(output, "r+").catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
    throw usageFailure(`The checkpoint tells of ${output}, which is not there.`, {
      hint: "Put it back, or remove the checkpoint to begin anew.",
    });
  });
  const { size } = await file.stat();
  if (size >= bytes) {
    await file.truncate(bytes);
    return file;
  }
  await file.close();
  throw new Failure("conflict", "output_changed", `${output} is shorter than its checkpoint says: it was changed.`, {
    hint: "Remove both to begin anew.",
  });
}

async function append(file: FileHandle, page: PageLike, at: number): Promise<number> {
  const bytes = Buffer.from(linesOf(page));
  for (let done = 0; done < bytes.length; ) {
    done += (await file.write(bytes, done, bytes.length - done, at + done)).bytesWritten;
  }
  return bytes.length;
}

async function replaceWhole(path: string, checkpoint: Checkpoint): Promise<void> {
  const unfinished = `${path}.new`;
  const file = await open(unfinished, "w");
  try {
    await file.writeFile(`${JSON.stringify(checkpoint)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(unfinished, path);
}

function parse(text: string): Checkpoint | undefined {
  try {
    const { query, output, bytes, items, next_cursor } = JSON.parse(text);
    const isWhole = typeof query === "string" && typeof output === "string" && Number.isSafeInteger(bytes);
    const isCursor = next_cursor === null || typeof next_cursor === "string";
    return isWhole && Number.isSafeInteger(items) && isCursor
      ? { query, output, bytes, items, next_cursor }
      : undefined;
  } catch {
    return undefined;
  }
}

/** The same for the same question to the same server. */
export function queryId(parts: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}
