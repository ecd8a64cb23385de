import { hash } from "node:crypto";
import { blockRootText, blockText, eventText, type LedgerEvent } from "@wizdata/shared";
import type { Db } from "../store/store.ts";
import type { UsageEvent } from "./usage-event.ts";

/** Where a chain ends, and the instant that its next block is of. */
export type ChainEnd = { chain: string; seq: number; head: string; atMs: number };
export type Block = Omit<Db["t"]["blocks"]["$inferSelect"], "at"> & { at: number };

export const sha256 = (text: string): string => hash("sha256", text);

/** The block that these events make behind the chain's end; one without events closes a chain. */
export function nextBlock({ chain, seq, head, atMs }: ChainEnd, events: readonly UsageEvent[]): Block {
  const root = sha256(blockRootText(events.map((event) => ({ id: event.id, leaf: leafOf(event) }))));
  const header = { chain, seq: seq + 1, prev: head, root, events: events.length };
  return { ...header, hash: sha256(blockText({ ...header, at: new Date(atMs).toISOString() })), at: atMs };
}

export const leafOf = (event: UsageEvent): string => sha256(eventText(toLedgerEvent(event)));

export function toLedgerEvent(event: UsageEvent): LedgerEvent {
  return {
    id: event.id,
    partner_id: event.partnerId,
    subscription_id: event.subscriptionId,
    lineage_id: event.lineageId,
    key_id: event.keyId,
    dataset: event.dataset,
    version: event.version,
    operation: event.operation,
    outcome: event.outcome,
    status: event.status,
    rows: event.rows,
    bytes: event.bytes,
    units: event.units,
    amount_millis: event.amountMillis,
    segment: event.segment,
    local_date: event.localDate,
    local_hour: event.localHour,
    request_id: event.requestId,
    asked: event.asked,
    limits: event.limits,
    corrects: event.corrects,
    reason: event.reason,
    at: new Date(event.at).toISOString(),
  };
}
