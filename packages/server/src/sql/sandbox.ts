import { type ChildProcess, fork } from "node:child_process";
import { existsSync } from "node:fs";
import { setPriority } from "node:os";
import { extname } from "node:path";
import type { Logger } from "pino";
import { workerRuntimeArgs } from "../lake/worker-runtime.ts";
import type { FromSandbox, Ready, ToSandbox } from "./messages.ts";

/** It took more time than a statement has. */
export class SandboxDeadline extends Error {
  override readonly name = "SandboxDeadline";
}

/** The process died: of memory it was not given, mostly. */
export class SandboxDied extends Error {
  override readonly name = "SandboxDied";
}

export type SandboxLimits = { deadlineMs: number; memoryMb: number; bytesMax: number };

export type Sandbox = {
  ask(message: ToSandbox): Promise<FromSandbox>;
  /** The rows that came, once all of so many bytes have. */
  output(bytes: number): Promise<Buffer[]>;
  end(): Promise<void>;
};

const processFile = new URL(`./sandbox-process${extname(import.meta.url)}`, import.meta.url);
const shell = "/bin/sh";
const niceness = 10;
const startMsMax = 30_000;
/** What the processor takes before a statement is read. */
const startSeconds = 5;
/** What the runtime maps before any statement, most of which it never touches. */
const runtimeDataMb = 700;

/**
 * The walls that the system itself keeps around the process: its memory, the processor's time, and no byte written to any file.
 * Without a shell, and on Deno, which starts its processes another way, DuckDB's own limits and the deadline remain.
 */
function walled(args: string[], { deadlineMs, memoryMb }: SandboxLimits) {
  if (process.versions.deno !== undefined || !existsSync(shell)) return { execPath: process.execPath, execArgv: args };
  const dataKb = (runtimeDataMb + 2 * memoryMb) * 1_024;
  const seconds = Math.ceil(deadlineMs / 1_000) + startSeconds;
  const script = `ulimit -c 0; ulimit -f 0; ulimit -d ${dataKb}; ulimit -t ${seconds}; exec "$@"`;
  return { execPath: shell, execArgv: ["-c", script, "sh", process.execPath, ...args] };
}

/** Starts a process for one statement, in a folder of its own. It is ended at its deadline, and when the signal fires. */
export function startSandbox(folder: string, limits: SandboxLimits, signal: AbortSignal, log: Logger): Sandbox {
  const runtime = process.versions.deno === undefined ? ["--v8-pool-size=1"] : [];
  const child = fork(processFile, [], {
    ...walled([...workerRuntimeArgs(folder), ...runtime], limits),
    cwd: folder,
    // Nothing of the server's environment: it holds secrets.
    env: { TZ: "UTC", UV_THREADPOOL_SIZE: "2", MALLOC_ARENA_MAX: "2" },
    stdio: ["ignore", "pipe", "ignore", "ipc"],
  });
  const received: Buffer[] = [];
  let receivedBytes = 0;
  let failure: unknown;
  const { promise: failed, reject } = Promise.withResolvers<never>();
  const { promise: gone, resolve: noteGone } = Promise.withResolvers<void>();
  // Whoever waits for something hears of it there.
  failed.catch(() => {});
  const fail = (reason: unknown) => {
    failure ??= reason;
    reject(failure);
    child.kill("SIGKILL");
  };
  const onAbort = () => fail(signal.reason);
  const late = () => fail(new SandboxDeadline(`the statement was ended after ${limits.deadlineMs} ms`));
  const never = () => fail(new SandboxDied(`the sandbox did not start within ${startMsMax} ms`));
  let timer = setTimeout(never, startMsMax);
  const { promise: ready, resolve: noteReady } = Promise.withResolvers<void>();
  let onOutput = () => {};
  let onAnswer = (_answer: FromSandbox) => {};
  child.on("message", (message: FromSandbox | Ready) => {
    if (message.type === "ready") noteReady();
    else onAnswer(message);
  });
  child.stdout?.on("data", (bytes: Buffer) => {
    received.push(bytes);
    receivedBytes += bytes.length;
    if (receivedBytes > limits.bytesMax) fail(new SandboxDied("it wrote more than it may"));
    onOutput();
  });
  child.once("error", (error) => {
    fail(new SandboxDied(error.message, { cause: error }));
    if (child.pid === undefined) noteGone();
  });
  child.once("exit", (code, killedBy) => {
    log.debug({ sandbox: child.pid, code, killedBy }, "a sandbox ended");
    fail(new SandboxDied(`the sandbox ended with ${killedBy ?? `code ${code}`}`));
    noteGone();
  });
  signal.addEventListener("abort", onAbort);
  if (signal.aborted) onAbort();
  lowerPriority(child, log);

  return {
    async ask(message) {
      await Promise.race([ready, failed]);
      clearTimeout(timer);
      // Its time is that of its own work: not that of its start, nor that in which its files are made ready.
      timer = setTimeout(late, limits.deadlineMs);
      const answered = new Promise<FromSandbox>((resolve) => {
        onAnswer = (answer) => {
          // What it says unasked changes nothing, least of all its time.
          onAnswer = () => {};
          clearTimeout(timer);
          resolve(answer);
        };
      });
      if (child.connected) child.send(message, (error) => error && fail(new SandboxDied(error.message)));
      return Promise.race([answered, failed]);
    },
    async output(bytes) {
      const { promise: complete, resolve } = Promise.withResolvers<void>();
      timer = setTimeout(late, limits.deadlineMs);
      onOutput = () => receivedBytes >= bytes && resolve();
      onOutput();
      await Promise.race([complete, failed]);
      return received;
    },
    async end() {
      clearTimeout(timer);
      signal.removeEventListener("abort", onAbort);
      child.kill("SIGKILL");
      await gone;
    },
  };
}

function lowerPriority({ pid }: ChildProcess, log: Logger): void {
  try {
    if (pid !== undefined) setPriority(pid, niceness);
  } catch (error) {
    log.warn({ err: error }, "a sandbox runs at the server's own priority");
  }
}
