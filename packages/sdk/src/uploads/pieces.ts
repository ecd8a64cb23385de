import type { Upload } from "../core/upload.ts";

export const partBytesUsual = 16 * 2 ** 20;

/** A file in pieces that follow each other. */
export type Pieces = {
  /** The whole of it, where it is no longer than a piece. */
  whole: Blob | Uint8Array | string | undefined;
  bytesTotal: number | undefined;
  /** Its pieces of this size, from the first one; a stream has them once, and of the size it was opened with. */
  pieces(pieceBytes: number): AsyncIterableIterator<Uint8Array>;
  /** Lets go of a stream, which may be an open file, wherever its reading ended. */
  close(): Promise<void>;
};

/** Looks how much there is: a stream is read as far as its first piece goes. */
export async function openPieces(upload: Upload, pieceBytes: number): Promise<Pieces> {
  const source = typeof upload === "function" ? upload() : upload;
  if (typeof source === "string" || source instanceof Uint8Array || source instanceof Blob) {
    const bytes = typeof source === "string" ? new TextEncoder().encode(source) : source;
    const bytesTotal = bytes instanceof Blob ? bytes.size : bytes.length;
    const whole = bytesTotal <= pieceBytes ? source : undefined;
    return { whole, bytesTotal, pieces: (size) => piecesOf(bytes, bytesTotal, size), close: async () => {} };
  }
  const pieces = piecesOfStream(source, pieceBytes);
  const [first, second] = [await pieces.next(), await pieces.next()];
  const known = [first, second].flatMap(({ done, value }) => (done ? [] : [value]));
  const whole = second.done ? (known[0] ?? new Uint8Array()) : undefined;
  const close = async () => void (await pieces.return(undefined));
  return { whole, bytesTotal: whole?.length, pieces: () => behind(known, pieces), close };
}

async function* behind(known: Uint8Array[], rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* known;
  yield* rest;
}

async function* piecesOf(bytes: Blob | Uint8Array, bytesTotal: number, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytesTotal; from += size) {
    yield bytes instanceof Blob
      ? new Uint8Array(await bytes.slice(from, from + size).arrayBuffer())
      : bytes.subarray(from, from + size);
  }
}

async function* piecesOfStream(stream: AsyncIterable<Uint8Array>, pieceBytes: number): AsyncGenerator<Uint8Array> {
  let piece = new Uint8Array(pieceBytes);
  let filled = 0;
  for await (const chunk of stream) {
    for (let from = 0; from < chunk.length; ) {
      const part = chunk.subarray(from, from + pieceBytes - filled);
      piece.set(part, filled);
      filled += part.length;
      from += part.length;
      if (filled < pieceBytes) continue;
      yield piece;
      piece = new Uint8Array(pieceBytes);
      filled = 0;
    }
  }
  if (filled > 0) yield piece.subarray(0, filled);
}
