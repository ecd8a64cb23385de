import { type ChildProcess, fork } from "node:child_process";
import { setPriority } from "node:os";
import { extname } from "node:path";
import { createInterface } from "node:readline";
import type { Logger } from "pino";
import type { FromWorker, ToWorker } from "./worker-jobs.ts";
import { workerRuntimeArgs } from "./worker-runtime.ts";

/** The process died under the job: out of memory, a crash in native code, a signal. */
export class WorkerCrashed extends Error {
  override readonly name = "WorkerCrashed";
}

/** The job took longer than it was given. */
export class WorkerDeadline extends Error {
  override readonly name = "WorkerDeadline";
}

/** The job itself failed; the worker lives on. The stack is the worker's. */
export class JobFailed extends Error {
  override readonly name = "JobFailed";
}

export type Lane = {
  run(
    job: ToWorker,
    limits: { deadlineMs: number; signal: AbortSignal | undefined; onProgress: (rows: number) => void },
  ): Promise<unknown>;
  /** Ends the process for good; a running job is rejected as crashed. */
  close(): Promise<void>;
};

const niceness = 10;
const workerFile = new URL(`./worker${extname(import.meta.url)}`, import.meta.url);

// DuckDB's blocks are mapped one by one, so that what a job frees goes back to the system and not into holes of a heap.
const allocatorEnv = {
  MALLOC_ARENA_MAX: "2",
  MALLOC_MMAP_THRESHOLD_: "131072",
  MALLOC_TRIM_THRESHOLD_: "131072",
};

function startChild(home: string, log: Logger): ChildProcess {
  const child = fork(workerFile, [], {
    execPath: process.execPath,
    execArgv: workerRuntimeArgs(home),
    // Nothing of the server's environment: it holds secrets, and a worker needs none of it.
    env: { TZ: "UTC", ...allocatorEnv },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  log.debug({ worker: child.pid }, "a worker starts");
  if (child.stderr) {
    createInterface({ input: child.stderr }).on("line", (line) => log.warn({ worker: child.pid }, line));
  }
  // A process that cannot be started or written to says so between jobs too, and must not end the server.
  child.on("error", (error) => log.error({ err: error, worker: child.pid }, "a worker failed"));
  try {
    if (child.pid !== undefined) setPriority(child.pid, niceness);
  } catch (error) {
    log.warn({ err: error }, "a worker runs at the server's own priority");
  }
  return child;
}

const isGone = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null || !child.connected;

async function endChild(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  // Waiting for its end is work again.
  child.ref();
  child.kill("SIGKILL");
  await ended;
}

/** One worker process, started with its first job and kept for the next; it does one job at a time. */
export function openLane(home: string, log: Logger): Lane {
  let child: ChildProcess | undefined;
  let closed = false;

  function warmChild(): ChildProcess {
    if (child && !isGone(child)) return child;
    child = startChild(home, log);
    // A worker without work must not keep the server from ending.
    // One that could not be started has nothing to hold; it says so itself in a moment.
    if (child.pid !== undefined) child.unref();
    child.channel?.unref();
    return child;
  }

  return {
    async run(job, { deadlineMs, signal, onProgress }) {
      signal?.throwIfAborted();
      if (closed) throw new WorkerCrashed("the workers have been closed");
      const current = warmChild();
      current.channel?.ref();
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      const onMessage = (message: FromWorker) => {
        if (message.type === "progress") onProgress(message.rows);
        else if (message.type === "done") resolve(message.result);
        else reject(Object.assign(new JobFailed(message.message), { stack: message.stack }));
      };
      const onExit = (code: number | null, killedBy: string | null) =>
        reject(new WorkerCrashed(`the worker ended with ${killedBy ?? `code ${code}`} during a ${job.kind} job`));
      const onError = (error: Error) => reject(new WorkerCrashed(error.message, { cause: error }));
      const onAbort = () => reject(signal?.reason);
      const timer = setTimeout(
        () => reject(new WorkerDeadline(`the ${job.kind} job was ended after ${deadlineMs} ms`)),
        deadlineMs,
      );
      current.on("message", onMessage).once("exit", onExit).once("error", onError);
      signal?.addEventListener("abort", onAbort);
      try {
        // One that could not be started has no way to be told, and its error comes in a moment.
        if (current.pid !== undefined) current.send(job);
        return await promise;
      } catch (error) {
        // A job that was given up still runs in there: only the end of the process ends it.
        if (!(error instanceof JobFailed)) await endChild(current);
        throw error;
      } finally {
        clearTimeout(timer);
        current.off("message", onMessage).off("exit", onExit).off("error", onError);
        signal?.removeEventListener("abort", onAbort);
        current.channel?.unref();
      }
    },
    async close() {
      closed = true;
      if (child) await endChild(child);
    },
  };
}
