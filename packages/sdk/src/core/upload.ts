type Stream = ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

/**
 * What can be uploaded: a file (`await fs.openAsBlob(path)` in Node), bytes, a text, a stream, or a function that opens a stream.
 * All but a bare stream can be sent again when an attempt fails. What is packed with gzip is told by its first byte.
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
  // No text begins with the first byte of gzip.
  const headers = (start?: ArrayLike<number>) => ({
    "content-type": start?.[0] === 0x1f ? "application/gzip" : plainType,
  });
  if (typeof source === "string") return { body: source, headers: headers() };
  if (source instanceof Uint8Array) return { body: source, headers: headers(source) };
  if (source instanceof Blob)
    return { body: source, headers: headers(new Uint8Array(await source.slice(0, 1).arrayBuffer())) };
  const chunks = source[Symbol.asyncIterator]();
  const first = await chunks.next();
  return { body: resumed(first, chunks), headers: headers(first.value) };
}

type Chunk = IteratorResult<Uint8Array, unknown>;

async function* resumed(first: Chunk, rest: AsyncIterator<Uint8Array, unknown>): AsyncGenerator<Uint8Array> {
  try {
    for (let chunk = first; !chunk.done; chunk = await rest.next()) yield chunk.value;
  } finally {
    await rest.return?.();
  }
}
