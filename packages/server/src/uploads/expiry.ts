import { record } from "../changes.ts";
import type { Services } from "../services.ts";
import { deleteUpload, dueUploads, lockUpload, type UploadRow } from "./queries.ts";
import { toUpload } from "./wire.ts";

const readMax = 100;
const platform = { requestId: "upload-expiry", principal: { keyId: "system" } };

/** Removes the uploads whose time is over, with their files. */
export async function sweepUploads(services: Services): Promise<void> {
  for (;;) {
    const due = await dueUploads(services.store.db, services.clock(), readMax);
    for (const row of due) await expire(services, row);
    if (due.length < readMax) return;
  }
}

async function expire(services: Services, { id }: UploadRow): Promise<void> {
  const { lake, store, clock, config } = services;
  const isOver = await store.transaction(async (tx) => {
    const row = await lockUpload(tx, id);
    // A part may have come in the meantime.
    if (!row || row.expiresAt > clock()) return false;
    await deleteUpload(tx, id);
    const change = { result: undefined, action: "upload.expired", target: id, partnerId: null };
    await record(services, tx, platform, { ...change, before: toUpload(row, config) });
    return true;
  });
  // A crash before this leaves a folder that the next start removes.
  if (isOver) await lake.removeUpload(id);
}
