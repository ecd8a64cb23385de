import type { Export, ExportStatus } from "@wizdata/sdk";
import { timeText } from "../output/times.ts";
import { type Columns, record, type View } from "../output/view.ts";

export const exportColumns: Columns<Export> = {
  id: ({ id }) => id,
  dataset: ({ dataset }) => dataset,
  version: ({ version }) => version,
  format: ({ format }) => format,
  status: ({ status }) => status,
  rows: ({ rows, progress }) => rows ?? progress.rows_done,
  bytes: ({ bytes }) => bytes,
  created_at: ({ created_at }) => timeText(created_at),
  expires_at: ({ expires_at }) => timeText(expires_at),
};

export function exportView(job: Export, notes: readonly string[] = []): View {
  const { from, to, columns, order, filters } = job.query;
  const conditions = Object.entries(filters ?? {}).map(([name, value]) => `${name}=${[value].flat().join(",")}`);
  return record(
    {
      id: job.id,
      partner_id: job.partner_id,
      dataset: job.dataset,
      version: job.version,
      format: job.format,
      compression: job.compression,
      rows_per_file: job.rows_per_file ?? undefined,
      bytes_per_file: job.bytes_per_file ?? undefined,
      split_by: job.split_by ? [job.split_by, job.split_period ?? []].flat().join(" by ") : undefined,
      formula_safe: job.formula_safe || undefined,
      filters: conditions.join(" ") || undefined,
      from,
      to,
      columns: columns?.join(","),
      order,
      status: job.status,
      error: job.error ?? undefined,
      rows: job.rows ?? `${job.progress.rows_done} of ${job.progress.rows_total}`,
      bytes: job.bytes ?? undefined,
      units: job.units,
      created_at: timeText(job.created_at),
      ready_at: timeText(job.ready_at),
      expires_at: timeText(job.expires_at),
      receipt: job.receipt ?? undefined,
    },
    [...notes, ...(nexts[job.status]?.(job.id) ?? [])],
  );
}

const nexts: Partial<Record<ExportStatus, (id: string) => string[]>> = {
  queued: (id) => [`When it is ready: wizdata exports download ${id} --to .`],
  running: (id) => [`When it is ready: wizdata exports download ${id} --to .`],
  ready: (id) => [`Its files: wizdata exports download ${id} --to .`],
};
