import { record } from "../changes.ts";
import type { Definition } from "../datasets/definition.ts";
import { findDataset } from "../datasets/queries.ts";
import { Problem } from "../http/problem.ts";
import { type Lake, tooManyFiles } from "../lake/lake.ts";
import { JobFailed, WorkerCrashed, WorkerDeadline } from "../lake/workers-lane.ts";
import { openSigner } from "../ledger/keys.ts";
import { release, settle } from "../meter/holds.ts";
import { askedCharsMax } from "../meter/meter.ts";
import type { Services } from "../services.ts";
import type { Db } from "../store/store.ts";
import { versionSeen } from "../subscriptions/sight.ts";
import { renewClaim, returnClaim, updateClaimed } from "./claims.ts";
import { exportedColumns, signManifest } from "./manifest.ts";
import { type ExportRow, findExport } from "./queries.ts";
import { storedShape } from "./shape.ts";
import { formatOf, toExport } from "./wire.ts";

const attemptsMax = 3;
const renewMs = 1_000;
const keptMs = 30 * 86_400_000;

type Written = Awaited<ReturnType<Lake["export"]>> & { definition: Definition };

type Ends = {
  /** Somebody canceled the job, or another process has it. */
  cancel: AbortController;
  /** This process ends: the job waits for the next one. */
  stop: AbortSignal;
};

/** Does a claimed job to one of its ends. Where the database fails it throws: the lease runs out, and the job is begun again. */
export async function performExport(services: Services, claim: ExportRow, ends: Ends): Promise<void> {
  if (claim.attempts > attemptsMax)
    return failExport(services, claim, "It was begun several times and never came to its end.");
  const signal = AbortSignal.any([ends.cancel.signal, ends.stop]);
  const renewal = keepClaim(services, claim, ends.cancel);
  let written: Written;
  try {
    written = await writeFiles(services, claim, signal, renewal.progress).finally(renewal.end);
  } catch (error) {
    return await giveUp(services, claim, ends, error);
  }
  if (!(await finishExport(services, claim, written))) await removeUnwanted(services, claim);
}

async function writeFiles(
  services: Services,
  claim: ExportRow,
  signal: AbortSignal,
  onProgress: (rows: number) => void,
): Promise<Written> {
  const { id, dataset, version, query } = claim;
  // Exports of before sights were kept have the bound alone.
  const sight = claim.sight ?? { cut: null, firstRows: claim.firstRows };
  const { definition, parts } = await versionSeen(services, dataset, version, sight, "export");
  const format = formatOf(claim);
  const job = { id, dataset, version, definition, parts, query, format, shape: storedShape(claim), signal };
  return { definition, ...(await services.lake.export(job, onProgress)) };
}

async function giveUp(services: Services, claim: ExportRow, { cancel, stop }: Ends, error: unknown): Promise<void> {
  const { id, attempts } = claim;
  if (cancel.signal.aborted) return;
  if (stop.aborted) return returnClaim(services, claim, attempts - 1);
  services.log.warn({ err: error, export: id, attempts }, "an export failed");
  if (error instanceof WorkerCrashed && attempts < attemptsMax) return returnClaim(services, claim, attempts);
  await failExport(services, claim, sentenceOf(error));
}

/** Writes progress and renews the lease each second, and ends the work when the job is no longer this process's. */
function keepClaim(services: Services, claim: ExportRow, cancel: AbortController) {
  let rowsDone = 0;
  let renewing: Promise<void> = Promise.resolve();
  const renew = async () => {
    try {
      if (!(await renewClaim(services, claim, rowsDone)))
        cancel.abort(new Error("The export was canceled or taken over."));
    } catch (error) {
      services.log.warn({ err: error, export: claim.id }, "the lease of an export was not renewed");
    }
  };
  const timer = setInterval(() => {
    renewing = renewing.then(renew);
  }, renewMs);
  return {
    progress(rows: number) {
      rowsDone = rows;
    },
    async end() {
      clearInterval(timer);
      await renewing;
    },
  };
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

async function failExport(services: Services, claim: ExportRow, error: string): Promise<void> {
  const now = services.clock();
  await services.store.transaction(async (tx) => {
    const row = await updateClaimed(tx, claim, {
      status: "failed",
      error,
      owner: null,
      leaseUntil: null,
      endedAt: now,
    });
    if (!row) return;
    await release(tx, row.holds);
    await recordEnd(services, tx, "export.failed", claim, row);
  });
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

/** What a partner may know of a failure; the rest is in the log. */
function sentenceOf(error: unknown): string {
  if (error instanceof WorkerDeadline)
    return "It took too long. Ask for a shorter range, fewer columns or more filters.";
  if (error instanceof JobFailed && error.message === tooManyFiles)
    return "It would have too many files. Ask for more rows or bytes a file.";
  if (error instanceof Problem) return error.message;
  return "Its files could not be written. Nothing was charged; create it again.";
}
