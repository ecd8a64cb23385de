import type { Services } from "../services.ts";
import { collect } from "./collector.ts";
import { removeOldVersions } from "./retention.ts";

const everyMs = 600_000;

/** Removes old versions, and the parts that nothing names: not each time it is called, as all parts are looked through. */
export function createHousekeeping(services: Services): () => Promise<void> {
  const pauseMs = Math.min(everyMs, services.config.collectWaitMs);
  let beganMs = Number.NEGATIVE_INFINITY;
  return async () => {
    const nowMs = services.clock().getTime();
    if (nowMs - beganMs < pauseMs) return;
    beganMs = nowMs;
    await removeOldVersions(services);
    await collect(services);
  };
}
