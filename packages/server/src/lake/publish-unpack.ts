import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createGunzip, createZstdDecompress } from "node:zlib";
import type { Compression } from "./lake.ts";

const chunkBytes = 262_144;
/** zstd files of several frames are read frame by frame; so small frames are nobody's way to write a large file. */
const framesMax = 100_000;

/** The file cannot be read at all, or no further. The message is for whoever sent it. */
export class Unreadable extends Error {
  override readonly name = "Unreadable";
}

/** It could be read, and there is too much of it: what else is wrong with it does not matter. */
export class TooLong extends Unreadable {
  constructor(bytesMax: number) {
    super(`the file is longer than ${bytesMax} bytes when unpacked`);
  }
}

/** The bytes of several files as if they were one, from a place on. */
async function* readFiles(files: readonly string[], from: number): AsyncGenerator<Buffer> {
  let skipped = from;
  for (const file of files) {
    const { size } = await stat(file);
    if (skipped < size) yield* createReadStream(file, { highWaterMark: chunkBytes, start: skipped });
    skipped = Math.max(0, skipped - size);
  }
}

async function* gunzipped(files: readonly string[]): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: chunkBytes });
  feed(readFiles(files, 0), gunzip);
  yield* gunzip;
}

/** Node's decoder ends with the first frame, and whatever follows would be lost without a word: so each frame has its own. */
async function* unzstd(files: readonly string[]): AsyncGenerator<Buffer> {
  const bytesTotal = await sizeOf(files);
  let bytesRead = 0;
  for (let frame = 0; bytesRead < bytesTotal; frame++) {
    if (frame > framesMax) throw new Unreadable(`the zstd file has more than ${framesMax} frames`);
    const decoder = createZstdDecompress({ chunkSize: chunkBytes });
    feed(readFiles(files, bytesRead), decoder);
    yield* decoder;
    bytesRead += decoder.bytesWritten;
  }
}

/** Writes as fast as is read, until the reader has enough. */
function feed(source: AsyncGenerator<Buffer>, decoder: ReturnType<typeof createGunzip>): void {
  const write = async () => {
    for await (const chunk of source) {
      if (decoder.destroyed || decoder.readableEnded) return;
      if (!decoder.write(chunk)) await drained(decoder);
    }
    decoder.end();
  };
  write().catch((error) => decoder.destroy(error));
}

function drained(decoder: ReturnType<typeof createGunzip>): Promise<void> {
  return new Promise((resolve) => {
    const events = ["drain", "end", "close"] as const;
    const go = () => {
      for (const event of events) decoder.off(event, go);
      resolve();
    };
    for (const event of events) decoder.on(event, go);
  });
}

async function sizeOf(files: readonly string[]): Promise<number> {
  let bytes = 0;
  for (const file of files) bytes += (await stat(file)).size;
  return bytes;
}

const readers = {
  none: (files: readonly string[]) => readFiles(files, 0),
  gzip: gunzipped,
  zstd: unzstd,
} satisfies Record<Compression, (files: readonly string[]) => AsyncGenerator<Buffer>>;

/** What is wrong, by the code that Node gives it. */
function damageOf(error: unknown, compression: Compression): string | undefined {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "Z_BUF_ERROR") return `the ${compression} file is cut off here`;
  const isDamage = code === "Z_DATA_ERROR" || code.startsWith("ZSTD_error");
  return isDamage ? `the ${compression} file is damaged here, or is not ${compression}` : undefined;
}

export type Packed = { files: readonly string[]; compression: Compression };

/**
 * The plain bytes of an upload, unpacked as they are asked for, at most so many: a few kilobytes can unpack to anything.
 *
 * @throws Unreadable where the bytes are damaged or too many
 */
export async function* unpacked({ files, compression }: Packed, bytesMax: number): AsyncGenerator<Buffer> {
  let bytes = 0;
  try {
    for await (const chunk of readers[compression](files)) {
      bytes += chunk.length;
      if (bytes > bytesMax) throw new TooLong(bytesMax);
      yield chunk;
    }
  } catch (error) {
    const damage = damageOf(error, compression);
    throw damage === undefined ? error : new Unreadable(damage, { cause: error });
  }
}

/** The first bytes of the upload as they were sent. */
export async function firstBytes(files: readonly string[], count: number): Promise<Buffer> {
  let head: Buffer = Buffer.alloc(0);
  for await (const chunk of readFiles(files, 0)) {
    head = Buffer.concat([head, chunk.subarray(0, count - head.length)]);
    if (head.length === count) break;
  }
  return head;
}
