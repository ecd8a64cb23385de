import { type Plan, plans } from "../partners/plans.ts";
import { isLive } from "../subscriptions/statuses.ts";
import { billingPeriodStart } from "./billing-period.ts";
import type { LocalTime } from "./calendar.ts";
import { hasBeenCanceled, inForce } from "./contract.ts";
import { type Refusal, refusals } from "./refuse.ts";
import type { Contract, Credential } from "./rights.ts";
import { owners, type QuotaWindow, quotaWindows } from "./windows.ts";
import { partnerTime } from "./zones.ts";

/** One key's right to one subscription at one instant, and everything that limits it. */
export type Subject = {
  credential: Credential;
  contract: Contract;
  local: LocalTime;
  windows: QuotaWindow[];
  /** Where what it spends is counted, and up to where; in thousandths of a minor unit. */
  spending: QuotaWindow | undefined;
  /** One price inside one billing period: usage of a segment belongs to one line of one invoice. */
  segment: string;
};

/** Reads rights as they are now: a key that ended, a partner that was suspended, a subscription that was canceled a moment ago. */
export function subjectOf(
  credential: Credential | undefined,
  contract: Contract | undefined,
  nowMs: number,
): Subject | Refusal {
  if (!credential || hasEnded(credential, nowMs)) return refusals.unauthenticated;
  if (credential.partnerStatus === "suspended") return refusals.suspended;
  if (!contract || contract.partnerId !== credential.partnerId) return refusals.unsubscribed;
  if (!isLive(contract.status) || hasBeenCanceled(contract, nowMs)) return refusals.unsubscribed;
  return describeSubject(credential, contract, nowMs);
}

const minuteMs = 60_000;

/**
 * Until when at least a subject made of these rights is what it is now: until something ordered comes to pass or something given
 * ends, and not beyond this minute, since hours, days and months of any time zone begin with one.
 */
export function holdsUntil(credential: Credential | undefined, contract: Contract | undefined, nowMs: number): number {
  const { expiresAtMs = null, retiresAtMs = null, timeZoneChangesAtMs = null } = credential ?? {};
  const { cancelsAtMs = null, changesAtMs = null, overrideEndsAtMs = null } = contract ?? {};
  let untilMs = (Math.floor(nowMs / minuteMs) + 1) * minuteMs;
  for (const endMs of [expiresAtMs, retiresAtMs, timeZoneChangesAtMs, cancelsAtMs, changesAtMs, overrideEndsAtMs])
    if (endMs !== null && endMs > nowMs && endMs < untilMs) untilMs = endMs;
  return untilMs;
}

/** What limits a key's use of a subscription, whether or not it still may. */
export function describeSubject(credential: Credential, stored: Contract, nowMs: number): Subject {
  const contract = inForce(stored, nowMs);
  const { partnerId, lineageId, capPerDay, capPerMonth } = credential;
  const local = partnerTime(credential, nowMs);
  const plan = plans[credential.plan as Plan]; // written from the names of plans only
  const caps = { perDay: capPerDay, perMonth: capPerMonth };
  return {
    credential,
    contract,
    local,
    windows: quotaWindows({ partnerId, lineageId, dataset: contract.dataset, license: contract, plan, caps }, local),
    spending: spendingWindow(credential, contract, local),
    segment: `${periodStart(contract, local)}.${contract.priceVersion}`,
  };
}

export const isSubject = (found: Subject | Refusal): found is Subject => "credential" in found;

function hasEnded({ revokedAtMs, expiresAtMs, retiresAtMs }: Credential, nowMs: number): boolean {
  return (
    revokedAtMs !== null ||
    (expiresAtMs !== null && expiresAtMs <= nowMs) ||
    (retiresAtMs !== null && retiresAtMs <= nowMs)
  );
}

/** Where only use is paid, the calendar month is the period. */
function periodStart({ billing, anchorDate }: Contract, { day, month }: LocalTime): string {
  return billing === "payg"
    ? `${month.label}-01`
    : billingPeriodStart(anchorDate, billing === "annual" ? 12 : 1, day.label);
}

/** Spending is counted whether it is limited or not, so that a limit set in the middle of a month knows what was spent before. */
function spendingWindow(
  { partnerId, spendingLimit, billingCurrency, mode }: Credential,
  { billing, currency }: Contract,
  { month }: LocalTime,
): QuotaWindow | undefined {
  // A limit is in the billing currency: other money cannot be held against it.
  if (billing !== "payg" || mode === "test" || currency !== billingCurrency) return undefined;
  const limit = spendingLimit === null ? Number.POSITIVE_INFINITY : spendingLimit * 1000;
  return {
    name: "spending-month",
    owner: owners.spending(partnerId),
    window: "month",
    start: month.label,
    limit,
    period: month,
  };
}

/** Thousandths of a minor unit: a price per call, and one per 1 000 rows. */
export function amountMillisOf(
  { credential, contract }: Subject,
  { units, rows }: { units: number; rows: number },
): number {
  if (contract.billing !== "payg" || credential.mode === "test" || units === 0) return 0;
  return 1000 * contract.pricePerCall + rows * contract.pricePer1000Rows;
}
