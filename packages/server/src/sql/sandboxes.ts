import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import type { Logger } from "pino";
import type { Config } from "../config.ts";
import type { Lake } from "../lake/lake.ts";
import { type Sandbox, startSandbox } from "./sandbox.ts";
import { createTurns, NoTurn } from "./turns.ts";

/** More would wait for longer than a caller does. */
const waitingMax = 16;
const waitingOfOwnerMax = 4;

export type Sandboxes = {
  /**
   * Waits for a turn, starts a process in an empty folder, and ends both when the work is done, however it ended. Rejects with
   * NoTurn, SandboxDeadline or SandboxDied.
   */
  use<T>(asker: { owner: string; signal: AbortSignal }, work: (sandbox: Sandbox, id: string) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

/** Processes for statements of partners: each for one statement, none ever used twice. */
export function createSandboxes(lake: Lake, config: Config["sql"], log: Logger): Sandboxes {
  const { deadlineMs } = config;
  const takeTurn = createTurns({
    runningMax: config.lanesMax,
    ofOwnerMax: config.lanesPerPartnerMax,
    waitingMax,
    waitingOfOwnerMax,
    waitMs: deadlineMs,
  });
  const closing = new AbortController();
  const uses = new Set<Promise<unknown>>();

  async function use<T>(owner: string, signal: AbortSignal, work: (sandbox: Sandbox, id: string) => Promise<T>) {
    const release = await takeTurn(owner, signal);
    const id = `sql-${randomUUID()}`;
    try {
      const folder = resolve(await lake.stage(id));
      const sandbox = startSandbox(folder, config, signal, log);
      try {
        return await work(sandbox, id);
      } finally {
        await sandbox.end();
      }
    } finally {
      await lake.unstage(id);
      release();
    }
  }

  return {
    use({ owner, signal }, work) {
      const used = use(owner, AbortSignal.any([signal, closing.signal]), work);
      uses.add(used);
      return used.finally(() => uses.delete(used));
    },
    async close() {
      closing.abort(new NoTurn("the server stops"));
      await Promise.allSettled(uses);
    },
  };
}
