type Stream = ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

/**
 * What can be uploaded: a file (`await fs.openAsBlob(path)` in Node), bytes, a text, a stream, or a function that opens a stream.
 * All but a bare stream can be sent again when an attempt fails. What it is, its first bytes tell.
 */
export type Upload = Blob | Uint8Array | string | Stream | (() => Stream);

/** A body as it is sent. */
export type Body = Exclude<Upload, () => Stream> | undefined;

export function isReplayable(upload: Upload | undefined): boolean {
  return typeof upload !== "object" || upload instanceof Uint8Array || upload instanceof Blob;
}

/** Opens an upload for one attempt, and looks which type it is. */
export async function openUpload(
  upload: Upload,
  plainType: string,
): Promise<{ body: Body; headers: { "content-type": string } }> {
  const source = typeof upload === "function" ? upload() : upload;
  const headers = (start: ArrayLike<number> = []) => ({ "content-type": typeOf(start) ?? plainType });
  if (typeof source === "string") return { body: source, headers: headers([source.charCodeAt(0)]) };
  if (source instanceof Uint8Array) return { body: source, headers: headers(source) };
  if (source instanceof Blob)
    return { body: source, headers: headers(new Uint8Array(await source.slice(0, signatureBytes).arrayBuffer())) };
  const chunks = source[Symbol.asyncIterator]();
  const first = await chunks.next();
  return { body: resumed(first, chunks), headers: headers(first.value) };
}

const signatureBytes = 4;
const signatures: [string, readonly number[]][] = [
  ["application/gzip", [0x1f]],
  ["application/zstd", [0x28, 0xb5, 0x2f, 0xfd]],
  ["application/vnd.apache.parquet", [0x50, 0x41, 0x52, 0x31]],
  ["application/x-ndjson", [0x7b]],
];

/** No header of a CSV file begins like these. */
function typeOf(start: ArrayLike<number>): string | undefined {
  return signatures.find(([, bytes]) => bytes.every((byte, at) => start[at] === byte))?.[0];
}

const ends: [RegExp, string][] = [
  [/\.gz$/i, "application/gzip"],
  [/\.zst$/i, "application/zstd"],
  [/\.csv$/i, "text/csv"],
  [/\.(ndjson|jsonl)$/i, "application/x-ndjson"],
  [/\.parquet$/i, "application/vnd.apache.parquet"],
];

/** What the end of a file's name says of it, if it says anything. */
export function typeOfName(name: string): string | undefined {
  return ends.find(([end]) => end.test(name))?.[1];
}

type Chunk = IteratorResult<Uint8Array, unknown>;

async function* resumed(first: Chunk, rest: AsyncIterator<Uint8Array, unknown>): AsyncGenerator<Uint8Array> {
  try {
    for (let chunk = first; !chunk.done; chunk = await rest.next()) yield chunk.value;
  } finally {
    await rest.return?.();
  }
}
