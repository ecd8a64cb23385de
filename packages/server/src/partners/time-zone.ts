import { Problem } from "../http/problem.ts";
import { partnerTime, zoneAt, zonesOf } from "../meter/zones.ts";
import type { Db } from "../store/store.ts";
import { reschedulePending } from "../subscriptions/reschedule.ts";
import { firstSubscription } from "./onboarding-queries.ts";
import type { PartnerRow } from "./queries.ts";

/** The evening of a change may still be a day that is over; until all of that is past there is no other change. */
const settledMs = 3 * 86_400_000;

/**
 * What it takes for a partner's days to begin elsewhere. Its limits count in the month under way, so that one ends where it
 * would have; who never had a subscription has counted nothing and changes at once.
 */
export async function orderTimeZone(
  tx: Db,
  before: PartnerRow,
  wanted: string,
  now: Date,
): Promise<Partial<PartnerRow>> {
  const zones = zonesOf(before);
  const inForce = zoneAt(zones, now.getTime());
  const changedAt = before.timeZoneChangesAt;
  const isPending = changedAt !== null && changedAt > now;
  if (wanted === inForce && !isPending) return {};
  if (changedAt && !isPending && now.getTime() - changedAt.getTime() < settledMs) throw justChanged(inForce, changedAt);
  const isAtOnce = wanted === inForce || (await firstSubscription(tx, before.id)) === undefined;
  const changes = isAtOnce
    ? { timeZone: wanted, timeZoneNext: null, timeZoneChangesAt: null }
    : {
        timeZone: inForce,
        timeZoneNext: wanted,
        timeZoneChangesAt: new Date(partnerTime(zones, now.getTime()).month.endMs),
      };
  await reschedulePending(tx, before.id, zonesOf({ ...before, ...changes }), now);
  return changes;
}

function justChanged(zone: string, changedAt: Date): Problem {
  const from = new Date(changedAt.getTime() + settledMs).toISOString();
  return new Problem("conflict", {
    detail: `The time zone has been ${zone} since ${changedAt.toISOString()}. Order another from ${from} on.`,
    errors: [{ path: "time_zone", message: "changed too short a time ago" }],
  });
}
