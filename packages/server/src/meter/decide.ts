import type { Charged, Member, WindowState } from "./meter.ts";
import { callKey, type RecentCall, type RecentCalls, repeated } from "./recent-calls.ts";
import { type Refusal, refuseQuota, refuseSpending } from "./refuse.ts";
import { chargeOf, partKey, type SharedPart, type SharedParts } from "./shared-parts.ts";
import { amountMillisOf, isSubject, type Subject } from "./subject.ts";
import { Tally } from "./tally.ts";
import { type UsageEvent, usageEvent } from "./usage-event.ts";
import { type Warning, warningsOf } from "./warnings.ts";
import { type Counter, type CounterId, type Counts, type QuotaWindow, windowsText } from "./windows.ts";

/** What one member is told: its receipt, or why not; `windows` as they are after it. */
export type Outcome = { receipt: string; refusal?: Refusal; windows: WindowState[]; charged?: Charged };

/** What a group is told, and everything it adds to the database but for its block. */
export type Decision = {
  outcomes: Outcome[];
  counters: Counter[];
  events: UsageEvent[];
  calls: RecentCall[];
  shared: SharedPart[];
  warnings: Warning[];
};

export type Cost = { units: number; amountMillis: number };

/**
 * What a group is decided by: the counters by `counterKey`, where one that is missing stands at nothing, the calls it may repeat,
 * and the parts that may be free.
 */
export type Standing = { counters: ReadonlyMap<string, Counts>; calls: RecentCalls; shared?: SharedParts };

/** Every counter that a subject's calls count in. */
export const countersOf = ({ windows, spending }: Subject): QuotaWindow[] =>
  spending ? [...windows, spending] : windows;

/**
 * Decides members in order of arrival: each is admitted if its rights hold and every counter, with what those before it took,
 * still has room for it. One that does not fit takes nothing and fails nobody else.
 */
export function decide(
  members: readonly Member[],
  subjects: readonly (Subject | Refusal)[],
  standing: Standing,
  nowMs: number,
): Decision {
  const tally = new Tally(standing.counters);
  const calls = new Map<string, RecentCall>();
  const shared: SharedPart[] = [];
  const paidNow = new Map<string, number>();
  const free = standing.shared ? [standing.shared, paidNow] : [paidNow];
  const events: UsageEvent[] = [];
  const warnings: Warning[] = [];
  const outcomes = members.map((member, at): Outcome => {
    const subject = subjects[at];
    if (!subject) throw new Error("Each member has a subject.");
    const receipt = member.eventId;
    if (!isSubject(subject)) return { receipt, refusal: subject, windows: [] };
    const first = firstOf(member, subject, [calls, standing.calls], nowMs);
    if (first) return { receipt: first.eventId, windows: tally.states(subject) };
    const { charged, paid } = chargeOf(member, free, nowMs);
    const cost = { units: charged.units, amountMillis: amountMillisOf(subject, charged) };
    const refusal = refusalOf(subject, cost, tally, nowMs);
    if (refusal) return { receipt, refusal, windows: tally.states(subject) };
    for (const { counter, amount } of takes(subject, cost))
      warnings.push(...warningsOf(subject, counter, tally.add(counter, amount), nowMs));
    const windows = tally.states(subject);
    const limits = limitsText(member, windows, subject, tally);
    events.push(usageEvent(charged, subject, { amountMillis: cost.amountMillis, limits }, nowMs));
    const call = recentCall(member, subject, nowMs);
    if (call) calls.set(callKey(call.lineageId, call.callId), call);
    if (!member.parts) return { receipt, windows };
    for (const part of paid) paidNow.set(partKey(part.lineageId, part.dataset, part.sha256), part.freeUntil);
    shared.push(...paid);
    return { receipt, windows, charged: { rows: charged.rows, bytes: charged.bytes } };
  });
  return { outcomes, counters: tally.taken(), events, calls: [...calls.values()], shared, warnings };
}

function firstOf(
  { call }: Member,
  { credential }: Subject,
  known: readonly RecentCalls[],
  nowMs: number,
): RecentCall | undefined {
  if (call === null) return undefined;
  const key = callKey(credential.lineageId, call.id);
  return known.map((calls) => repeated(calls.get(key), call.queryHash, nowMs)).find((first) => first !== undefined);
}

function recentCall({ call, eventId }: Member, { credential }: Subject, nowMs: number): RecentCall | undefined {
  if (call === null) return undefined;
  return { lineageId: credential.lineageId, callId: call.id, queryHash: call.queryHash, eventId, at: nowMs };
}

function limitsText({ minutes }: Member, windows: WindowState[], { spending }: Subject, tally: Tally): string {
  const quotas = windowsText(windows);
  const spent = spending ? `;${windowsText([tally.state(spending)])}` : "";
  return `${minutes === "" ? "" : `${minutes};`}${quotas}${spent}`;
}

/** Why a cost does not fit, if so. What costs nothing always fits. */
export function refusalOf(
  subject: Subject,
  { units, amountMillis }: Cost,
  counts: { of(id: CounterId): Counts },
  nowMs: number,
): Refusal | undefined {
  if (units > 0) {
    const full = subject.windows.filter((window) => !fits(counts.of(window), units, window.limit));
    if (full.length > 0)
      return refuseQuota(
        full.map((window) => ({ window, counts: counts.of(window) })),
        units,
        nowMs,
      );
  }
  const { spending } = subject;
  if (!spending || amountMillis === 0 || fits(counts.of(spending), amountMillis, spending.limit)) return undefined;
  const { used, held } = counts.of(spending);
  return refuseSpending(spending, used + held, subject.contract.currency, nowMs);
}

const fits = ({ used, held }: Counts, amount: number, limit: number) => used + held + amount <= limit;

/** What a cost takes from which counter. */
export function takes(
  { windows, spending }: Subject,
  { units, amountMillis }: Cost,
): { counter: QuotaWindow; amount: number }[] {
  const taken = units > 0 ? windows.map((counter) => ({ counter, amount: units })) : [];
  if (spending && amountMillis > 0) taken.push({ counter: spending, amount: amountMillis });
  return taken;
}
