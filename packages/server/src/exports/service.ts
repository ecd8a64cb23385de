import { change } from "../changes.ts";
import { type Call, visible } from "../http/call.ts";
import { type Page, pageById } from "../http/pages.ts";
import { Problem } from "../http/problem.ts";
import { release } from "../meter/holds.ts";
import type { Services } from "../services.ts";
import { toManifest } from "./manifest.ts";
import { cancelUnfinished, type ExportRow, findExport, lockExport, selectExports, unfinished } from "./queries.ts";
import { refuseRetracted } from "./retraction.ts";
import type { Export, ExportQuery, Manifest } from "./schemas.ts";
import { statusOf, toExport } from "./wire.ts";

const lookAgainMs = 1_000;

export function listExports(
  { store, secrets, clock }: Services,
  call: Call,
  { limit, after, ...filters }: ExportQuery,
): Promise<Page<Export>> {
  const now = clock();
  const { partner_id: asked, status, dataset } = filters;
  const own = call.principal.partnerId;
  const read = async (after: string | undefined, limit: number) => {
    // Asking for another's is asking for what there is none of.
    if (own !== null && asked !== undefined && asked !== own) return [];
    return selectExports(store.db, { status, dataset, partnerId: own ?? asked, now }, after, limit);
  };
  return pageById(
    secrets,
    { call, list: "exports", filters },
    { limit, after },
    read,
    ({ id }) => id,
    (row) => toExport(row, now),
  );
}

/** The export as it is; after waiting for its status to change, if that is wanted and it has not ended. */
export async function retrieveExport(
  services: Services,
  call: Call,
  id: string,
  { waitMs, signal }: { waitMs: number; signal: AbortSignal },
): Promise<Export> {
  const { store, clock, readiness, exportRunner } = services;
  const endMs = performance.now() + waitMs;
  const watch = exportRunner.watch(id);
  try {
    const first = visible(call, await findExport(store.db, id));
    let row = first;
    while (isUnfinished(row) && row.status === first.status) {
      const leftMs = endMs - performance.now();
      // Nobody waits on a process that ends.
      if (leftMs <= 0 || signal.aborted || readiness.reason !== undefined) break;
      await watch.next(Math.min(leftMs, lookAgainMs), signal);
      row = visible(call, await findExport(store.db, id));
    }
    return toExport(row, clock());
  } finally {
    watch.close();
  }
}

export async function cancelExport(services: Services, call: Call, id: string): Promise<Export> {
  const now = services.clock();
  const canceled = await change(services, call, async (tx) => {
    const before = visible(call, await lockExport(tx, id));
    const row = await cancelUnfinished(tx, id, now);
    if (!row)
      throw new Problem("conflict", {
        detail: `The export is ${statusOf(before, now)}: there is nothing left to cancel.`,
      });
    await release(tx, row.holds);
    const result = toExport(row, now);
    return {
      result,
      action: "export.canceled",
      target: id,
      partnerId: row.partnerId,
      before: toExport(before, now),
      after: result,
    };
  });
  services.exportRunner.cancel(id);
  return canceled;
}

export async function retrieveManifest(services: Services, call: Call, id: string): Promise<Manifest> {
  return toManifest(await readyExport(services, call, id));
}

/** An export whose files are there, or why they are not. */
export async function readyExport({ store, clock }: Services, call: Call, id: string): Promise<ExportRow> {
  const row = visible(call, await findExport(store.db, id));
  const status = statusOf(row, clock());
  if (status === "ready") {
    await refuseRetracted(store.db, row);
    return row;
  }
  if (status === "expired") {
    throw new Problem("export_expired", {
      detail: `It expired at ${row.expiresAt?.toISOString()}. Create it again.`,
      next: [`wizdata exports create ${row.dataset}`],
    });
  }
  const detail = isUnfinished(row)
    ? `It is ${status}. Wait for it with GET …/exports/{id}?wait_seconds=30.`
    : `It ${status === "failed" ? "failed" : "was canceled"}, so it has no files.`;
  throw new Problem("export_not_ready", { detail, next: [`wizdata exports show ${id}`] });
}

const isUnfinished = (row: ExportRow) => unfinished.some((status) => status === row.status);
