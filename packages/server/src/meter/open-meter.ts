import type { Meter } from "./meter.ts";

export function openMeter(): Meter {
  return {
    commit: () => Promise.reject(new Error("not built yet")),
    lastSeen: () => undefined,
    close: async () => {},
  };
}
