type Stream = ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

/**
 * What can be uploaded: a file (`await fs.openAsBlob(path)` in Node), bytes, a text, a stream, or a function that opens a stream.
 * All but a bare stream can be sent again when an attempt fails.
 */
export type Upload = Blob | Uint8Array | string | Stream | (() => Stream);

/** A body as it is sent: opened anew for each attempt. */
export type Body = {
  open(): Blob | Uint8Array | string | Stream | undefined;
  isReplayable: boolean;
  contentType: string | undefined;
};

export function asBody(json: unknown, upload: Upload | undefined, contentType: string | undefined): Body {
  if (upload === undefined) {
    const text = json === undefined ? undefined : JSON.stringify(json);
    return { open: () => text, isReplayable: true, contentType: text === undefined ? undefined : "application/json" };
  }
  if (typeof upload === "function") return { open: upload, isReplayable: true, contentType };
  const isReplayable = typeof upload === "string" || upload instanceof Uint8Array || upload instanceof Blob;
  return { open: () => upload, isReplayable, contentType };
}
