import type { PublishUpload } from "../datasets/versions-schemas.ts";
import { invalidRequest, Problem } from "../http/problem.ts";
import type { FileForm, FileProof } from "../lake/lake.ts";
import type { Services } from "../services.ts";
import type { Db } from "../store/store.ts";
import { findUpload, lockUpload, type PartRow, partsOf, type UploadRow, updateUpload } from "./queries.ts";
import { living, stillOpen } from "./service.ts";

/** An upload of which every byte is here, in the files that follow each other. */
export type CompleteUpload = { row: UploadRow; files: string[]; form: FileForm; proof: FileProof };

const namedMax = 10;

/** The upload to publish, or why it cannot be yet. */
export async function completeUpload(
  { store, clock, lake }: Services,
  slug: string,
  wanted: PublishUpload,
): Promise<CompleteUpload> {
  const row = stillOpen(living(await findUpload(store.db, wanted.upload), clock()));
  if (row.dataset !== slug) throw invalidRequest([{ path: "upload", message: `was begun for ${row.dataset}` }]);
  const parts = await partsOf(store.db, row.id);
  refuseIncomplete(row, parts);
  const sha256s = parts.map(({ sha256 }) => sha256);
  const other = wanted.parts?.findIndex((sha256, at) => sha256s[at] !== sha256) ?? -1;
  if (other >= 0 || (wanted.parts && wanted.parts.length !== sha256s.length)) {
    const message = other >= 0 ? `part ${other + 1} was received as another` : `${parts.length} parts were received`;
    throw invalidRequest([{ path: "parts", message }]);
  }
  if (wanted.sha256 !== undefined && row.sha256 !== null && wanted.sha256 !== row.sha256)
    throw invalidRequest([{ path: "sha256", message: "is another than the upload was begun with" }]);
  const files = parts.map(({ number, sha256 }) => lake.uploadPart(row.id, number, sha256));
  return { row, files, form: row.form, proof: { sha256s, sha256: wanted.sha256 ?? row.sha256 } };
}

function refuseIncomplete(row: UploadRow, parts: PartRow[]): void {
  const received = new Set(parts.map(({ number }) => number));
  const last = parts.at(-1)?.number ?? 1;
  const missing = Array.from({ length: last }, (_, at) => at + 1).filter((number) => !received.has(number));
  if (missing.length > 0) {
    const named = missing.slice(0, namedMax).join(", ");
    throw incomplete(`Parts are missing: ${named}${missing.length > namedMax ? " and others" : ""}.`);
  }
  const bytes = parts.reduce((sum, part) => sum + part.bytes, 0);
  if (row.bytes !== null && bytes !== row.bytes)
    throw incomplete(`${bytes} of the ${row.bytes} bytes that were promised have been received.`);
}

const incomplete = (what: string) =>
  new Problem("upload_incomplete", { detail: `${what} GET …/uploads/{id} lists what has been received.` });

/** Makes the upload a published one in the version's own transaction, if it is still what was read. */
export async function settleUpload(
  { clock }: Services,
  tx: Db,
  { row, proof }: CompleteUpload,
  version: number,
): Promise<void> {
  stillOpen(living(await lockUpload(tx, row.id), clock()));
  const now = await partsOf(tx, row.id);
  const isSame = now.length === proof.sha256s.length && now.every(({ sha256 }, at) => sha256 === proof.sha256s[at]);
  if (!isSame)
    throw new Problem("conflict", { detail: "Parts of the upload were replaced meanwhile. Nothing was published." });
  await updateUpload(tx, row.id, { status: "published", version });
}
