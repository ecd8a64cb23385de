import type { Db } from "../store/store.ts";
import type { Member } from "./meter.ts";
import type { Subject } from "./subject.ts";

/** An event as it is stored, but for its time in milliseconds. Its block is known once its commit has decided. */
export type UsageEvent = Omit<Db["t"]["usageEvents"]["$inferSelect"], "at"> & { at: number };

export function usageEvent(
  member: Omit<Member, "minutes" | "call" | "parts">,
  { credential, local, segment }: Subject,
  { amountMillis, limits }: { amountMillis: number; limits: string },
  nowMs: number,
): UsageEvent {
  const { eventId, requestId, subscriptionId, keyId, dataset, version, operation, status, rows, bytes, units, asked } =
    member;
  return {
    id: eventId,
    partnerId: credential.partnerId,
    subscriptionId,
    lineageId: credential.lineageId,
    keyId,
    dataset,
    version,
    operation,
    outcome: "ok",
    status,
    rows,
    bytes,
    units,
    amountMillis,
    segment,
    localDate: local.day.label,
    localHour: local.hour,
    requestId,
    asked,
    limits,
    corrects: null,
    reason: null,
    chain: "",
    block: 0,
    at: nowMs,
  };
}
