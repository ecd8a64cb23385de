import type { Services } from "./services.ts";
import { sweepDue } from "./subscriptions/due.ts";

const everyMs = 60_000;

/** What is done without anybody asking, at the start and every minute. Nothing depends on when: facts carry their own ends. */
export function startChores(services: Services): { stop(): Promise<void> } {
  let doing: Promise<void> = Promise.resolve();
  const begin = () => {
    doing = sweepDue(services).catch((error) => services.log.warn({ err: error }, "what is due was not written down"));
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
