import type { Definition } from "../datasets/definition.ts";
import type { Cadence } from "../datasets/schemas.ts";
import type {
  ArchiveColumn,
  ArchivedSum,
  ArchivedWanted,
  Estimated,
  ExportFile,
  Fault,
  FileForm,
  FileFormat,
  FileProof,
  FileShape,
  KeptChanges,
  Part,
  PartFilter,
  Position,
  PublishReport,
  Query,
  RowWindow,
  State,
} from "./lake.ts";
import type { PartsFolder } from "./parts-paths.ts";
import type { PublishBase, PublishMode, RowChanges } from "./publish-mode.ts";

/** Every kind of bulk work: what is asked of a worker and what it answers, all of it JSON. */
export type WorkerJobs = {
  publish: {
    request: {
      id: string;
      definition: Definition;
      cadence: Cadence;
      files: string[];
      form: FileForm;
      proof?: FileProof;
      mode: PublishMode;
      base: PublishBase | null;
    };
    /** Bad input is an answer, not a failure: the worker is fine. */
    result:
      | {
          parts: Part[];
          report: PublishReport;
          changes: RowChanges | null;
          source?: { bytes: number; sha256: string };
        }
      | { faults: Fault[]; faultCount: number }
      | { impossible: string };
  };
  /** Rebuilds the index of a part that is there, from nothing but the part. */
  index: { request: { id: string; sha256: string; folder?: PartsFolder }; result: { rows: number } };
  /** Copies what a filter leaves of a part into a part of its own. */
  filter: { request: { id: string; part: Part; filter: PartFilter }; result: { part: Part } };
  /** Finds the rows that differ between two states of a dataset, and keeps them under the name `set`. */
  changes: {
    request: {
      id: string;
      set: string;
      /** Of the rows that are found. */
      definition: Definition;
      since: State;
      to: State;
      window: RowWindow | null;
      /** A longer one gets its index when a page of it is asked for. */
      indexRowsMax: number;
    };
    /** Null where the times of one are written more finely than those of the other: then no text of one is that of the other. */
    result: { kept: KeptChanges | null };
  };
  /** A page of a query that no index serves: `text` has its rows' JSON, one a line. */
  search: {
    request: {
      id: string;
      definition: Definition;
      parts: Part[];
      query: Query;
      after: Position | null;
      limitRows: number;
      folder?: PartsFolder;
    };
    result: { rows: number; text: string; next: Position | null };
  };
  export: {
    request: {
      id: string;
      dataset: string;
      version: number;
      definition: Definition;
      parts: Part[];
      query: Query;
      format: FileFormat;
      shape: FileShape;
    };
    result: { files: ExportFile[]; rows: number; bytes: number };
  };
  estimate: {
    request: {
      id: string;
      definition: Definition;
      parts: Part[];
      query: Query;
      format: FileFormat;
      shape: FileShape;
      /** After that, what is left to measure is told by what was. */
      patienceMs: number;
    };
    result: Estimated;
  };
  /** Copies the first rows of parts into files of another job's folder, for who may see no others. */
  cut: { request: { id: string; folder: string; cuts: PartCut[] }; result: { rows: number } };
  /** Moves a month of usage events, which come as JSON lines, into the lake. */
  archive: {
    request: { id: string; month: string; lines: string; columns: ArchiveColumn[] };
    result: { file: string; sha256: string; rows: number; bytes: number; sums: ArchivedSum[] };
  };
  /** Reads some of them back. */
  archived: {
    request: { id: string; file: string; columns: ArchiveColumn[]; wanted: ArchivedWanted; limitRows: number };
    result: { lines: string[] };
  };
};
/** The first `rows` of a part, and the name of the file that shall hold them. */
export type PartCut = { sha256: string; rows: number; file: string };
export type JobKind = keyof WorkerJobs;
export type JobRequest<K extends JobKind> = WorkerJobs[K]["request"];
export type JobResult<K extends JobKind> = WorkerJobs[K]["result"];

/** What a handler is given beside its request. */
export type JobContext = {
  home: string;
  /** An empty folder for unfinished files, on the file system of the lake; deleted after the job, however it ends. */
  work: string;
  /** Told now and then, with the rows done so far. */
  progress(rows: number): void;
  duckdb: DuckdbLimits;
  /** What an upload may come to when it is unpacked. */
  unpackedBytesMax: number;
  /** Of a partition's parts only the last may be smaller. */
  partBytesMin: number;
};
export type DuckdbLimits = { memoryMb: number; threads: number; temporaryBytesMax: number };

/** A handler lives in `<kind>-job.ts` and is exported as `run`; its module is loaded with the first job of its kind. */
export type JobHandler<K extends JobKind> = (request: JobRequest<K>, context: JobContext) => Promise<JobResult<K>>;

/** What passes between the serving process and a worker. */
export type ToWorker = Pick<JobContext, "home" | "duckdb" | "unpackedBytesMax" | "partBytesMin"> & {
  kind: JobKind;
  request: JobRequest<JobKind>;
};
export type FromWorker =
  | { type: "progress"; rows: number }
  | { type: "done"; result: JobResult<JobKind> }
  | { type: "failed"; message: string; stack: string };
