import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { Problem } from "../http/problem.ts";

export type Stored = { bytes: number; sha256: string };
export type UploadLimits = {
  bytesMax: number;
  /** How long no byte may come. */
  stallMs: number;
  /** What has this bound. */
  what?: string;
};

/** Writes an upload to a file as it comes, counted and hashed; synced when this resolves. */
export async function storeUpload(
  stream: ReadableStream<Uint8Array> | null,
  file: string,
  { bytesMax, stallMs, what }: UploadLimits,
): Promise<Stored> {
  const hash = createHash("sha256");
  const handle = await open(file, "wx", 0o600);
  let bytes = 0;
  try {
    for await (const chunk of arriving(stream, stallMs)) {
      bytes += chunk.length;
      if (bytes > bytesMax) throw tooLarge(bytesMax, what);
      hash.update(chunk);
      await handle.writeFile(chunk);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { bytes, sha256: hash.digest("hex") };
}

/** What the sender says the length is, where it does: too much is refused before a byte is read. */
export function refuseTooLarge(contentLength: string | undefined, bytesMax: number, what?: string): void {
  if (contentLength !== undefined && Number(contentLength) > bytesMax) throw tooLarge(bytesMax, what);
}

/** The chunks of a body. A sender that stops half-way, or says nothing for too long, is told so if it still listens. */
async function* arriving(stream: ReadableStream<Uint8Array> | null, stallMs: number): AsyncGenerator<Uint8Array> {
  if (!stream) return;
  const reader = stream.getReader();
  let stalled = false;
  const timer = setTimeout(() => {
    stalled = true;
    // Ends the read that waits; a body that is past cancelling has ended it already.
    void reader.cancel().catch(() => {});
  }, stallMs);
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((error: unknown) => {
        throw halfWay("The connection ended before the file did", error);
      });
      if (stalled) throw halfWay(`No byte came for ${stallMs} ms`);
      if (done) return;
      timer.refresh();
      yield value;
    }
  } finally {
    clearTimeout(timer);
  }
}

const halfWay = (what: string, cause?: unknown) =>
  new Problem("invalid_request", { detail: `The upload stopped half-way: ${what}. Nothing was changed.`, cause });

const tooLarge = (bytesMax: number, what = "An upload") =>
  new Problem("payload_too_large", { detail: `${what} may have ${bytesMax} bytes. Nothing was changed.` });
