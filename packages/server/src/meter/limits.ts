import { Problem } from "../http/problem.ts";
import type { Services } from "../services.ts";
import type { Period } from "./calendar.ts";
import { readCounters } from "./counters.ts";
import type { Member, WindowState } from "./meter.ts";
import type { Ask } from "./minute-windows.ts";
import { isRepeated } from "./recent-calls-queries.ts";
import { refuseQuota } from "./refuse.ts";
import { type Counts, counterKey, owners, type QuotaWindow, quotaWindows } from "./windows.ts";
import { partnerTime, type Zones } from "./zones.ts";

/** What limits need to know of a caller's right to a dataset. */
export type LimitedAccess = {
  partnerId: string;
  dataset: string;
  zones: Zones;
  license: { perMinute: number; perDay: number; perMonth: number };
  plan: { perMinute: number; perDay: number };
  /** The key's own lower limits, where it has any. */
  caps: { perMinute: number | null; perDay: number | null; perMonth: number | null } | null;
};
type MinuteAsk = Ask & { name: string };
/** Slots that a call took, so that they can be given back. */
export type MinuteSlots = { takenMs: number; asks: MinuteAsk[] };

const minuteSeconds = 60;

/** Every minute window that a call counts in. */
function minuteAsks({ partnerId, dataset, license, plan, caps }: LimitedAccess, lineageId: string): MinuteAsk[] {
  const asks = [
    { name: "license-minute", owner: owners.license(partnerId, dataset), limit: license.perMinute },
    { name: "plan-minute", owner: owners.plan(partnerId), limit: plan.perMinute },
  ];
  if (caps && caps.perMinute !== null)
    asks.push({ name: "key-minute", owner: owners.key(lineageId), limit: caps.perMinute });
  return asks;
}

/** Takes one slot in every minute window that applies, or none in any: then it throws `rate_limited`. */
export function takeMinutes({ minutes, clock }: Services, access: LimitedAccess, lineageId: string): MinuteSlots {
  const takenMs = clock().getTime();
  const asks = minuteAsks(access, lineageId);
  const refusal = minutes.take(takenMs, asks);
  if (!refusal) return { takenMs, asks };
  const {
    ask: { name, limit },
    retryAfterSeconds,
  } = refusal;
  throw new Problem("rate_limited", {
    detail: `${name} allows ${limit} calls in any minute. Wait ${retryAfterSeconds} s.`,
    next: ["wizdata usage limits"],
    retryAfterSeconds,
    extensions: {
      limit: {
        name,
        quota: limit,
        remaining: 0,
        resets_at: new Date(takenMs + retryAfterSeconds * 1000).toISOString(),
      },
    },
  });
}

/** For a call that the meter refused, as if it had never been. */
export function giveBack({ minutes, clock }: Services, { takenMs, asks }: MinuteSlots): void {
  minutes.giveBack(takenMs, clock().getTime(), asks);
}

/** The minute windows as they stand now. */
export function minuteStates({ minutes, clock }: Services, { asks }: Pick<MinuteSlots, "asks">): WindowState[] {
  const nowMs = clock().getTime();
  return asks.map(({ name, owner, limit }) => {
    const { used, resetSeconds } = minutes.peek(nowMs, owner);
    return {
      name,
      limit,
      used,
      held: 0,
      remaining: Math.max(0, limit - used),
      windowSeconds: minuteSeconds,
      resetsAtMs: nowMs + resetSeconds * 1000,
    };
  });
}

type Remembered = { day: Period; lineageId: string; windows: QuotaWindow[] };
const windowsOfAccess = new WeakMap<LimitedAccess, Remembered>();

/** The day and month windows of a right, made once a day: it is asked for with every page. */
function windowsNow(access: LimitedAccess, lineageId: string, nowMs: number): QuotaWindow[] {
  const local = partnerTime(access.zones, nowMs);
  const known = windowsOfAccess.get(access);
  if (known?.day === local.day && known.lineageId === lineageId) return known.windows;
  const windows = quotaWindows({ ...access, lineageId }, local);
  windowsOfAccess.set(access, { day: local.day, lineageId, windows });
  return windows;
}

/** Who is about to ask for how much, and of which logical call that is an attempt. */
export type Wanted = { lineageId: string; units: number; call?: Member["call"] };

/**
 * Throws `quota_exceeded` before any work is done, when a day or month plainly has no room for a call of so many units. What
 * the last commits saw only tells when to ask: since then an export or a reversal may have given back, and a client's own
 * retry of a call that was metered takes nothing.
 */
export async function refuseIfEmpty(
  services: Services,
  access: LimitedAccess,
  { lineageId, units, call }: Wanted,
): Promise<void> {
  const { clock, meter, store } = services;
  const nowMs = clock().getTime();
  const isFull = (window: QuotaWindow, counts: Counts | undefined) =>
    counts !== undefined && counts.used + counts.held + units > window.limit;
  const suspects = windowsNow(access, lineageId, nowMs).filter((window) => isFull(window, meter.lastSeen(window)));
  if (suspects.length === 0 || (call && (await isRepeated(store.db, lineageId, call, nowMs)))) return;
  const standing = await readCounters(store.db, suspects);
  const full = suspects.flatMap((window) => {
    const counts = standing.get(counterKey(window));
    return counts && isFull(window, counts) ? [{ window, counts }] : [];
  });
  const refusal = refuseQuota(full, units, nowMs);
  if (refusal) throw new Problem(refusal.code, refusal.fields);
}

/** Windows as IETF structured fields: what each allows in how long, and what remains until when. */
export function limitHeaders(
  states: readonly WindowState[],
  nowMs: number,
): { "ratelimit-policy": string; ratelimit: string } {
  let policy = "";
  let remaining = "";
  for (const { name, limit, windowSeconds, remaining: left, resetsAtMs } of states) {
    const comma = policy === "" ? "" : ", ";
    policy += `${comma}"${name}";q=${limit};w=${windowSeconds}`;
    remaining += `${comma}"${name}";r=${left};t=${Math.max(0, Math.ceil((resetsAtMs - nowMs) / 1000))}`;
  }
  return { "ratelimit-policy": policy, ratelimit: remaining };
}
