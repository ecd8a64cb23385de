type Stream = ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

/**
 * What can be uploaded: a file (`await fs.openAsBlob(path)` in Node), bytes, a text, a stream, or a function that opens a stream.
 * All but a bare stream can be sent again when an attempt fails.
 */
export type Upload = Blob | Uint8Array | string | Stream | (() => Stream);

/** A body as it is sent: opened anew for each attempt. */
export type Body = { open(): Exclude<Upload, () => Stream> | undefined; isReplayable: boolean };

export function asBody(json: unknown, upload: Upload | undefined): Body {
  if (typeof upload === "function") return { open: upload, isReplayable: true };
  const body = upload ?? (json === undefined ? undefined : JSON.stringify(json));
  return {
    open: () => body,
    isReplayable: typeof body !== "object" || body instanceof Uint8Array || body instanceof Blob,
  };
}
