import type { Definition } from "../datasets/definition.ts";
import type { Cadence } from "../datasets/schemas.ts";
import type { PublishBase, PublishMode, RowChanges } from "./publish-mode.ts";

/** An immutable Parquet file of a version, named by the SHA-256 of its bytes. Its index has the same name. */
export type Part = {
  sha256: string;
  /** `2019`, `2019-07`, `2019-07-31` or `all`. */
  partition: string;
  rows: number;
  bytes: number;
  /** First and last value of the time column as its wire text; null without a time column. */
  timeMin: string | null;
  timeMax: string | null;
  /** Only the first `rows` of the part are to be seen. */
  isCut?: true;
};

/** What of a part is left: rows with these values, these columns in this order, times from `from` on and before `to`. */
export type PartFilter = {
  rows: Filter[];
  /** Null for all. */
  columns: string[] | null;
  /** Wire texts of the time column. */
  from: string | null;
  to: string | null;
  /** Rows whose time is a whole multiple of so many seconds of its day. */
  intervalSeconds: number | null;
  /** No more than the first of them all, where that is said. */
  firstRows?: number;
};

/** `line` is the physical line of a text file, and the row of a Parquet file, from 1. */
export type Fault = { line: number; column: string | null; value: string | null; reason: string };

/** Counts over a whole version, taken while it was read. */
export type PublishReport = {
  sourceRows: number;
  rows: number;
  /** Rows left out by the duplicate rule, and the first 100 keys they had. */
  repeatedRows: number;
  repeatedKeys: Record<string, unknown>[];
  nonNullCells: number;
  cells: number;
  /** Cells that fail a declared check though the dataset does not enforce it. */
  failedChecks: number;
  /** Rows of a delete whose key no row had. */
  unknownKeys?: number;
  /** Of all the files that the version was made of, where they were several: the figures above are of the last. */
  sources?: { rows: number; repeatedRows: number };
  /** What the quality of the version is made of; versions published before it was measured have none. */
  quality?: {
    /** Non-null cells that fail one of the checks or more. */ invalidCells: number;
    pairs: ExpectedPairs | null;
  };
};

/** Pairs of a key, without its time, and a period; null where cadence or definition let none be expected. */
export type ExpectedPairs = {
  keys: number;
  expected: number;
  present: number;
  period: "year" | "quarter" | "month" | "week" | "day" | "hour" | "minute";
};

/** Bad input: nothing was kept of it. `faultCount` may exceed the list, which stops at 100. */
export class FaultyUpload extends Error {
  readonly faults: Fault[];
  readonly faultCount: number;
  constructor(faults: Fault[], faultCount: number) {
    super(`${faultCount} faults`);
    this.faults = faults;
    this.faultCount = faultCount;
  }
}

export type Filter = { column: string; operator: "eq" | "ne" | "gt" | "gte" | "lt" | "lte" | "null"; values: string[] };

/** A parsed query: names are columns of the definition, values have been checked against their types. */
export type Query = {
  filters: Filter[];
  /** Wire texts of the time column: `from` inclusive, `to` exclusive. */
  from: string | null;
  to: string | null;
  /** The columns of the answer, in its order; null for all. */
  columns: string[] | null;
  order: "time" | "-time" | "key" | "-key";
};

/** The first row of the next page; opaque outside the lake. */
export type Position = (string | number)[];

export type Page = {
  /** Each row as its JSON text, so that a page is joined and never parsed. */
  rows: string[];
  /** Null at the end. */
  next: Position | null;
};

/** What became of a row. One that is no longer to be seen, though it is still there, has expired and was not removed. */
export const rowChanges = ["added", "changed", "removed", "expired"] as const;
export type RowChange = (typeof rowChanges)[number];
export type ChangeCounts = Record<RowChange, number>;

/** A dataset as it is seen at a moment: its columns and the parts of its rows. */
export type State = { definition: Definition; parts: Part[] };
/** The rows that may be seen, of all that there are. */
export type RowWindow = Pick<Query, "filters" | "from" | "to">;
/** The part that holds the rows of a change set, null where there are none, and how many of each kind each partition has. */
export type KeptChanges = { part: Part | null; partitions: (ChangeCounts & { partition: string })[] };

/** Two states, and what of the first one may still be seen; null is all. */
export type ChangesWanted = { since: State; to: State; window: RowWindow | null };
/** The rows that differ between two states, as a dataset of its own: its first column says what became of them. */
export type ChangeSet = State & Pick<KeptChanges, "partitions">;

