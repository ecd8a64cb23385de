import { createArchiver } from "./archives/archiver.ts";
import { createHousekeeping } from "./datasets/housekeeping.ts";
import { sweepAnswers } from "./http/idempotency-expiry.ts";
import { signDueDays } from "./ledger/sign-days.ts";
import { sweepRecentCalls } from "./meter/recent-calls-expiry.ts";
import { sweepSharedParts } from "./meter/shared-parts-expiry.ts";
import { monthOf } from "./months.ts";
import type { Services } from "./services.ts";
import { makeUsageMonths } from "./store/usage-months.ts";
import { sweepDue } from "./subscriptions/due.ts";
import { sweepUploads } from "./uploads/expiry.ts";

const everyMs = 60_000;

/** What is done without anybody asking, at the start and every minute. Nothing depends on when: facts carry their own ends. */
export function startChores(services: Services): { stop(): Promise<void> } {
  let doing: Promise<unknown> = Promise.resolve();
  const makeMonths = monthly(services, makeUsageMonths);
  const keepHouse = createHousekeeping(services);
  const archiver = createArchiver(services);
  const begin = () => {
    const failed = (what: string) => (error: unknown) => services.log.warn({ err: error }, what);
    doing = Promise.all([
      sweepDue(services).catch(failed("what is due was not written down")),
      sweepUploads(services).catch(failed("expired uploads were not removed")),
      signDueDays(services).catch(failed("the ledger was not signed")),
      sweepRecentCalls(services).catch(failed("calls that nobody repeats any more were not forgotten")),
      sweepSharedParts(services).catch(failed("parts that are not free any more were not forgotten")),
      sweepAnswers(services).catch(failed("answers kept for retries were not removed")),
      keepHouse().catch(failed("old versions and parts were not removed")),
      makeMonths().catch(failed("the next months of usage have no part of their own yet")),
    ]);
    // Beside the others: a month takes longer than a minute, and whoever stops does not wait for its end.
    void archiver.run().catch(failed("old usage was not archived"));
  };
  begin();
  const timer = setInterval(begin, everyMs).unref();
  return {
    async stop() {
      clearInterval(timer);
      await archiver.stop();
      await doing;
    },
  };
}

/** Once in each month, on Postgres, or again until it could be done. */
function monthly({ config, clock }: Services, work: (url: string, now: Date) => Promise<void>): () => Promise<void> {
  const url = config.databaseDirectUrl ?? config.databaseUrl;
  let doneIn: string | undefined;
  return async () => {
    const now = clock();
    if (url === undefined || doneIn === monthOf(now)) return;
    await work(url, now);
    doneIn = monthOf(now);
  };
}
