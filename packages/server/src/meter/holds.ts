import type { Problem } from "../http/problem.ts";
import type { Db } from "../store/store.ts";
import type { Hold } from "../store/tables.ts";
import type { Member } from "./meter.ts";

/** Who asks for an export of what. The limits are read again inside the transaction. */
export type HoldSubject = { keyId: string; partnerId: string; subscriptionId: string };

/**
 * Reserves what an export will use, in the transaction that queues it: its units on every day and month window, and on a payg
 * subscription the money for `rows`. Answers with the problem when it does not fit; then nothing is reserved.
 */
export async function hold(_tx: Db, _subject: HoldSubject, _wanted: { units: number; rows: number }, _now: Date): Promise<Hold[] | Problem> {
  return [];
}

/** Turns reserved into used, with the real figures, in the transaction that makes the export ready: its usage event and rollups. */
export async function settle(_tx: Db, _holds: readonly Hold[], _member: Member, _now: Date): Promise<void> {}

/** Gives back what an export reserved that failed, expired or was canceled. */
export async function release(_tx: Db, _holds: readonly Hold[]): Promise<void> {}
