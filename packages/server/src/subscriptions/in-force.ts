import { and, eq, gt, inArray, isNull, lte, or, type SQL, sql } from "../store/drizzle.ts";
import type { Tables } from "../store/tables.ts";
import { liveStatuses, type Status } from "./statuses.ts";

// The same as `asOf` in deal.ts, for what the database is asked.

/** Whether a subscription gives a right at a moment. */
export const isLiveAt = ({ subscriptions }: Tables, now: Date): SQL | undefined =>
  and(inArray(subscriptions.status, liveStatuses), isUncanceledAt(subscriptions.cancelsAt, now));

export function hasStatusAt({ subscriptions }: Tables, status: Status, now: Date): SQL | undefined {
  const { status: stored, cancelsAt } = subscriptions;
  if (status === "canceled") return or(eq(stored, status), lte(cancelsAt, now));
  return and(eq(stored, status), isUncanceledAt(cancelsAt, now));
}

/** The tier it has at a moment. */
export const tierAt = ({ subscriptions: { tier, nextTier, changesAt } }: Tables, now: Date): SQL<string> =>
  sql<string>`case when ${lte(changesAt, now)} then ${nextTier} else ${tier} end`;

const isUncanceledAt = (cancelsAt: Tables["subscriptions"]["cancelsAt"], now: Date) =>
  or(isNull(cancelsAt), gt(cancelsAt, now));
