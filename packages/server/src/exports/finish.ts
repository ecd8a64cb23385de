import { record } from "../changes.ts";
import type { Definition } from "../datasets/definition.ts";
import { findDataset } from "../datasets/queries.ts";
import type { Lake } from "../lake/lake.ts";
import { openSigner } from "../ledger/keys.ts";
import { release, settle } from "../meter/holds.ts";
import { askedCharsMax } from "../meter/meter.ts";
import { lockPartner } from "../partners/queries.ts";
import type { Services } from "../services.ts";
import type { Db } from "../store/store.ts";
import { updateClaimed } from "./claims.ts";
import { exportedColumns, signManifest } from "./manifest.ts";
import { type ExportRow, findExport } from "./queries.ts";
import { tooLarge } from "./room.ts";
import { toExport } from "./wire.ts";

/** How long files are kept, from when they are ready or renewed. */
export const keptMs = 30 * 86_400_000;

/** The files of a claimed job, complete and under their names. */
export type Written = Awaited<ReturnType<Lake["export"]>> & { definition: Definition };

/** Makes an export ready, or ends it where its files may not stay. Nothing of it is left where it was canceled meanwhile. */
export async function endExport(services: Services, claim: ExportRow, written: Written): Promise<void> {
  const isReady = await finishExport(services, claim, written);
  if (!isReady) await removeUnwanted(services, claim);
}

/** Charges, signs and releases the files in one commit. False when the job was canceled or taken over meanwhile. */
async function finishExport(
  services: Services,
  claim: ExportRow,
  { definition, files, rows, bytes }: Written,
): Promise<boolean> {
  const source = (await findDataset(services.store.db, claim.dataset))?.source;
  if (!source) throw new Error(`there is no dataset ${claim.dataset}`);
  const signer = await openSigner(services);
  const now = services.clock();
  const eventId = services.newId("use");
  const made = { files, bytes, rowsDone: rows, rowsTotal: rows, readyAt: now, endedAt: now };
  const described = { columns: exportedColumns(definition, claim.query), source };
  return services.store.transaction(async (tx) => {
    // Locked before counting: two exports that become ready at once would both see the same room.
    await lockPartner(tx, claim.partnerId);
    const fault = await tooLarge(services, tx, claim.partnerId, bytes, now);
    if (fault !== undefined) {
      await failIn(services, tx, claim, fault);
      return false;
    }
    const row = await updateClaimed(tx, claim, {
      status: "ready",
      ...made,
      ...signManifest({ ...claim, ...made }, described, signer),
      eventId,
      owner: null,
      leaseUntil: null,
      expiresAt: new Date(now.getTime() + keptMs),
    });
    if (!row) return false;
    const { partnerId, lineageId, keyId, subscriptionId, dataset, version, requestId, unitsHeld: units } = row;
    await settle(
      tx,
      { chain: services.meter.chain, holds: row.holds, now },
      {
        eventId,
        requestId,
        partnerId,
        lineageId,
        keyId,
        subscriptionId,
        dataset,
        version,
        operation: "export",
        status: 200,
        rows,
        bytes,
        units,
        asked: JSON.stringify(row.query).slice(0, askedCharsMax),
      },
    );
    await recordEnd(services, tx, "export.ready", claim, row);
    return true;
  });
}

export async function failExport(services: Services, claim: ExportRow, error: string): Promise<void> {
  await services.store.transaction((tx) => failIn(services, tx, claim, error));
}

async function failIn(services: Services, tx: Db, claim: ExportRow, error: string): Promise<void> {
  const endedAt = services.clock();
  const row = await updateClaimed(tx, claim, { status: "failed", error, owner: null, leaseUntil: null, endedAt });
  if (!row) return;
  await release(tx, row.holds);
  await recordEnd(services, tx, "export.failed", claim, row);
}

/** The platform itself acts, for the request that asked. */
async function recordEnd(
  services: Services,
  tx: Db,
  action: string,
  before: ExportRow,
  after: ExportRow,
): Promise<void> {
  const now = services.clock();
  const actor = { requestId: after.requestId, principal: { keyId: "system" } };
  await record(services, tx, actor, {
    result: undefined,
    action,
    target: after.id,
    partnerId: after.partnerId,
    before: toExport(before, now),
    after: toExport(after, now),
  });
}

/** Files of a job that was canceled just when they were done. Those of a job that others took over are theirs. */
async function removeUnwanted({ store, lake }: Services, { id }: ExportRow): Promise<void> {
  const row = await findExport(store.db, id);
  if (row?.status === "canceled" || row?.status === "failed") await lake.removeExport(id);
}
