import type { Call } from "../http/call.ts";
import { invalidRequest } from "../http/problem.ts";
import type { Services } from "../services.ts";
import { alter } from "./alter.ts";
import { nothingOverridden, overriding } from "./override.ts";
import type { NewLimitsOverride, Subscription } from "./schemas.ts";

const overrideDaysMax = 5 * 366;
const dayMs = 86_400_000;

/** Limits in place of the tier's from the next request on, until an instant. They belong to the subscription: a change of tier leaves them. */
export function overrideLimits(
  services: Services,
  call: Call,
  id: string,
  { per_minute, per_day, per_month, reason, until }: NewLimitsOverride,
): Promise<Subscription> {
  return alter(services, call, id, "subscription.limits_overridden", async ({ now }) => {
    if (until <= now) throw wrongEnd("must be in the future");
    if (until.getTime() > now.getTime() + overrideDaysMax * dayMs)
      throw wrongEnd("must be within five years: what holds for longer is another license");
    return overriding({
      perMinute: per_minute ?? null,
      perDay: per_day ?? null,
      perMonth: per_month ?? null,
      until,
      reason,
    });
  });
}

/** Back to the limits of the tier, from the next request on. */
export function restoreLimits(services: Services, call: Call, id: string): Promise<Subscription> {
  return alter(services, call, id, "subscription.limits_restored", async () => nothingOverridden);
}

const wrongEnd = (message: string) => invalidRequest([{ path: "until", message }]);
