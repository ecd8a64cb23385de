import { change } from "../changes.ts";
import type { Call } from "../http/call.ts";
import { type Page, pageById } from "../http/pages.ts";
import { Problem } from "../http/problem.ts";
import type { Services } from "../services.ts";
import type { Db } from "../store/store.ts";
import { isLimited } from "./licenses-queries.ts";
import { lockDataset } from "./queries.ts";
import { countParts, findVersion, selectVersions, updateVersionNote, type VersionRow } from "./versions-queries.ts";
import type { Version, VersionChanges, VersionDetail, VersionQuery } from "./versions-schemas.ts";
import { visibleDataset } from "./visible.ts";

export async function listVersions(
  { store, secrets }: Services,
  call: Call,
  slug: string,
  page: VersionQuery,
): Promise<Page<Version>> {
  await visibleDataset(store.db, call, slug);
  const isAll = call.principal.partnerId === null;
  return pageById(
    secrets,
    { call, list: "versions", filters: { slug } },
    page,
    (after, limit) =>
      selectVersions(store.db, slug, { before: after === undefined ? undefined : Number(after), isAll, limit }),
    ({ number }) => String(number),
    toVersion,
  );
}

export async function retrieveVersion(
  { store }: Services,
  call: Call,
  slug: string,
  number: number,
): Promise<VersionDetail> {
  await visibleDataset(store.db, call, slug);
  const row = await visibleVersion(store.db, call, slug, number);
  const detail = toVersionDetail(row, await countParts(store.db, slug, number));
  // Keys are rows: where tiers are limited, a partner is told how many were left out and not which.
  const isOwn = call.principal.partnerId === null || !(await isLimited(store.db, slug));
  return isOwn ? detail : { ...detail, report: { ...detail.report, repeated_keys: [] } };
}

/** What never became the current version is the operator's own: to partners it is as if it did not exist. */
export async function visibleVersion(db: Db, call: Call, slug: string, number: number): Promise<VersionRow> {
  const row = await findVersion(db, slug, number);
  if (!row || (call.principal.partnerId !== null && row.publishedAt === null)) throw new Problem("not_found");
  return row;
}

/** A version's rows never change; what is said about them may. */
export function changeVersion(
  services: Services,
  call: Call,
  slug: string,
  number: number,
  { note }: VersionChanges,
): Promise<VersionDetail> {
  return change(services, call, async (tx) => {
    const before = (await lockDataset(tx, slug)) && (await findVersion(tx, slug, number));
    if (!before) throw new Problem("not_found");
    await updateVersionNote(tx, slug, number, note);
    const result = toVersionDetail({ ...before, note }, await countParts(tx, slug, number));
    return {
      result,
      action: "version.updated",
      target: `${slug}/${number}`,
      partnerId: null,
      before: toVersion(before),
      after: toVersion({ ...before, note }),
    };
  });
}

export const toVersion = (row: VersionRow): Version => ({
  dataset: row.dataset,
  number: row.number,
  // Written from enums only.
  state: row.state as Version["state"],
  mode: row.mode as Version["mode"],
  base: row.base,
  rows: row.rows,
  bytes: row.bytes,
  source_bytes: row.sourceBytes,
  source_sha256: row.sourceSha256,
  time_min: row.timeMin,
  time_max: row.timeMax,
  changes: row.changes,
  note: row.note,
  created_at: row.createdAt.toISOString(),
  published_at: row.publishedAt?.toISOString() ?? null,
  ended_at: row.endedAt?.toISOString() ?? null,
  end_reason: row.endReason,
});

export const toVersionDetail = (row: VersionRow, parts: number): VersionDetail => ({
  ...toVersion(row),
  parts,
  report: {
    source_rows: row.report.sourceRows,
    rows: row.report.rows,
    repeated_rows: row.report.repeatedRows,
    repeated_keys: row.report.repeatedKeys,
    unknown_keys: row.report.unknownKeys ?? null,
    cells: row.report.cells,
    non_null_cells: row.report.nonNullCells,
    failed_checks: row.report.failedChecks,
    invalid_cells: row.report.quality?.invalidCells ?? null,
    expected_pairs: row.report.quality?.pairs?.expected ?? null,
    present_pairs: row.report.quality?.pairs?.present ?? null,
  },
});
