import { randomUUID } from "node:crypto";
import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { change } from "../changes.ts";
import { refuseTooLarge, storeUpload } from "../datasets/upload.ts";
import type { Call } from "../http/call.ts";
import { invalidRequest, Problem } from "../http/problem.ts";
import { fileBytes, syncFile } from "../lake/parts-files.ts";
import type { Services } from "../services.ts";
import type { Db } from "../store/store.ts";
import { findUpload, lockUpload, type PartRow, partsOf, replacePart, type UploadRow, updateUpload } from "./queries.ts";
import type { UploadPart } from "./schemas.ts";
import { living, stillOpen } from "./service.ts";
import { toPart } from "./wire.ts";

export type SentPart = {
  number: number;
  stream: ReadableStream<Uint8Array> | null;
  contentDigest: string | undefined;
  contentLength: string | undefined;
};

/**
 * Keeps one part of an upload. Its bytes and its name are on the disk before the answer says so, and the row is what makes it a part: a
 * crash in between leaves a file that nobody names. The same part again changes nothing.
 */
export async function receivePart(services: Services, call: Call, id: string, sent: SentPart): Promise<UploadPart> {
  const { store, clock, lake, config } = services;
  const sha256 = digestOf(sent.contentDigest);
  const row = stillOpen(living(await findUpload(store.db, id), clock()));
  const known = (await partsOf(store.db, id)).find(({ number }) => number === sent.number);
  const file = lake.uploadPart(id, sent.number, sha256);
  // Where the file was lost, sending the part again is what brings it back.
  if (known?.sha256 === sha256 && (await fileBytes(file)) === known.bytes) return toPart(known);
  refuseTooLarge(sent.contentLength, config.uploadPartBytesMax, "A part");
  const folder = await lake.uploadFolder(id);
  const unfinished = join(folder, `${randomUUID()}.part`);
  try {
    const limits = { bytesMax: config.uploadPartBytesMax, stallMs: config.uploadStallMs, what: "A part" };
    const stored = await storeUpload(sent.stream, unfinished, limits);
    if (stored.bytes === 0) throw invalidRequest([{ path: "body", message: "is empty: a part has a byte or more" }]);
    if (stored.sha256 !== sha256) throw otherBytes(sha256, stored.sha256);
    await rename(unfinished, file);
    await syncFile(folder);
    return await keepPart(services, call, row, { upload: id, number: sent.number, bytes: stored.bytes, sha256 });
  } catch (error) {
    await rm(unfinished, { force: true });
    await removeUnnamed(services, id, sent.number, sha256);
    throw error;
  }
}

async function keepPart(
  services: Services,
  call: Call,
  { id }: UploadRow,
  part: Omit<PartRow, "receivedAt">,
): Promise<UploadPart> {
  const { clock, config, lake } = services;
  const receivedAt = clock();
  let replaced: PartRow | undefined;
  const kept = await change(services, call, async (tx) => {
    // Locked before adding up: two parts at the bound would both see room.
    const upload = stillOpen(living(await lockUpload(tx, id), receivedAt));
    replaced = await makeRoom(tx, upload, part.number, part.bytes, config.uploadBytesMax);
    await replacePart(tx, { ...part, receivedAt });
    await updateUpload(tx, id, { expiresAt: new Date(receivedAt.getTime() + config.uploadKeptMs) });
    const result = toPart({ ...part, receivedAt });
    const after = { upload: id, ...result };
    const before = replaced ? { before: { upload: id, ...toPart(replaced) } } : {};
    return { result, action: "upload.part_received", target: id, partnerId: null, ...before, after };
  });
  if (replaced && replaced.sha256 !== part.sha256)
    await rm(lake.uploadPart(id, replaced.number, replaced.sha256), { force: true });
  return kept;
}

/** Throws where the file would get longer than it may be, or than was promised. Gives the part that another one takes the place of. */
async function makeRoom(tx: Db, upload: UploadRow, number: number, bytes: number, bytesMax: number) {
  const parts = await partsOf(tx, upload.id);
  const others = parts.filter((part) => part.number !== number).reduce((sum, part) => sum + part.bytes, 0);
  if (upload.bytes !== null && others + bytes > upload.bytes) {
    const message = `makes the file ${others + bytes} bytes, where ${upload.bytes} were promised`;
    throw invalidRequest([{ path: "body", message }]);
  }
  if (others + bytes > bytesMax)
    throw new Problem("payload_too_large", { detail: `A file may have ${bytesMax} bytes.` });
  return parts.find((part) => part.number === number);
}

/** After a failure: the file goes unless another call made it a part. */
async function removeUnnamed({ store, lake }: Services, id: string, number: number, sha256: string): Promise<void> {
  const named = (await partsOf(store.db, id)).some((part) => part.number === number && part.sha256 === sha256);
  if (!named) await rm(lake.uploadPart(id, number, sha256), { force: true });
}

/** RFC 9530: `sha-256=:<base64>:`, alone or among digests of other kinds. */
function digestOf(header: string | undefined): string {
  const text = /(?:^|,)\s*sha-256=:([A-Za-z0-9+/]{43}=):\s*(?:,|$)/.exec(header ?? "")?.[1];
  if (text !== undefined) return Buffer.from(text, "base64").toString("hex");
  throw invalidRequest([
    { path: "header.content-digest", message: "send the SHA-256 of the part's bytes, as sha-256=:<base64>:" },
  ]);
}

const otherBytes = (promised: string, found: string) =>
  new Problem("digest_mismatch", {
    detail: `The part's SHA-256 is ${found}, and Content-Digest says ${promised}. Nothing was kept: send it again.`,
  });
