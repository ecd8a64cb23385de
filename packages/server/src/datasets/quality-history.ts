import type { Call } from "../http/call.ts";
import { type Page, pageById } from "../http/pages.ts";
import type { Services } from "../services.ts";
import type { QualityDrift, QualityOfVersion } from "./quality-history-schemas.ts";
import { dimensionsOf, measuresOf, overallOf } from "./quality-measures.ts";
import type { Cadence } from "./schemas.ts";
import { toVersion } from "./versions.ts";
import { selectVersions, type VersionRow } from "./versions-queries.ts";
import type { VersionQuery } from "./versions-schemas.ts";
import { visibleDataset } from "./visible.ts";

/** The quality of each version, newest first, and how far it is from the version that was current before. */
export async function listQuality(
  { store, secrets }: Services,
  call: Call,
  slug: string,
  query: VersionQuery,
): Promise<Page<QualityOfVersion>> {
  const dataset = await visibleDataset(store.db, call, slug);
  const isAll = call.principal.partnerId === null;
  const page = await pageById(
    secrets,
    { call, list: "quality", filters: { slug } },
    query,
    (after, limit) =>
      selectVersions(store.db, slug, { before: after === undefined ? undefined : Number(after), isAll, limit }),
    ({ number }) => String(number),
    (row) => row,
  );
  const newest = page.data.at(0)?.number ?? 0;
  const published = await selectVersions(store.db, slug, { before: newest, isAll: false, limit: query.limit + 1 });
  const cadence = dataset.cadence as Cadence; // written from an enum only
  const data = page.data.map((row) =>
    toQuality(
      row,
      cadence,
      published.find(({ number }) => number < row.number),
    ),
  );
  return { ...page, data };
}

function toQuality(row: VersionRow, cadence: Cadence, before: VersionRow | undefined): QualityOfVersion {
  // Timeliness as it was then: else every old version would be late.
  const measures = measuresOf(row, cadence, row.publishedAt ?? row.createdAt);
  const scores = new Map(dimensionsOf(measures).map(({ name, score }) => [name, score]));
  const scoreOf = (name: string) => scores.get(name) ?? null;
  const { number: version, state, published_at, rows, time_min, time_max } = toVersion(row);
  return {
    ...{ version, state, published_at, rows, time_min, time_max },
    overall: overallOf(measures).score,
    validity: scoreOf("validity"),
    uniqueness: scoreOf("uniqueness"),
    completeness: scoreOf("completeness"),
    timeliness: scoreOf("timeliness"),
    empty_share: emptyShare(row),
    drift: before ? driftOf(row, before) : null,
  };
}

function driftOf(row: VersionRow, before: VersionRow): QualityDrift {
  const [empty, emptyBefore] = [emptyShare(row), emptyShare(before)];
  return {
    against: before.number,
    rows: row.rows - before.rows,
    rows_share: before.rows === 0 ? null : rounded(row.rows / before.rows - 1),
    empty_share: empty === null || emptyBefore === null ? null : rounded(empty - emptyBefore),
    time_min_before: before.timeMin,
    time_max_before: before.timeMax,
  };
}

const emptyShare = ({ report: { cells, nonNullCells } }: VersionRow): number | null =>
  cells === 0 ? null : rounded(1 - nonNullCells / cells);

const rounded = (share: number) => Math.round(share * 1_000_000) / 1_000_000;
