import { change } from "../changes.ts";
import { findDataset } from "../datasets/queries.ts";
import { agreedForm } from "../datasets/upload-form.ts";
import type { Call } from "../http/call.ts";
import { type Page, pageById } from "../http/pages.ts";
import { Problem } from "../http/problem.ts";
import type { Services } from "../services.ts";
import {
  countOpen,
  deleteUpload,
  findUpload,
  lockUpload,
  partsOf,
  receivedOf,
  selectUploads,
  type UploadRow,
} from "./queries.ts";
import { type NewUpload, partsMax, type Upload, type UploadDetail, type UploadQuery } from "./schemas.ts";
import { toUpload, toUploadDetail } from "./wire.ts";

const openMax = 100;

export async function createUpload(services: Services, call: Call, input: NewUpload): Promise<Upload> {
  const { store, config, clock, newId } = services;
  const { dataset, name, bytes = null, sha256 = null, ...said } = input;
  const form = agreedForm(said, name);
  const bytesMax = Math.min(config.uploadBytesMax, partsMax * config.uploadPartBytesMax);
  if (bytes !== null && bytes > bytesMax)
    throw new Problem("payload_too_large", { detail: `A file may have ${bytesMax} bytes.` });
  if (!(await findDataset(store.db, dataset))) throw new Problem("not_found");
  const now = clock();
  const expiresAt = new Date(now.getTime() + config.uploadKeptMs);
  return change(services, call, async (tx) => {
    if ((await countOpen(tx)) >= openMax) {
      throw new Problem("too_many", {
        detail: `There may be ${openMax} open uploads. Publish one, or abort it.`,
        next: ["wizdata api GET /uploads -f status=open"],
      });
    }
    const status = "open";
    const id = newId("upl");
    const row: UploadRow = {
      id,
      dataset,
      name: name ?? null,
      form,
      bytes,
      sha256,
      status,
      version: null,
      createdAt: now,
      expiresAt,
    };
    await tx.insert(tx.t.uploads).values(row);
    const result = toUpload(row, config);
    return { result, action: "upload.created", target: row.id, partnerId: null, after: result };
  });
}

export function listUploads(
  { store, secrets, clock, config }: Services,
  call: Call,
  { limit, after, ...filters }: UploadQuery,
): Promise<Page<Upload>> {
  const read = async (after: string | undefined, limit: number) => {
    const rows = await selectUploads(store.db, { ...filters, now: clock() }, after, limit);
    const received = await receivedOf(
      store.db,
      rows.map(({ id }) => id),
    );
    return rows.map((row) => toUpload(row, config, received.get(row.id)));
  };
  const binding = { call, list: "uploads", filters };
  return pageById(
    secrets,
    binding,
    { limit, after },
    read,
    ({ id }) => id,
    (upload) => upload,
  );
}

export async function retrieveUpload({ store, clock, config }: Services, id: string): Promise<UploadDetail> {
  const row = living(await findUpload(store.db, id), clock());
  return toUploadDetail(row, config, await partsOf(store.db, id));
}

/** Ends an upload that will not be published, and removes what came of it. */
export async function abortUpload(services: Services, call: Call, id: string): Promise<Upload> {
  const { clock, config, lake } = services;
  const aborted = await change(services, call, async (tx) => {
    const row = stillOpen(living(await lockUpload(tx, id), clock()));
    const received = (await receivedOf(tx, [id])).get(id);
    await deleteUpload(tx, id);
    const result = toUpload(row, config, received);
    return { result, action: "upload.aborted", target: id, partnerId: null, before: result };
  });
  // A crash before this leaves a folder that the next start removes.
  await lake.removeUpload(id);
  return aborted;
}

/** An upload whose time is over is gone, whether or not somebody has tidied up. */
export function living(row: UploadRow | undefined, now: Date): UploadRow {
  if (!row || row.expiresAt <= now) throw new Problem("not_found");
  return row;
}

export function stillOpen(row: UploadRow): UploadRow {
  if (row.status === "open") return row;
  throw new Problem("conflict", {
    detail: `The upload was published as version ${row.version} of ${row.dataset}. Begin another one.`,
  });
}
