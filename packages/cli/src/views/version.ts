import type { Publication, Version, VersionDetail } from "@wizdata/sdk";
import { timeText } from "../output/times.ts";
import { type Columns, record, type View } from "../output/view.ts";

export const versionColumns: Columns<Version> = {
  number: ({ number }) => number,
  created_at: ({ created_at }) => timeText(created_at),
  rows: ({ rows }) => rows,
  time_min: ({ time_min }) => time_min,
  time_max: ({ time_max }) => time_max,
  note: ({ note }) => note,
};

export function publicationView({ unchanged, ...version }: Publication): View {
  const { dataset, number, rows } = version;
  const said = unchanged
    ? `These are the rows of version ${number}, which stays the current one.`
    : `Version ${number} of ${dataset} is current: ${rows} rows.`;
  return versionView(version, [said]);
}

export function versionView({ report, parts, ...version }: VersionDetail, notes: readonly string[] = []): View {
  return record(
    {
      ...version,
      created_at: timeText(version.created_at),
      parts,
      source_rows: report.source_rows,
      repeated_rows: report.repeated_rows,
      failed_checks: report.failed_checks,
      empty_cells: report.cells - report.non_null_cells,
    },
    notes,
  );
}
