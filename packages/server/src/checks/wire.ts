import type { CheckRow } from "./queries.ts";
import type { InvariantResult } from "./run-check.ts";
import type { Check } from "./schemas.ts";

/** `isAbandoned`: the process that ran it is gone, so nobody will end it. */
export function toCheck({ id, status, quick, results, startedAt, endedAt }: CheckRow, isAbandoned: boolean): Check {
  const invariants = (results ?? []).map(toInvariant);
  return {
    id,
    status: isAbandoned ? "broken" : (status as Check["status"]), // written from the enum only
    quick,
    findings_count: invariants.reduce((sum, { findings_count }) => sum + findings_count, 0),
    invariants,
    started_at: startedAt.toISOString(),
    ended_at: endedAt?.toISOString() ?? null,
  };
}

export function toInvariant(result: InvariantResult): Check["invariants"][number] {
  const { name, promise, status, findingsCount, findings, repair, durationMs } = result;
  return { name, promise, status, findings_count: findingsCount, findings, repair, duration_ms: durationMs };
}
