import type { Services } from "../services.ts";
import { claimExport, requeueOrphans } from "./claims.ts";
import { sweepExpired } from "./expiry.ts";
import { performExport } from "./job.ts";
import { createWaiting, type Watch } from "./waiting.ts";

const pollMs = 3_000;
const sweepMs = 60_000;

/** Does the queued exports of this platform, one at a time in each bulk lane, oldest first. */
export type ExportRunner = {
  /** Begins to take jobs, those that a dead process left first. Until then they wait. */
  start(services: Services): Promise<void>;
  /** There is a new job. */
  wake(): void;
  /** A job was canceled: what runs of it here is ended. */
  cancel(id: string): void;
  watch(id: string): Watch;
  /** Takes no more jobs; one that runs is broken off and waits for the next start. */
  close(): Promise<void>;
};

export function createExportRunner(): ExportRunner {
  const waiting = createWaiting();
  const stop = new AbortController();
  const running = new Map<string, AbortController>();
  const sleepers = new Set<() => void>();
  let working: Promise<unknown> = Promise.resolve();
  let sweeping: Promise<unknown> = Promise.resolve();

  async function takeJobs(services: Services): Promise<void> {
    while (!stop.signal.aborted) {
      // Before looking, so that a job made meanwhile is not slept over.
      const nap = sleep();
      if (!(await takeJob(services))) await nap.over;
      nap.end();
    }
  }

  /** False when there is nothing to do now. */
  async function takeJob(services: Services): Promise<boolean> {
    if (services.readiness.reason !== undefined) return false;
    try {
      const claim = await claimExport(services);
      if (!claim) return false;
      const cancel = new AbortController();
      running.set(claim.id, cancel);
      waiting.changed(claim.id);
      await performExport(services, claim, { cancel, stop: stop.signal }).finally(() => running.delete(claim.id));
      waiting.changed(claim.id);
      return true;
    } catch (error) {
      // The database is away: the job's lease runs out, and it is taken up again.
      services.log.error({ err: error }, "exports could not be taken up");
      return false;
    }
  }

  function sleep() {
    const { promise: over, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, pollMs).unref();
    sleepers.add(resolve);
    const end = () => {
      clearTimeout(timer);
      sleepers.delete(resolve);
    };
    return { over, end };
  }

  const wake = () => {
    for (const rouse of sleepers) rouse();
  };

  function sweep(services: Services): void {
    const { log } = services;
    sweeping = sweepExpired(services).catch((error) => log.warn({ err: error }, "expired exports were not removed"));
  }

  return {
    async start(services) {
      await requeueOrphans(services);
      sweep(services);
      const timer = setInterval(() => sweep(services), sweepMs).unref();
      stop.signal.addEventListener("abort", () => clearInterval(timer));
      const lanes = Array.from({ length: services.config.bulkLanesMax }, () => takeJobs(services));
      working = Promise.all(lanes);
    },
    wake,
    cancel(id) {
      running.get(id)?.abort(new Error("The export was canceled."));
      waiting.changed(id);
    },
    watch: waiting.watch,
    async close() {
      stop.abort(new Error("The server stops."));
      wake();
      await working;
      await sweeping;
    },
  };
}
