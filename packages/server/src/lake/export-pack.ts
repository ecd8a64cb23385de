import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { promisify } from "node:util";
import { constants, crc32, createZstdCompress, deflateRaw } from "node:zlib";
import type { Compression } from "./lake.ts";

/** A file that is packed, hashed and counted while it is written, and synced when it is closed. */
export type PackedFile = { write(bytes: Buffer): Promise<void>; close(): Promise<{ bytes: number; sha256: string }> };

/** What is done to bytes on their way into a file. */
type Packer = { take(bytes: Buffer): Promise<void>; end(): Promise<void> };
type Sink = (bytes: Uint8Array) => Promise<void>;

const packers = { none: copies, gzip: gzips, zstd: zstds } satisfies Record<Compression, (sink: Sink) => Packer>;

export async function openPacked(path: string, compression: Compression): Promise<PackedFile> {
  const handle = await open(path, "wx", 0o600);
  const hash = createHash("sha256");
  let bytes = 0;
  const packer = packers[compression](async (chunk) => {
    hash.update(chunk);
    bytes += chunk.length;
    await writeAll(handle, chunk);
  });
  return {
    write: (chunk) => packer.take(chunk),
    async close() {
      try {
        await packer.end();
        await handle.sync();
      } finally {
        await handle.close();
      }
      return { bytes, sha256: hash.digest("hex") };
    },
  };
}

async function writeAll(handle: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let done = 0; done < chunk.length; ) done += (await handle.write(chunk, done)).bytesWritten;
}

function copies(sink: Sink): Packer {
  return { take: sink, end: async () => {} };
}

/** One frame, since several are one file to few readers only. */
function zstds(sink: Sink): Packer {
  const encoder = createZstdCompress({ params: { [constants.ZSTD_c_checksumFlag]: 1 } });
  const written = (async () => {
    for await (const chunk of encoder) await sink(chunk);
  })();
  // Who writes learns of it with the next piece or at the end.
  written.catch(() => {});
  let taken: Promise<void> = Promise.resolve();
  return {
    async take(bytes) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      taken = promise;
      taken.catch(() => {});
      // Copied: the encoder may hold what it was given until long after this.
      if (!encoder.write(Buffer.from(bytes), (error) => (error ? reject(error) : resolve())))
        await Promise.race([new Promise((go) => encoder.once("drain", go)), written]);
    },
    async end() {
      // An end that is told while a piece still waits is packed with that piece, into other bytes than one that comes later.
      await Promise.race([taken, written]);
      encoder.end();
      await written;
    },
  };
}

const pieceBytes = 1_048_576;
const piecesMax = Math.min(4, Math.max(2, availableParallelism()));
const deflate = promisify(deflateRaw);
/** No time and no system: the same rows are the same bytes. */
const gzipHeader = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
const lastBlock = Buffer.from([0x03, 0x00]);

/**
 * gzip in parallel: pieces are deflated on threads of their own, each to the end of a byte, so that one behind the other they are a
 * single stream. A file of several members would be shorter to write, and some readers stop behind the first.
 */
function gzips(sink: Sink): Packer {
  const deflating: Promise<Buffer>[] = [];
  let gathered: Buffer[] = [];
  let gatheredBytes = 0;
  let check = 0;
  let length = 0;
  let header: Promise<void> | undefined;

  async function writeFirst(): Promise<void> {
    header ??= sink(gzipHeader);
    await header;
    const first = deflating.shift();
    if (first) await sink(await first);
  }

  async function flush(): Promise<void> {
    if (gatheredBytes === 0) return;
    const piece = Buffer.concat(gathered);
    gathered = [];
    gatheredBytes = 0;
    check = crc32(piece, check);
    length += piece.length;
    const packed = deflate(piece, { finishFlush: constants.Z_SYNC_FLUSH });
    packed.catch(() => {});
    deflating.push(packed);
    if (deflating.length >= piecesMax) await writeFirst();
  }

  return {
    async take(bytes) {
      for (let from = 0; from < bytes.length; ) {
        const part = bytes.subarray(from, from + pieceBytes - gatheredBytes);
        gathered.push(Buffer.from(part));
        gatheredBytes += part.length;
        from += part.length;
        if (gatheredBytes === pieceBytes) await flush();
      }
    },
    async end() {
      await flush();
      do await writeFirst();
      while (deflating.length > 0);
      const trailer = Buffer.alloc(8);
      trailer.writeUInt32LE(check);
      trailer.writeUInt32LE(length % 2 ** 32, 4);
      await sink(Buffer.concat([lastBlock, trailer]));
    },
  };
}
