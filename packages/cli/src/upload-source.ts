import { openAsBlob } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import type { Upload } from "@wizdata/sdk";
import { usageFailure } from "./failures.ts";
import type { Terminal } from "./terminal.ts";

/** Standard input has no name. */
export type UploadSource = { upload: Upload; name: string | undefined };

/** A file to send, which is read as it is sent. */
export async function openSource({ stdin }: Terminal, file: string): Promise<UploadSource> {
  if (file === "-") return { upload: await unlessEmpty(stdin), name: undefined };
  const { size } = await stat(file);
  if (size === 0) throw nothingToPublish();
  return { upload: await openAsBlob(file), name: basename(file) };
}

const nothingToPublish = () => usageFailure("There is nothing to publish: the file is empty.");

async function unlessEmpty(source: AsyncIterable<Uint8Array>): Promise<AsyncIterable<Uint8Array>> {
  const iterator = source[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done) throw nothingToPublish();
  async function* whole() {
    for (let next: IteratorResult<Uint8Array> = first; !next.done; next = await iterator.next()) yield next.value;
  }
  return whole();
}
