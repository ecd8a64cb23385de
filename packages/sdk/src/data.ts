import { textOf } from "./core/exchange.ts";
import { type LimitState, limitsOf } from "./core/limits.ts";
import { Paged } from "./core/pages.ts";
import { path } from "./core/query-string.ts";
import type { Answer } from "./core/send.ts";
import { type CallOptions, parse, type Transport } from "./core/transport.ts";
import { changesCall, queryCall } from "./data-call.ts";
import { builtins } from "./downloads/builtins.ts";
import { toFolderError } from "./downloads/folder-error.ts";
import { withFolder } from "./downloads/folder-lock.ts";
import type { components } from "./generated/types.ts";
import { FolderStore } from "./sync/folder-store.ts";
import { type SyncOptions, type SyncResult, type SyncStore, syncInto } from "./sync/sync.ts";

/**
 * The row types of datasets by slug, empty until you say more: `wizdata datasets types nse-kenya --out nse-kenya.d.ts` writes them.
 *
 * @example declare module "@wizdata/sdk" { interface Datasets { "nse-kenya": { date: string; code: string; day_price: number } } }
 */
// biome-ignore lint/suspicious/noEmptyInterface: it is filled by its users
export interface Datasets {}

type WirePage = components["schemas"]["DataPage"];
type Value = string | number | boolean;

/** A row: numbers as numbers, decimals and times as texts, no value as null. */
export type Row<Slug extends string = string> = Slug extends keyof Datasets
  ? Datasets[Slug]
  : Record<string, Value | null>;

type ColumnOf<Slug extends string> = keyof Row<Slug> & string;
type Filter = Value | Date | readonly (Value | Date)[] | undefined;

/**
 * Which rows, in which order. A column's name alone is equality (a list: any of its values);
 * `.ne .gt .gte .lt .lte .null` compare. `from` is inclusive, `to` exclusive. A `Date` is written as a timestamp; a column of
 * type date takes a text such as "2024-01-31".
 */
export type DataQuery<Slug extends string = string, Column extends ColumnOf<Slug> = ColumnOf<Slug>> = {
  [Name in ColumnOf<Slug> | `${ColumnOf<Slug>}.${"ne" | "gt" | "gte" | "lt" | "lte" | "null"}`]?: Filter;
} & {
  /** The first time, inclusive. */
  from?: string | number | Date | undefined;
  /** The last time, exclusive. */
  to?: string | number | Date | undefined;
  /** Only these columns; all if not given. The rows then have the type of these. */
  columns?: readonly Column[] | undefined;
  /** Oldest or newest first, or by key; by the dataset's own order if not given. */
  order?: "time" | "-time" | "key" | "-key" | undefined;
  /** An older version; the current one if not given. */
  version?: number | undefined;
  /** The version that was current at this moment. */
  as_of?: string | Date | undefined;
  /** The cursor of an earlier page of the same query. */
  after?: string | undefined;
};

/** A page of rows, the version they are from, the receipt of the usage event that metered it, and every limit that applies. */
export type DataPage<Slug extends string = string, Column extends ColumnOf<Slug> = ColumnOf<Slug>> = Omit<
  WirePage,
  "data"
> & {
  data: Pick<Row<Slug>, Column>[];
  receipt: string | null;
  limits: LimitState[];
};

/** The first rows of a version. */
export type DataSample<Slug extends string = string> = Omit<components["schemas"]["DataSample"], "data"> & {
  data: Row<Slug>[];
};

type WireChanges = components["schemas"]["ChangesPage"];

/** A row, after what became of it: of a removed row the values it had, of an expired one the key and the time only. */
export type ChangedRow<Slug extends string = string, Column extends ColumnOf<Slug> = ColumnOf<Slug>> = {
  _change: "added" | "changed" | "removed" | "expired";
} & Pick<Row<Slug>, Column>;

