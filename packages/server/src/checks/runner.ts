import { once } from "node:events";
import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import type { CheckSetup } from "./check-thread.ts";
import type { EvidenceOf } from "./evidence.ts";
import type { InvariantResult } from "./run-check.ts";

const threadFile = new URL(`./check-thread${extname(import.meta.url)}`, import.meta.url);
const heapMb = 256;
/** Longer than that takes nothing but a disk that hangs. */
export const checkMsMax = 3_600_000;

export type Ended = { results: InvariantResult[] } | { reason: unknown };

/** The checks of this process, one at a time, each in a thread of its own. */
export type CheckRunner = {
  /** Begins a check; `onEnd` gets its results, or why it could not be finished. */
  start(id: string, config: EvidenceOf, quick: boolean, onEnd: (ended: Ended) => Promise<void>): void;
  /** Resolves when this check has ended, or after this time. */
  ended(id: string, timeoutMs: number): Promise<void>;
  /** Breaks off what runs. */
  close(): Promise<void>;
};

export function createCheckRunner(): CheckRunner {
  const running = new Map<string, { thread: Worker; over: Promise<void> }>();

  async function follow(thread: Worker, onEnd: (ended: Ended) => Promise<void>): Promise<void> {
    const late = setTimeout(() => void thread.terminate(), checkMsMax).unref();
    const ended = await Promise.race([
      once(thread, "message").then(([results]): Ended => ({ results })), // what check-thread.ts posts
      once(thread, "exit").then(([code]): Ended => ({ reason: `it ended with ${code}` })),
    ]).catch((reason: unknown): Ended => ({ reason }));
    clearTimeout(late);
    await thread.terminate();
    await onEnd(ended);
  }

  return {
    start(id, { home, sqliteFile, databaseUrl, secret }, quick, onEnd) {
      const setup: CheckSetup = { config: { home, sqliteFile, databaseUrl, secret }, quick };
      const limits = { maxOldGenerationSizeMb: heapMb };
      const thread = new Worker(threadFile, { workerData: setup, execArgv: [], env: {}, resourceLimits: limits });
      const over = follow(thread, onEnd).finally(() => running.delete(id));
      running.set(id, { thread, over });
    },
    async ended(id, timeoutMs) {
      const { promise: late, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, timeoutMs);
      await Promise.race([running.get(id)?.over, late]);
      clearTimeout(timer);
    },
    async close() {
      for (const { thread, over } of [...running.values()]) {
        await thread.terminate();
        await over;
      }
    },
  };
}
