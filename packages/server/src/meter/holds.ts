import { Problem } from "../http/problem.ts";
import type { Db } from "../store/store.ts";
import type { Hold } from "../store/tables-trade.ts";
import { lockChain } from "./chain.ts";
import { addToCounters, lockCounters, readCounters } from "./counters.ts";
import { countersOf, refusalOf, takes } from "./decide.ts";
import type { Member } from "./meter.ts";
import { storeEvents } from "./record.ts";
import { readRights } from "./rights.ts";
import { amountMillisOf, describeSubject, isSubject, type Subject, subjectOf } from "./subject.ts";
import { usageEvent } from "./usage-event.ts";
import { storeWarnings, warningsOf } from "./warnings.ts";
import { type Counter, type CounterId, counterKey, owners, windowName, windowsText } from "./windows.ts";

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
  const taken = takes(found, cost);
  const holds = taken.map(({ counter: { owner, window, start }, amount }) => ({
    owner,
    window,
    start,
    units: amount,
  }));
  await addToCounters(
    tx,
    holds.map((held) => changeOf(held, { used: 0, held: held.units })),
  );
  const warnings = taken.flatMap(({ counter, amount }) => {
    const { used, held } = counts.of(counter);
    return warningsOf(found, counter, { before: used + held, after: used + held + amount }, nowMs);
  });
  await storeWarnings(tx, warnings);
  return holds;
}

/** What is settled: a member without what only the answer to a call has. */
export type Settled = Omit<Member, "minutes" | "call" | "parts">;

/**
 * Turns reserved into used, with the real figures, in the transaction that makes the export ready: counters, usage event, rollups
 * and the next block of this process's chain. Who lost a right since then has still had the export.
 */
export async function settle(
  tx: Db,
  { chain, holds, now }: { chain: string; holds: readonly Hold[]; now: Date },
  member: Settled,
): Promise<void> {
  const end = await lockChain(tx, chain, now);
  const { credential, contract } = await readRights(tx, member);
  if (!credential || !contract) throw new Error(`The rights that ${member.eventId} was reserved under are gone.`);
  const subject = describeSubject(credential, contract, end.atMs);
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
  const limits = await limitsText(tx, changes, subject);
  await storeEvents(tx, end, [usageEvent(member, subject, { amountMillis, limits }, end.atMs)]);
}

/** The windows that were counted in. What was reserved may be of a day or month that is over by now, and is named with it. */
async function limitsText(tx: Db, changes: readonly Counter[], subject: Subject): Promise<string> {
  const { day, month } = subject.local;
  const standing = await readCounters(tx, changes);
  return windowsText(
    changes.map((change) => {
      const name = windowName(change);
      const { used, held } = standing.get(counterKey(change)) ?? { used: 0, held: 0 };
      const limit = countersOf(subject).find((window) => window.name === name)?.limit ?? Number.POSITIVE_INFINITY;
      const isCurrent = change.start === (change.window === "day" ? day : month).label;
      return { name, used, held, limit, ...(isCurrent ? {} : { start: change.start }) };
    }),
  );
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
