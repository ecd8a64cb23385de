import { Problem } from "../http/problem.ts";
import type { Services } from "../services.ts";
import type { Period } from "./calendar.ts";
import { readCounters } from "./counters.ts";
import type { WindowState } from "./meter.ts";
import type { Ask } from "./minute-windows.ts";
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

/** Throws `quota_exceeded` before any work is done, when a day or month plainly has no room for a call of so many units. */
export async function refuseIfEmpty(
  services: Services,
  access: LimitedAccess,
  lineageId: string,
  units: number,
): Promise<void> {
  const nowMs = services.clock().getTime();
  const suspects: { window: QuotaWindow; counts: Counts }[] = [];
  for (const window of windowsNow(access, lineageId, nowMs)) {
    const counts = services.meter.lastSeen(window);
    if (counts && counts.used + counts.held + units > window.limit) suspects.push({ window, counts });
  }
  if (suspects.length === 0) return;
  // What is used stays used until its window ends. What is held may have come free since, so there the database is asked.
  const isSure = suspects.some(({ window, counts }) => counts.used + units > window.limit);
  const full = isSure
    ? suspects
    : await stillFull(
        services,
        suspects.map(({ window }) => window),
        units,
      );
  const refusal = refuseQuota(full, units, nowMs);
  if (refusal) throw new Problem(refusal.code, refusal.fields);
}

async function stillFull({ store }: Services, windows: QuotaWindow[], units: number) {
  const standing = await readCounters(store.db, windows);
  return windows.flatMap((window) => {
    const counts = standing.get(counterKey(window)) ?? { used: 0, held: 0 };
    return counts.used + counts.held + units > window.limit ? [{ window, counts }] : [];
  });
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
