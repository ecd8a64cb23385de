import { APIError } from "../core/api-errors.ts";
import { WizDataError } from "../core/errors.ts";
import type { CallOptions } from "../core/transport.ts";
import type { ChangedRow, ChangesPage, ChangesQuery } from "../data.ts";

/** Changed rows that follow each other. */
export type SyncBatch = {
  dataset: string;
  /** The version that the copy will have. */
  version: number;
  /** The first of a sync: whatever was applied and not committed is to be forgotten. */
  isFirst: boolean;
  /** All rows come anew, each `added`: what the copy has now goes with the commit. */
  isWhole: boolean;
  /** The columns that identify a row, the one that orders rows, and how the dataset divides its rows by it. */
  key: readonly string[];
  time: string | null;
  partition: ChangesPage["partition"];
  /** `added` and `changed` rows take the place of the one with their key; `removed` and `expired` ones go. */
  changes: readonly ChangedRow[];
};

/** Where a copy is kept, such as a table of yours. What it has between two commits is the state of the first of them. */
export interface SyncStore {
  /** The token of the last commit; null where there was none, or the copy is lost. */
  state(): Promise<string | null>;
  /** Takes a batch, of which nothing is to be seen before the commit. */
  apply(batch: SyncBatch): Promise<void>;
  /** Makes what was applied true, and this token with it, in one step. */
  commit(token: string): Promise<void>;
  /** More changes than this are not applied: the copy is made anew, row by row. */
  changesMax?: number;
}

/** How far a sync is. */
export type SyncProgress = { rows: number; rowsTotal: number };

/** What a sync did. */
export type SyncResult = {
  dataset: string;
  /** The version that the copy had; null when it was made anew. */
  since: number | null;
  version: number;
  added: number;
  changed: number;
  removed: number;
  expired: number;
};

/** How `data.sync` keeps a copy: in a folder of this machine, or wherever a store of yours has it. */
export type SyncOptions = CallOptions & {
  /** The folder; it is made if missing, and holds one dataset. */
  to?: string | undefined;
  store?: SyncStore | undefined;
  /** Hears of every page. */
  onProgress?: ((progress: SyncProgress) => void) | undefined;
};

type Changes = (query: ChangesQuery & { limit: number }) => { pages(): AsyncIterable<ChangesPage> };

const pageRowsMax = 10_000;

/** Why a copy cannot be brought up to date by changes, so that it is made anew. */
const anew = new Set([
  "invalid_cursor",
  "versions_incomparable",
  "version_retracted",
  "version_removed",
  "not_found",
  "query_too_broad",
]);

/** Brings the copy in a store to the current version. */
export async function syncInto(
  store: SyncStore,
  changes: Changes,
  onProgress: SyncOptions["onProgress"],
): Promise<SyncResult> {
  const token = await store.state();
  if (token !== null) {
    try {
      const result = await run(store, changes, token, onProgress);
      if (result) return result;
    } catch (error) {
      if (!(error instanceof APIError && anew.has(error.code))) throw error;
    }
  }
  const result = await run(store, changes, null, onProgress);
  if (!result) throw new WizDataError("A copy that is made anew has no bound.");
  return result;
}

/** Undefined where there are more changes than the store takes. */
async function run(
  store: SyncStore,
  changes: Changes,
  token: string | null,
  onProgress: SyncOptions["onProgress"],
): Promise<SyncResult | undefined> {
  const result = { added: 0, changed: 0, removed: 0, expired: 0 };
  const isWhole = token === null;
  let rowsTotal = 0;
  let rows = 0;
  let isFirst = true;
  for await (const page of changes({ since: token ?? 0, limit: pageRowsMax }).pages()) {
    const { dataset, version, since, key, time, partition, summary, data, sync_token: reached } = page;
    if (summary) rowsTotal = summary.added + summary.changed + summary.removed + summary.expired;
    if (!isWhole && rowsTotal > (store.changesMax ?? Number.POSITIVE_INFINITY)) return undefined;
    if (data.length > 0 || reached !== token)
      await store.apply({ dataset, version, isFirst, isWhole, key, time, partition, changes: data });
    isFirst = false;
    rows += data.length;
    for (const { _change } of data) result[_change] += 1;
    onProgress?.({ rows, rowsTotal });
    if (reached === null) continue;
    // Where nothing changed, and not the version either, there is nothing to write down.
    if (reached !== token) await store.commit(reached);
    return { dataset, since: isWhole ? null : since, version, ...result };
  }
  throw new WizDataError("The changes ended without saying which state they lead to.");
}
