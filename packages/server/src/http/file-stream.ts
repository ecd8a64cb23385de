import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import type { UnderlyingSource } from "node:stream/web";
import { Problem } from "./problem.ts";

// All that is held of a file for a client, so that a thousand who take theirs slowly hold little.
const chunkBytes = 128 * 1024;

/** Opened before the answer begins: a file that is missing or cut is a clear 503, not half a download. */
export async function openWhole(path: string, bytes: number): Promise<FileHandle> {
  const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW).catch((cause) => {
    throw unreadable(cause);
  });
  const { size } = await handle.stat();
  if (size === bytes) return handle;
  await handle.close();
  throw unreadable(new Error(`${path} has ${size} bytes, its manifest says ${bytes}`));
}

const unreadable = (cause: unknown) =>
  new Problem("unavailable", { detail: "The file cannot be read now.", retryAfterSeconds: 30, cause });

/** Read as fast as it is taken; the handle is closed at the end, on an error and when the client leaves. */
export function streamOf(handle: FileHandle, start: number, length: number): ReadableStream<Uint8Array> {
  let position = start;
  let left = length;
  const source: UnderlyingSource<Uint8Array> = {
    async pull(controller) {
      try {
        const chunk = await readChunk(handle, position, Math.min(left, chunkBytes));
        position += chunk.length;
        left -= chunk.length;
        controller.enqueue(chunk);
        if (left > 0) return;
        controller.close();
        await handle.close();
      } catch (error) {
        await handle.close();
        throw error;
      }
    },
    cancel: () => handle.close(),
  };
  // Nothing is read ahead of what is taken.
  return new ReadableStream(source, { highWaterMark: 0 });
}

async function readChunk(handle: FileHandle, position: number, bytesMax: number): Promise<Uint8Array> {
  const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(bytesMax), 0, bytesMax, position);
  if (bytesRead === 0 && bytesMax > 0) throw new Error("a file that is being sent ended early");
  return buffer.subarray(0, bytesRead);
}
