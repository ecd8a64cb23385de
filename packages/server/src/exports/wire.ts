import { toQueryBody } from "../lake/grammar-body.ts";
import type { ExportRow } from "./queries.ts";
import type { Export, ExportFormat, ExportStatus } from "./schemas.ts";
import { toShape } from "./shape.ts";

/** The status as of now: a ready export is expired when its time is over, before anybody tidies up. */
export function statusOf({ status, expiresAt }: ExportRow, now: Date): ExportStatus {
  if (status === "ready" && expiresAt !== null && expiresAt <= now) return "expired";
  return status as ExportStatus; // written from the enum only
}

export const formatOf = ({ format }: ExportRow) => format as ExportFormat; // written from the enum only

/** What was ordered, as the export and its manifest tell it. */
export const toOrdered = (row: ExportRow) => ({
  dataset: row.dataset,
  version: row.version,
  format: formatOf(row),
  ...toShape(row),
  first_rows: row.firstRows,
  query: toQueryBody(row.query),
});

export function toExport(row: ExportRow, now: Date): Export {
  const status = statusOf(row, now);
  const wasReady = row.readyAt !== null;
  return {
    id: row.id,
    partner_id: row.partnerId,
    ...toOrdered(row),
    status,
    progress: { rows_done: row.rowsDone, rows_total: row.rowsTotal },
    rows: wasReady ? row.rowsDone : null,
    bytes: row.bytes,
    units: status === "failed" || status === "canceled" ? 0 : row.unitsHeld,
    error: row.error,
    created_at: row.createdAt.toISOString(),
    started_at: row.startedAt?.toISOString() ?? null,
    ready_at: row.readyAt?.toISOString() ?? null,
    ended_at: row.endedAt?.toISOString() ?? null,
    expires_at: row.expiresAt?.toISOString() ?? null,
    receipt: row.eventId,
  };
}