/** Which changes: those that lead from `since` to `version` (or `as_of`), which is the current one if not given. */
export type ChangesQuery<Slug extends string = string, Column extends ColumnOf<Slug> = ColumnOf<Slug>> = DataQuery<
  Slug,
  Column
> & {
  /** The number of a version (0 is none, of no rows), a moment, or the `sync_token` of an earlier answer. */
  since: number | string | Date;
  /** Only what became of rows in this way. */
  _change?: ChangedRow["_change"] | readonly ChangedRow["_change"][] | undefined;
};

/** A page of changed rows; the first one has the counts, the last one the token to go on from the next time. */
export type ChangesPage<Slug extends string = string, Column extends ColumnOf<Slug> = ColumnOf<Slug>> = Omit<
  WireChanges,
  "data"
> & {
  data: ChangedRow<Slug, Column>[];
  receipt: string | null;
  limits: LimitState[];
};

/** How `data.rows` iterates. */
export type RowsOptions = CallOptions & {
  /** Ends the iteration after so many rows; none if not given. */
  rowsMax?: number | undefined;
  /** How many rows come with one metered call: 10 000, the most there can be, if not given. */
  pageRowsMax?: number | undefined;
};

/** `wizdata.data`: the rows of datasets. Each page is one metered call. */
export class Data {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * A page of rows when awaited; all pages, of `limit` rows each, when iterated.
   *
   * @throws {@link PermissionDeniedError} subscription_required · {@link ValidationError} invalid_request, query_too_broad · {@link QuotaExceededError}
   * @example const { data, version, limits } = await wizdata.data.query("nse-kenya", { code: "SCOM", from: "2024-01-01", limit: 20 });
   */
  query<Slug extends string, Column extends ColumnOf<Slug> = ColumnOf<Slug>>(
    slug: Slug,
    query?: DataQuery<Slug, Column> & { limit?: number | undefined },
    options?: CallOptions,
  ): Paged<Pick<Row<Slug>, Column>, DataPage<Slug, Column>> {
    return new Paged((after) =>
      this.#transport.run(
        queryCall(slug, { ...query, ...(after !== undefined && { after }) }),
        options,
        pageOf<DataPage<Slug, Column>>,
      ),
    );
  }

  /**
   * The rows that were added, changed or removed between two versions: a page when awaited, all of them when iterated. Both versions
   * stay the same throughout.
   *
   * @throws as `query` does, and {@link ConflictError} no_row_identity, versions_incomparable
   * @example for await (const { _change, ...row } of wizdata.data.changes("nse-kenya", { since: 1 })) console.log(_change, row);
   */
  changes<Slug extends string, Column extends ColumnOf<Slug> = ColumnOf<Slug>>(
    slug: Slug,
    query: ChangesQuery<Slug, Column> & { limit?: number | undefined },
    options?: CallOptions,
  ): Paged<ChangedRow<Slug, Column>, ChangesPage<Slug, Column>> {
    return new Paged((after) =>
      this.#transport.run(
        changesCall(slug, { ...query, ...(after !== undefined && { after }) }),
        options,
        pageOf<ChangesPage<Slug, Column>>,
      ),
    );
  }

  /**
   * Keeps a copy of a dataset, as your license shows it, in step: the first time all rows come, later only those that changed. The copy is
   * a folder with files of lines of JSON, named by its `wizdata-sync.json`, or a store of yours. Whatever interrupts it, the copy is that of
   * before, and the next sync ends where this one would have. What can no longer be compared is made anew.
   *
   * @throws as `changes` does, and {@link FolderError} when another sync is at work in the folder
   * @example const { version, added } = await wizdata.data.sync("nse-kenya", { to: "./nse-kenya" });
   */
  async sync(slug: string, { to, store, onProgress, ...options }: SyncOptions): Promise<SyncResult> {
    const run = (into: SyncStore, signal = options.signal) =>
      syncInto(into, (query) => this.changes(slug, query, { ...options, signal }), onProgress);
    if (store !== undefined) return run(store);
    if (to === undefined) throw new TypeError("data.sync needs a folder (to) or a store");
    await builtins().fs.mkdir(to, { recursive: true });
    try {
      return await withFolder(to, options.signal, (signal) => run(new FolderStore(to, slug), signal));
    } catch (error) {
      throw toFolderError(to, error);
    }
  }

  /**
   * Every row of a query, in large pages, so that iterating does not use up a quota. The version stays the same throughout.
   *
   * @throws as `query` does, also in the midst of the iteration
   * @example for await (const row of wizdata.data.rows("nse-kenya", { code: "SCOM", from: "2024-01-01" })) console.log(row.day_price);
   */
  async *rows<Slug extends string, Column extends ColumnOf<Slug> = ColumnOf<Slug>>(
    slug: Slug,
    query?: DataQuery<Slug, Column>,
    options: RowsOptions = {},
  ): AsyncGenerator<Pick<Row<Slug>, Column>, void, undefined> {
    const { rowsMax = Number.POSITIVE_INFINITY, pageRowsMax = 10_000, ...callOptions } = options;
    if (rowsMax < 1) return;
    let rows = 0;
    // The compiler cannot see that a query stays one of this dataset when a limit is added.
    const paged = { ...query, limit: Math.min(pageRowsMax, rowsMax) } as DataQuery<Slug, Column> & { limit: number };
    for await (const row of this.query(slug, paged, callOptions)) {
      yield row;
      rows += 1;
      if (rows >= rowsMax) return;
    }
  }

  /**
   * Every row of a query as CSV: pieces of text, each some whole lines, the names of the columns first. The same bytes as an export's,
   * and only a page of them is held at a time.
   *
   * @throws as `query` does, also in the midst of the iteration
   * @example for await (const lines of wizdata.data.csv("nse-kenya", { code: "SCOM" })) process.stdout.write(lines);
   */
  async *csv<Slug extends string>(
    slug: Slug,
    query?: DataQuery<Slug>,
    options?: CallOptions,
  ): AsyncGenerator<string, void, undefined> {
    const read = async ({ header, bytes }: Answer) => ({
      text: textOf(await bytes()),
      next: header("wizdata-next-cursor"),
    });
    let after: string | null = query?.after ?? null;
    for (let isFirst = true; isFirst || after !== null; isFirst = false) {
      const asked: object = { ...query, limit: 10_000, format: "csv", ...(after !== null && { after }) };
      const page: Awaited<ReturnType<typeof read>> = await this.#transport.run(
        { ...queryCall(slug, { ...asked }), accept: "text/csv" },
        options,
        read,
      );
      // Every page begins with the names of the columns, which have no line breaks.
      yield isFirst ? page.text : page.text.slice(page.text.indexOf("\n") + 1);
      after = page.next;
    }
  }

  /**
   * The first 20 rows of the current version, without a subscription and at no cost.
   *
   * @throws {@link NotFoundError} not_found, no_version_published
   * @example const { data } = await wizdata.data.sample("nse-kenya");
   */
  sample<Slug extends string>(slug: Slug, options?: CallOptions): Promise<DataSample<Slug>> {
    return this.#transport.json({ method: "GET", path: path`/api/v1/data/${slug}/sample` }, options);
  }
}

type Metered = { receipt: string | null; limits: LimitState[] };

async function pageOf<P extends Metered>({ header, bytes }: Answer): Promise<Omit<P, keyof Metered> & Metered> {
  const page = parse<Omit<P, keyof Metered>>(await bytes());
  const policy = header("ratelimit-policy");
  const state = header("ratelimit");
  return {
    ...page,
    receipt: header("wizdata-receipt"),
    // Read when it is looked at, which most pages never see.
    get limits() {
      return limitsOf(policy, state);
    },
  };
}
