import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import type { Upload } from "@wizdata/sdk";
import { usageFailure } from "./failures.ts";
import type { Terminal } from "./terminal.ts";

/** `bytesTotal` is unknown of standard input. */
export type UploadSource = { upload: Upload; contentType: string; bytesTotal: number | undefined };

/** A file to send, plain or gzip by its first bytes. A file can be sent again when an attempt fails, standard input cannot. */
export async function openSource(
  { stdin }: Terminal,
  file: string,
  onBytes: (bytes: number) => void,
): Promise<UploadSource> {
  if (file === "-") {
    const { head, whole } = await peek(stdin);
    return { upload: counted(whole, onBytes), contentType: contentTypeOf(head), bytesTotal: undefined };
  }
  const { size: bytesTotal } = await stat(file);
  const contentType = contentTypeOf(await headOf(file));
  return { upload: () => counted(createReadStream(file), onBytes), contentType, bytesTotal };
}

const gzipMagic = [0x1f, 0x8b];

function contentTypeOf(head: Uint8Array): string {
  if (head.length === 0) throw usageFailure("There is nothing to publish: the file is empty.");
  return gzipMagic.every((byte, at) => head[at] === byte) ? "application/gzip" : "text/csv";
}

async function headOf(file: string): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read({ buffer: new Uint8Array(gzipMagic.length) });
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function peek(source: AsyncIterable<Uint8Array>) {
  const iterator = source[Symbol.asyncIterator]();
  const first = await iterator.next();
  const head = first.done ? new Uint8Array() : first.value;
  async function* whole() {
    yield head;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  }
  return { head, whole: whole() };
}

async function* counted(
  source: AsyncIterable<Uint8Array>,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of source) {
    bytes += chunk.length;
    onBytes(bytes);
    yield chunk;
  }
}
