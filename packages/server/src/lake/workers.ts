import { rm, rmdir } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { dirname } from "node:path";
import type { Logger } from "pino";
import { lakePaths } from "./parts-paths.ts";
import type { DuckdbLimits, JobKind, JobRequest, JobResult } from "./worker-jobs.ts";
import { type Lane, openLane } from "./workers-lane.ts";

export type WorkersOptions = {
  home: string;
  log: Logger;
  /** Jobs that may run at the same time, each in a process of its own. */
  lanesMax?: number;
  /** What DuckDB may take for its buffers in each process. */
  memoryMb?: number;
  threads?: number;
  /** What an upload may come to when it is unpacked, and a job may spill beside its memory. */
  unpackedBytesMax?: number;
  /** For a job that states no deadline of its own. */
  deadlineMs?: number;
};

export type Workers = {
  /**
   * Waits for a free worker and does the job there. Rejects with WorkerCrashed, WorkerDeadline, JobFailed or the signal's
   * reason; in each case nothing of the job's unfinished files is left.
   */
  run<K extends JobKind>(
    kind: K,
    request: JobRequest<K>,
    options?: { signal?: AbortSignal; deadlineMs?: number; onProgress?: (rows: number) => void },
  ): Promise<JobResult<K>>;
  /** Ends the processes and what runs in them. */
  close(): Promise<void>;
};

const unpackedBytesUsual = 16 * 2 ** 30;

type Turn = { lane: Lane; release(): void };

/** Hands lanes out in the order they were asked for. */
function createQueue(lanes: Lane[]) {
  const free = [...lanes];
  const waiting: ((lane: Lane) => void)[] = [];
  const release = (lane: Lane) => {
    const next = waiting.shift();
    if (next) next(lane);
    else free.push(lane);
  };
  return async function takeTurn(signal: AbortSignal | undefined): Promise<Turn> {
    signal?.throwIfAborted();
    const ready = free.pop();
    if (ready) return { lane: ready, release: () => release(ready) };
    const { promise, resolve, reject } = Promise.withResolvers<Lane>();
    const onAbort = () => {
      const at = waiting.indexOf(resolve);
      if (at >= 0) waiting.splice(at, 1);
      reject(signal?.reason);
    };
    waiting.push(resolve);
    signal?.addEventListener("abort", onAbort);
    const lane = await promise.finally(() => signal?.removeEventListener("abort", onAbort));
    return { lane, release: () => release(lane) };
  };
}

/** Each thread of DuckDB holds buffers of its own: many of them would use up a small memory before any work is done. */
function threadsFor(memoryMb: number): number {
  const memoryMbPerThread = 50;
  return Math.max(1, Math.min(availableParallelism() - 1, Math.floor(memoryMb / memoryMbPerThread)));
}

/** Child processes that do all bulk work. Nothing is started before the first job. */
export function createWorkers(options: WorkersOptions): Workers {
  const { home, log, lanesMax = 1, memoryMb = 200, deadlineMs: deadlineMsDefault = 3_600_000 } = options;
  const threads = options.threads ?? threadsFor(memoryMb);
  const unpackedBytesMax = options.unpackedBytesMax ?? unpackedBytesUsual;
  const duckdb: DuckdbLimits = { memoryMb, threads, temporaryBytesMax: unpackedBytesMax };
  const paths = lakePaths(home);
  const bulkLanes = Array.from({ length: lanesMax }, () => openLane(log));
  // A reader waits for a missing index: it must not stand behind an export of an hour.
  const quickLane = openLane(log);
  const takeBulkTurn = createQueue(bulkLanes);
  const takeQuickTurn = createQueue([quickLane]);

  return {
    async run(kind, request, { signal, deadlineMs = deadlineMsDefault, onProgress = () => {} } = {}) {
      const work = paths.jobWork(request.id);
      const { lane, release } = await (kind === "index" ? takeQuickTurn : takeBulkTurn)(signal);
      try {
        const job = { kind, request, home, duckdb, unpackedBytesMax };
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
      await Promise.all([...bulkLanes, quickLane].map((lane) => lane.close()));
    },
  };
}