/** Rows of the one cannot be told from rows of the other: they have other keys, or columns of other types. */
export class StatesIncomparable extends Error {
  override readonly name = "StatesIncomparable";
}

/** Who waits for a search: turns go round by owner, and a signal that fires ends it. */
export type Asker = { owner: string; signal(): AbortSignal };

/** It found no end in the time, or the memory, that a search may take. */
export class SearchTooBroad extends Error {
  override readonly name = "SearchTooBroad";
}

/** Too many searches wait already, or the worker dies of them: the same may well be answered a little later. */
export class SearchesBusy extends Error {
  override readonly name = "SearchesBusy";
}

/** What files of rows are written in, coming and going. */
export type FileFormat = "csv" | "ndjson" | "parquet";
export type Compression = "none" | "gzip" | "zstd";
/** What is said of a file; what is not said, its first bytes tell. */
export type FileForm = { format?: FileFormat; compression?: Compression };

/** How the files of an export are cut and packed. Of Parquet it is the inside that is packed. */
export type FileShape = {
  compression: Compression;
  rowsPerFile: number | null;
  /** Of text before it is packed, and at most; of Parquet about. */
  bytesPerFile: number | null;
  formulaSafe: boolean;
  split?: FileSplit | null;
};
/** A file for each value of a column, or for each of these periods of its times. */
export type FileSplit = { column: string; period: "year" | "month" | "day" | null };
export const exportFilesMax = 1_000;
/** Why an export that would have more of them fails. */
export const tooManyFiles = `it would have more than ${exportFilesMax} files`;
export type ExportFile = {
  name: string;
  bytes: number;
  rows: number;
  sha256: string;
  /** What its rows share, where a value decides. */
  value?: string | undefined;
};

/** A figure that is told before the work. One that is not exact is bounded where anything bounds it. */
export type Figure = { value: number; exact: boolean; atMost: number | null };
export type Estimated = { rows: number; bytes: Figure; files: Figure };

/** What files were promised to be, each and all in one. */
export type FileProof = { sha256s: string[]; sha256: string | null };

/** A column of an archive, named and typed as in the database; times are milliseconds. */
export type ArchiveColumn = { name: string; type: "text" | "count" | "time" };

/** Sums of an archive's events are by the key of `rollup_months`. */
export const archivedSumKey = [
  "partner_id",
  "month",
  "subscription_id",
  "segment",
  "lineage_id",
  "key_id",
  "dataset",
  "operation",
  "outcome",
] as const;
/** A reversal takes a call back; `events` counts both. */
export const archivedMeasures = ["events", "calls", "rows", "bytes", "units", "amount_millis"] as const;
export type ArchivedSum = { key: string[]; measures: number[] };

/**
 * Which events of an archive are meant: those after an id, of a range of ids, stored in a range of milliseconds, of one partner,
 * those that take an event back.
 */
export type ArchivedWanted = {
  after?: string;
  idsFrom?: string;
  idsTo?: string;
  atFrom?: number;
  atTo?: number;
  partnerId?: string;
  corrects?: string;
};

/** Whose turn it is, and how long it may wait and read: as long as a search, if nothing is said. */
export type ArchiveAsker = { owner?: string; deadlineMs?: number };

/** No worker can read an archive now; a little later one may. */
export class ArchivesBusy extends Error {
  override readonly name = "ArchivesBusy";
}

