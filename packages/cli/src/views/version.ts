import type { Publication, Version, VersionDetail } from "@wizdata/sdk";
import { timeText } from "../output/times.ts";
import { type Columns, record, type View } from "../output/view.ts";

export const versionColumns: Columns<Version> = {
  number: ({ number }) => number,
  state: ({ state }) => state,
  mode: ({ mode }) => mode,
  created_at: ({ created_at }) => timeText(created_at),
  rows: ({ rows }) => rows,
  time_min: ({ time_min }) => time_min,
  time_max: ({ time_max }) => time_max,
  note: ({ note }) => note,
};

export function publicationView({ unchanged, held, ...version }: Publication): View {
  const { dataset, number, rows, changes } = version;
  const counted = changes && `${changes.added} added, ${changes.changed} changed, ${changes.removed} removed`;
  const said = unchanged
    ? `Nothing changes: version ${number} has these rows already, and stays the current one.`
    : `Version ${number} of ${dataset} is current: ${rows} rows${counted ? `, ${counted}` : ""}.`;
  if (held.length === 0) return versionView(version, [said]);
  const below = held.map(({ measure, score, floor }) => `${measure} is ${score}, below ${floor}`).join("; ");
  return versionView(version, [
    `Version ${number} of ${dataset} is held and not current: ${below}.`,
    `Decide: wizdata datasets release ${dataset} ${number}, or wizdata datasets reject ${dataset} ${number}`,
  ]);
}

export function versionView(
  { report, parts, changes, ...version }: VersionDetail,
  notes: readonly string[] = [],
): View {
  return record(
    {
      ...version,
      base: version.base ?? undefined,
      created_at: timeText(version.created_at),
      published_at: version.published_at === null ? undefined : timeText(version.published_at),
      ended_at: version.ended_at === null ? undefined : timeText(version.ended_at),
      end_reason: version.end_reason ?? undefined,
      added: changes?.added,
      changed: changes?.changed,
      removed: changes?.removed,
      parts,
      source_rows: report.source_rows,
      repeated_rows: report.repeated_rows,
      unknown_keys: report.unknown_keys ?? undefined,
      failed_checks: report.failed_checks,
      empty_cells: report.cells - report.non_null_cells,
    },
    notes,
  );
}
