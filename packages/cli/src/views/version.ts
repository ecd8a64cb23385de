import type { Publication } from "@wizdata/sdk";
import { timeText } from "../output/times.ts";
import { record, type View } from "../output/view.ts";

export function publicationView({ report, unchanged, parts, ...version }: Publication): View {
  const { dataset, number, rows } = version;
  const said = unchanged
    ? `These are the rows of version ${number}, which stays the current one.`
    : `Version ${number} of ${dataset} is current: ${rows} rows.`;
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
    [said],
  );
}
