import { randomUUID } from "node:crypto";
import type { Lake } from "./lake.ts";
import { explain } from "./search.ts";
import type { Workers } from "./workers.ts";

/** Counts and measures before an order, in the turns of searches: somebody waits for the answer. */
export function createEstimates({ workers, deadlineMs }: { workers: Workers; deadlineMs: number }): Lake["estimate"] {
  return async (job, asker) => {
    const signal = asker?.signal();
    const options = { deadlineMs, owner: asker?.owner ?? "", ...(signal ? { signal } : {}) };
    const request = { id: `estimate-${randomUUID()}`, ...job, patienceMs: deadlineMs / 2 };
    try {
      return await workers.run("estimate", request, options);
    } catch (error) {
      throw explain(error);
    }
  };
}
