import { sweepAnswers } from "./http/idempotency-expiry.ts";
import type { Services } from "./services.ts";
import { sweepDue } from "./subscriptions/due.ts";
import { sweepUploads } from "./uploads/expiry.ts";

const everyMs = 60_000;

/** What is done without anybody asking, at the start and every minute. Nothing depends on when: facts carry their own ends. */
export function startChores(services: Services): { stop(): Promise<void> } {
  let doing: Promise<unknown> = Promise.resolve();
  const begin = () => {
    const failed = (what: string) => (error: unknown) => services.log.warn({ err: error }, what);
    doing = Promise.all([
      sweepDue(services).catch(failed("what is due was not written down")),
      sweepUploads(services).catch(failed("expired uploads were not removed")),
      sweepAnswers(services).catch(failed("answers kept for retries were not removed")),
    ]);
  };
  begin();
  const timer = setInterval(begin, everyMs).unref();
  return {
    async stop() {
      clearInterval(timer);
      await doing;
    },
  };
}
