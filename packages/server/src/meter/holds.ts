import { sql } from "drizzle-orm";
import { Problem } from "../http/problem.ts";
import type { Db } from "../store/store.ts";
import type { Hold } from "../store/tables-trade.ts";
import { addToCounters, lockCounters } from "./counters.ts";
import { type Counter, countersOf, refusalOf, takes } from "./decide.ts";
import type { Member } from "./meter.ts";
import { readRights } from "./rights.ts";
import { amountMillisOf, describeSubject, isSubject, subjectOf } from "./subject.ts";
import { type Rollup, rollupOf, usageEvent } from "./usage-event.ts";
import { type CounterId, counterKey, owners } from "./windows.ts";

/** Who asks for an export of what. */
export type HoldSubject = Pick<Member, "partnerId" | "keyId" | "subscriptionId">;

/**
 * Reserves what an export will use, in the transaction that queues it: its units on every day and month window, and on a payg
 * subscription the money for `rows`. Answers with the problem when it does not fit; then nothing is reserved.
 */
export async function hold(
  tx: Db,
  subject: HoldSubject,
  wanted: { units: number; rows: number },
  now: Date,
): Promise<Hold[] | Problem> {
  const nowMs = now.getTime();
  const { credential, contract } = await readRights(tx, subject);
  const found = subjectOf(credential, contract, nowMs);
  if (!isSubject(found)) return new Problem(found.code, found.fields);
  const standing = await lockCounters(tx, countersOf(found));
  const cost = { units: wanted.units, amountMillis: amountMillisOf(found, wanted) };
  const counts = { of: (id: CounterId) => standing.get(counterKey(id)) ?? { used: 0, held: 0 } };
  const refusal = refusalOf(found, cost, counts, nowMs);
  if (refusal) return new Problem(refusal.code, refusal.fields);
  const holds = takes(found, cost).map(({ counter: { owner, window, start }, amount }) => ({
    owner,
    window,
    start,
    units: amount,
  }));
  await addToCounters(
    tx,
    holds.map((held) => changeOf(held, { used: 0, held: held.units })),
  );
  return holds;
}

/**
 * Turns reserved into used, with the real figures, in the transaction that makes the export ready: counters, usage event and
 * rollup. Who lost a right since then has still had the export.
 */
export async function settle(tx: Db, holds: readonly Hold[], member: Member, now: Date): Promise<void> {
  const { credential, contract } = await readRights(tx, member);
  if (!credential || !contract) throw new Error(`The rights that ${member.eventId} was reserved under are gone.`);
  const subject = describeSubject(credential, contract, now.getTime());
  const amountMillis = amountMillisOf(subject, member);
  // By its name: when the subscription is no longer paid by use, what was held for that is still money.
  const spendingOwner = owners.spending(member.partnerId);
  const changes = holds.map((held) =>
    changeOf(held, { used: held.owner === spendingOwner ? amountMillis : member.units, held: -held.units }),
  );
  const isSpendingHeld = holds.some(({ owner }) => owner === spendingOwner);
  if (subject.spending && amountMillis > 0 && !isSpendingHeld)
    changes.push(changeOf({ ...subject.spending, units: 0 }, { used: amountMillis, held: 0 }));
  await addToCounters(tx, changes);
  const event = usageEvent(member, subject, amountMillis, now.getTime());
  await tx.insert(tx.t.usageEvents).values({ ...event, at: now });
  await addRollup(tx, rollupOf(event));
}

/** Gives back what an export reserved that failed, expired or was canceled. */
export async function release(tx: Db, holds: readonly Hold[]): Promise<void> {
  await addToCounters(
    tx,
    holds.map((held) => changeOf(held, { used: 0, held: -held.units })),
  );
}

function changeOf({ owner, window, start }: Hold, change: { used: number; held: number }): Counter {
  return { owner, window: window as Counter["window"], start, ...change }; // a hold names the window of a counter
}

async function addRollup(tx: Db, rollup: Rollup): Promise<void> {
  const { rollups } = tx.t;
  await tx
    .insert(rollups)
    .values(rollup)
    .onConflictDoUpdate({
      target: [
        rollups.partnerId,
        rollups.localDate,
        rollups.localHour,
        rollups.subscriptionId,
        rollups.segment,
        rollups.lineageId,
        rollups.keyId,
        rollups.dataset,
        rollups.operation,
        rollups.outcome,
      ],
      set: {
        calls: sql`${rollups.calls} + excluded.calls`,
        rows: sql`${rollups.rows} + excluded.rows`,
        bytes: sql`${rollups.bytes} + excluded.bytes`,
        units: sql`${rollups.units} + excluded.units`,
        amountMillis: sql`${rollups.amountMillis} + excluded.amount_millis`,
      },
    });
}
