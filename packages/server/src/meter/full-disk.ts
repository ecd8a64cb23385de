import type { Logger } from "pino";
import type { Services } from "../services.ts";

const probeMs = 1_000;
const reason = "there is no room to store usage";

/** While there is no room the process gets no traffic, and a small write each second finds out when there is room again. */
export function watchDisk({
  readiness,
  log,
  probe,
}: {
  readiness: Services["readiness"];
  log: Logger;
  probe: () => Promise<void>;
}) {
  let timer: NodeJS.Timeout | undefined;

  const stop = () => {
    clearInterval(timer);
    timer = undefined;
    if (readiness.reason === reason) readiness.reason = undefined;
  };
  const tryAgain = async () => {
    try {
      await probe();
    } catch {
      return;
    }
    if (timer === undefined) return;
    stop();
    log.info("usage can be stored again");
  };

  return {
    isFull: () => timer !== undefined,
    noteFull() {
      // A process that is shutting down keeps its own reason.
      readiness.reason ??= reason;
      timer ??= setInterval(() => void tryAgain(), probeMs).unref();
    },
    close: stop,
  };
}
