import type { ProblemCode, ProblemFields } from "../http/problem.ts";
import type { Counts, QuotaWindow } from "./windows.ts";

/** A problem before it is one, as it can be sent between threads. */
export type Refusal = { code: ProblemCode; fields: Omit<ProblemFields, "cause"> };

/** Of several windows that are full the one that is full longest: waiting for another would not help. */
export function refuseQuota(
  full: readonly { window: QuotaWindow; counts: Counts }[],
  units: number,
  nowMs: number,
): Refusal | undefined {
  const [first, ...others] = full;
  if (!first) return undefined;
  const { window, counts } = others.reduce(
    (last, next) => (next.window.period.endMs > last.window.period.endMs ? next : last),
    first,
  );
  const { name, limit, period } = window;
  const remaining = Math.max(0, limit - counts.used - counts.held);
  const reserved = counts.held > 0 ? `, and ${counts.held} are reserved by exports` : "";
  const asked = units > 1 ? `This takes ${units} of ${remaining} that remain.` : "Nothing remains.";
  const resetsAt = new Date(period.endMs).toISOString();
  return {
    code: "quota_exceeded",
    fields: {
      detail: `${name} allows ${limit} a ${window.window}: ${counts.used} are used${reserved}. ${asked} It resets at ${resetsAt}; ${remedyOf(name)} sooner.`,
      next: ["wizdata usage limits"],
      retryAfterSeconds: secondsUntil(period.endMs, nowMs),
      extensions: { limit: { name, quota: limit, remaining, resets_at: resetsAt } },
    },
  };
}

function remedyOf(name: string): string {
  if (name.startsWith("license-")) return "a higher tier of the dataset allows more";
  if (name.startsWith("plan-")) return "a larger plan allows more";
  return "a key without this cap allows more";
}

/** `spentMillis` and the limit are thousandths of a minor unit, as amounts are kept. */
export function refuseSpending(window: QuotaWindow, spentMillis: number, currency: string, nowMs: number): Refusal {
  const { name, limit, period } = window;
  const resetsAt = new Date(period.endMs).toISOString();
  const quota = limit / 1000;
  return {
    code: "spending_limit_reached",
    fields: {
      detail: `This would pass the monthly spending limit of ${quota} minor units of ${currency}. It resets at ${resetsAt}; the operator can raise it sooner.`,
      next: ["wizdata usage report --by dataset"],
      retryAfterSeconds: secondsUntil(period.endMs, nowMs),
      extensions: {
        limit: { name, quota, remaining: Math.max(0, Math.floor((limit - spentMillis) / 1000)), resets_at: resetsAt },
      },
    },
  };
}

const secondsUntil = (endMs: number, nowMs: number) => Math.max(1, Math.ceil((endMs - nowMs) / 1000));

export const refusals = {
  unauthenticated: { code: "unauthenticated", fields: {} },
  suspended: { code: "partner_suspended", fields: { detail: "Ask the operator to reactivate it." } },
  unsubscribed: {
    code: "subscription_required",
    fields: { detail: "The subscription has ended.", next: ["wizdata subscriptions list"] },
  },
} as const satisfies Record<string, Refusal>;