export type Lake = {
  /**
   * Writes the usage events of a month, which come as JSON lines in order of their ids, as one file of the lake; it is complete
   * and synced when this resolves.
   */
  archive(job: {
    id: string;
    month: string;
    lines: string;
    columns: ArchiveColumn[];
    signal?: AbortSignal;
  }): Promise<{ file: string; sha256: string; rows: number; bytes: number; sums: ArchivedSum[] }>;
  /**
   * Some of the events of such a file as JSON lines, in order of their ids.
   *
   * @throws ArchivesBusy
   */
  readArchive(
    file: string,
    columns: readonly ArchiveColumn[],
    wanted: ArchivedWanted,
    limitRows: number,
    asker?: ArchiveAsker,
  ): Promise<string[]>;
  archiveFile(file: string): string;
  /** The names of all such files, whether a row names them or not. */
  archiveFiles(): Promise<string[]>;
  /**
   * Turns an upload, in one file or several that follow each other, into parts with their indexes, all fsynced under their final
   * names, named by no version yet: as the whole of a version, or as changes to its base, of which parts without a change stay.
   * Refuses the whole of it with FaultyUpload or ImpossibleMode.
   */
  publish(
    job: {
      id: string;
      definition: Definition;
      cadence: Cadence;
      files: string[];
      form: FileForm;
      proof?: FileProof;
      mode?: PublishMode;
      base?: PublishBase | null;
    },
    onProgress?: (rows: number) => void,
  ): Promise<{
    parts: Part[];
    report: PublishReport;
    changes: RowChanges | null;
    source?: { bytes: number; sha256: string };
  }>;
  /** Writes what a filter leaves of a part as a part of its own with its index, both complete and fsynced; it may have no rows. */
  filter(job: { id: string; part: Part; filter: PartFilter }): Promise<Part>;
  hasPart(sha256: string): Promise<boolean>;
  /** Deletes a part and its index. Whoever has them open reads on. */
  removePart(sha256: string): Promise<void>;
  /** The hashes of all files among the parts that nobody wrote to for so long, whether a row names them or not. */
  oldParts(idleMs: number): Promise<{ sha256: string; bytes: number }[]>;
  /**
   * A page of rows: from the indexes where they serve the query, else by searching the parts in a worker, which throws
   * SearchTooBroad or SearchesBusy. Null where only an export can give the order.
   */
  page(
    definition: Definition,
    parts: Part[],
    query: Query,
    after: Position | null,
    limitRows: number,
    asker?: Asker,
  ): Promise<Page | null>;
  /**
   * The rows that differ between two states of a dataset with a key. They are found once, by reading the parts that only one of
   * them has, and kept for the pages that follow. An asker waits as for a search, with its errors; without one it is bulk work.
   *
   * @throws StatesIncomparable
   */
  changes(wanted: ChangesWanted, asker?: Asker): Promise<ChangeSet>;
  /** As `page`, of a change set. */
  changesPage(
    set: ChangeSet,
    query: Query,
    after: Position | null,
    limitRows: number,
    asker?: Asker,
  ): Promise<Page | null>;
  /** Writes the files of an export under `exports/<id>/`, complete and fsynced when it resolves. */
  export(
    job: {
      id: string;
      dataset: string;
      version: number;
      definition: Definition;
      parts: Part[];
      query: Query;
      format: FileFormat;
      shape: FileShape;
      signal?: AbortSignal;
    },
    onProgress?: (rows: number) => void,
  ): Promise<{ files: ExportFile[]; rows: number; bytes: number }>;
  /** The path of a part's Parquet file; the hash comes from a version, never from a request. */
  partFile(sha256: string): string;
  /**
   * What an export of these rows would come to; of pages the bytes of their rows as NDJSON. Rows are counted, never guessed.
   *
   * @throws SearchTooBroad, SearchesBusy, TooManyFiles where a value would divide the rows into more files than may be
   */
  estimate(
    job: { definition: Definition; parts: Part[]; query: Query; format: FileFormat; shape: FileShape },
    asker?: Asker,
  ): Promise<Estimated>;
  /** The path of a finished export's file; the name comes from its manifest, never from a request. */
  exportFile(id: string, name: string): string;
  removeExport(id: string): Promise<void>;
  /** A new, empty folder for an upload of this job: `staging/<id>/`. */
  stage(id: string): Promise<string>;
  unstage(id: string): Promise<void>;
  /** The folder of an upload that comes in parts; it is made if missing. */
  uploadFolder(id: string): Promise<string>;
  uploadPart(id: string, number: number, sha256: string): string;
  /** Gives a job files of its own, under other names: whatever becomes of the upload, the job reads what it began with. */
  stageUpload(job: string, parts: readonly string[]): Promise<string[]>;
  removeUpload(id: string): Promise<void>;
  /**
   * Fills the folder of a staged job with files that hold what is to be seen of the parts of some tables, and nothing else, under
   * names that tell nothing; these are the answer, table by table.
   */
  layOut(id: string, tables: readonly Part[][]): Promise<string[][]>;
  /** Deletes what no row names: called at start, before anything is served. */
  sweep(known: {
    parts: ReadonlySet<string>;
    exports: ReadonlySet<string>;
    jobs: ReadonlySet<string>;
    /** The names of the files that each upload has. */
    uploads: ReadonlyMap<string, ReadonlySet<string>>;
    /** How long nobody must have written to what is not known of an upload. */
    uploadsIdleMs: number;
  }): Promise<{ removed: number }>;
  close(): Promise<void>;
};
