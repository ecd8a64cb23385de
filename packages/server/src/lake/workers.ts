import { rm, rmdir } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { dirname } from "node:path";
import type { Logger } from "pino";
import { lakePaths } from "./parts-paths.ts";
import type { DuckdbLimits, JobKind, JobRequest, JobResult } from "./worker-jobs.ts";
import { openLane } from "./workers-lane.ts";
import { createQueue } from "./workers-queue.ts";

export type WorkersOptions = {
  home: string;
  log: Logger;
  /** Jobs that may run at the same time, each in a process of its own. */
  lanesMax?: number;
  /** The same for searches, which readers wait for. */
  searchLanesMax?: number;
  /** What DuckDB may take for its buffers in each process. */
  memoryMb?: number;
  threads?: number;
  /** What an upload may come to when it is unpacked, and a job may spill beside its memory. */
  unpackedBytesMax?: number;
  /** What makes a part large enough to stay one when rows are added to its partition. */
  partBytesMin?: number;
  /** For a job that states no deadline of its own. */
  deadlineMs?: number;
};

export type JobOptions = {
  signal?: AbortSignal;
  /** How long it may run. A search may also wait so long for its turn, and no longer. */
  deadlineMs?: number;
  /** Whose turn it is; turns go round by owner. */
  owner?: string;
  /** Nobody waits for the answer of what otherwise is a search's: it takes its turn among the bulk work. */
  isBulk?: boolean;
  onProgress?: (rows: number) => void;
};

export type Workers = {
  /**
   * Waits for a free worker and does the job there. Rejects with QueueFull, WorkerCrashed, WorkerDeadline, JobFailed or the
   * signal's reason; in each case nothing of the job's unfinished files is left.
   */
  run<K extends JobKind>(kind: K, request: JobRequest<K>, options?: JobOptions): Promise<JobResult<K>>;
  /** Ends the processes and what runs in them. */
  close(): Promise<void>;
};

/** More searches than that would have to wait for longer than a reader does. */
const searchesWaitingMax = { all: 16, ofOwner: 4 };
const unpackedBytesUsual = 16 * 2 ** 30;
const partBytesUsual = 1_000_000;

/** Each thread of DuckDB holds buffers of its own: many of them would use up a small memory before any work is done. */
function threadsFor(memoryMb: number): number {
  const memoryMbPerThread = 50;
  return Math.max(1, Math.min(availableParallelism() - 1, Math.floor(memoryMb / memoryMbPerThread)));
}

/** Child processes that do all bulk work. Nothing is started before the first job. */
export function createWorkers(options: WorkersOptions): Workers {
  const { home, log, lanesMax = 1, searchLanesMax = 1, memoryMb = 200 } = options;
  const { deadlineMs: deadlineMsDefault = 3_600_000 } = options;
  const threads = options.threads ?? threadsFor(memoryMb);
  const unpackedBytesMax = options.unpackedBytesMax ?? unpackedBytesUsual;
  const partBytesMin = options.partBytesMin ?? partBytesUsual;
  const duckdb: DuckdbLimits = { memoryMb, threads, temporaryBytesMax: unpackedBytesMax };
  const paths = lakePaths(home);
  const lanes = (count: number) => Array.from({ length: count }, () => openLane(home, log));
  const bulkLanes = lanes(lanesMax);
  // Readers wait for a missing index, a filtered part and a search: none must stand behind an export of an hour.
  const indexLanes = lanes(1);
  const searchLanes = lanes(searchLanesMax);
  const takeBulkTurn = createQueue(bulkLanes);
  const takeIndexTurn = createQueue(indexLanes);
  const takeSearchTurn = createQueue(searchLanes, searchesWaitingMax);
  const turns = {
    publish: takeBulkTurn,
    export: takeBulkTurn,
    archive: takeBulkTurn,
    index: takeIndexTurn,
    filter: takeIndexTurn,
    search: takeSearchTurn,
    changes: takeSearchTurn,
    estimate: takeSearchTurn,
    cut: takeSearchTurn,
    archived: takeSearchTurn,
  } satisfies Record<JobKind, unknown>;

  return {
    async run(
      kind,
      request,
      { signal, deadlineMs = deadlineMsDefault, owner = "", isBulk, onProgress = () => {} } = {},
    ) {
      const work = paths.jobWork(request.id);
      const takeTurn = isBulk ? takeBulkTurn : turns[kind];
      const waitMs = takeTurn === takeSearchTurn ? deadlineMs : undefined;
      const { lane, release } = await takeTurn({ signal, owner, waitMs });
      try {
        const job = { kind, request, home, duckdb, unpackedBytesMax, partBytesMin };
        const result = await lane.run(job, { deadlineMs, signal, onProgress });
        // A worker answers a job of kind K with its result only: `handlers` in worker.ts is typed by kind.
        return result as JobResult<typeof kind>;
      } finally {
        await rm(work, { recursive: true, force: true });
        // The job's folder may hold an upload that is not ours.
        await rmdir(dirname(work)).catch(() => {});
        release();
      }
    },
    async close() {
      await Promise.all([...bulkLanes, ...indexLanes, ...searchLanes].map((lane) => lane.close()));
    },
  };
}
