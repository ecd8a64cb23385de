import { mkdir, rm } from "node:fs/promises";
import { lakePaths } from "./parts-paths.ts";
import type { FromWorker, JobContext, JobHandler, JobKind, JobRequest, ToWorker } from "./worker-jobs.ts";

// A worker is a process of its own, because DuckDB is native code that may crash or take memory it was not given.
const handlers: { [K in JobKind]: () => Promise<{ run: JobHandler<K> }> } = {
  publish: () => import("./publish-job.ts"),
  index: () => import("./index-file-job.ts"),
  filter: () => import("./filter-job.ts"),
  changes: () => import("./changes-job.ts"),
  search: () => import("./search-job.ts"),
  export: () => import("./export-job.ts"),
  estimate: () => import("./estimate-job.ts"),
  cut: () => import("./cut-job.ts"),
  archive: () => import("./archive-job.ts"),
  archived: () => import("./archived-job.ts"),
};

const progressEveryMs = 200;

function tell(message: FromWorker): void {
  process.send?.(message);
}

/** The last figure of a burst is not lost: the job's end says the same. */
function throttledProgress(): (rows: number) => void {
  let toldAtMs = 0;
  return (rows) => {
    const nowMs = performance.now();
    if (nowMs - toldAtMs < progressEveryMs) return;
    toldAtMs = nowMs;
    tell({ type: "progress", rows });
  };
}

async function perform<K extends JobKind>(kind: K, request: JobRequest<K>, context: JobContext) {
  const { run } = await handlers[kind]();
  return await run(request, context);
}

async function work({ kind, request, ...limits }: ToWorker): Promise<FromWorker> {
  const folder = lakePaths(limits.home).jobWork(request.id);
  try {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const result = await perform(kind, request, { ...limits, work: folder, progress: throttledProgress() });
    return { type: "done", result };
  } catch (error) {
    const { message, stack = message } = error instanceof Error ? error : new Error(String(error));
    return { type: "failed", message, stack };
  }
}

process.on("message", async (message: ToWorker) => tell(await work(message)));

// Whoever stops the server decides when its workers stop, so that a running job can be drained.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => {});

// The server is gone, perhaps killed: nobody will read the result, and threads of DuckDB must not outlive it.
process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));
