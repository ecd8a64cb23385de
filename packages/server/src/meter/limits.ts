import type { Services } from "../services.ts";
import type { WindowState } from "./meter.ts";

type CapsPerWindow = { perMinute: number | null; perDay: number | null; perMonth: number | null };

/** What limits need to know of a caller's right to a dataset. */
export type LimitedAccess = {
  partnerId: string;
  dataset: string;
  timeZone: string;
  license: { perMinute: number; perDay: number; perMonth: number };
  plan: { perMinute: number; perDay: number };
  /** The key's own lower limits, where it has any. */
  caps: CapsPerWindow | null;
};
export type MinuteAsk = { name: string; owner: string; limit: number };
/** Slots that a call took, so that they can be given back. */
export type MinuteSlots = { takenMs: number; asks: MinuteAsk[] };

/** Takes one slot in every minute window that applies, or none in any: then it throws `rate_limited`. */
export function takeMinutes(_services: Services, _access: LimitedAccess, _lineageId: string): MinuteSlots {
  throw new Error("not built yet");
}

/** For a call that the meter refused, as if it had never been. */
export function giveBack(_services: Services, _slots: MinuteSlots): void {}

/** The minute windows a call took slots in, as they stand now. */
export function minuteStates(_services: Services, _slots: MinuteSlots): WindowState[] {
  return [];
}

/** Throws `quota_exceeded` before any work is done, when a day or month is plainly used up. */
export async function refuseIfEmpty(_services: Services, _access: LimitedAccess, _lineageId: string): Promise<void> {}

/** The windows as IETF structured fields, minute windows first. */
export function limitHeaders(_states: readonly WindowState[], _nowMs: number): { "ratelimit-policy": string; ratelimit: string } {
  return { "ratelimit-policy": "", ratelimit: "" };
}
