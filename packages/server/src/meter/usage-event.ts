import type { Db } from "../store/store.ts";
import type { Member } from "./meter.ts";
import type { Subject } from "./subject.ts";

export type UsageEvent = Omit<Db["t"]["usageEvents"]["$inferSelect"], "at"> & { at: number };
export type Rollup = Db["t"]["rollups"]["$inferSelect"];

export function usageEvent(
  member: Member,
  { credential, local, segment }: Subject,
  amountMillis: number,
  nowMs: number,
): UsageEvent {
  const { eventId, requestId, subscriptionId, keyId, dataset, version, operation, status, rows, bytes, units } = member;
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
    asked: "",
    limits: "",
    corrects: null,
    reason: null,
    chain: "",
    block: 0,
    at: nowMs,
  };
}

/** A rollup counts what has the same subject and operation; date, hour and segment are the group's instant's. */
export function addToRollup(rollups: Map<string, Rollup>, event: UsageEvent): void {
  const key = `${event.keyId} ${event.subscriptionId} ${event.operation}`;
  const rollup = rollups.get(key);
  if (!rollup) {
    rollups.set(key, rollupOf(event));
    return;
  }
  rollup.calls += 1;
  rollup.rows += event.rows;
  rollup.bytes += event.bytes;
  rollup.units += event.units;
  rollup.amountMillis += event.amountMillis;
}

export function rollupOf(event: UsageEvent): Rollup {
  const {
    partnerId,
    subscriptionId,
    segment,
    localDate,
    localHour,
    lineageId,
    keyId,
    dataset,
    operation,
    outcome,
    rows,
    bytes,
    units,
    amountMillis,
  } = event;
  return {
    partnerId,
    subscriptionId,
    segment,
    localDate,
    localHour,
    lineageId,
    keyId,
    dataset,
    operation,
    outcome,
    calls: 1,
    rows,
    bytes,
    units,
    amountMillis,
  };
}
