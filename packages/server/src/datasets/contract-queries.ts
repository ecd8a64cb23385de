import { and, asc, eq, inArray, sql } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";
import { isLiveAt, tierAt } from "../subscriptions/in-force.ts";
import type { BrokenExports, BrokenSubscriptions } from "./contract-schemas.ts";

const namedMax = 20;
const lookedAtMax = 10_000;

/** Live subscriptions whose tier sees one of the columns. */
export async function brokenSubscriptions(
  db: Db,
  slug: string,
  names: readonly string[],
  now: Date,
): Promise<BrokenSubscriptions> {
  if (names.length === 0) return { total: 0, first: [] };
  const { subscriptions, licenses } = db.t;
  const rows = await db
    .select({
      id: subscriptions.id,
      partner_id: subscriptions.partnerId,
      tier: tierAt(db.t, now),
      policy: licenses.policy,
    })
    .from(subscriptions)
    .leftJoin(
      licenses,
      and(eq(licenses.dataset, subscriptions.dataset), eq(licenses.tier, sql`(${tierAt(db.t, now)})`)),
    )
    .where(and(eq(subscriptions.dataset, slug), isLiveAt(db.t, now)))
    .orderBy(asc(subscriptions.id))
    .limit(lookedAtMax);
  const broken = rows.filter(({ policy }) => {
    const seen = policy?.columns;
    return !seen || names.some((name) => seen.includes(name));
  });
  return {
    total: broken.length,
    first: broken.slice(0, namedMax).map(({ id, partner_id, tier }) => ({ id, partner_id, tier })),
  };
}

/** Exports, under way or ready, whose query names one of the columns: ordered again, they would be refused. */
export async function brokenExports(db: Db, slug: string, names: readonly string[]): Promise<BrokenExports> {
  if (names.length === 0) return { total: 0, first: [] };
  const { exports } = db.t;
  const rows = await db
    .select({ id: exports.id, partner_id: exports.partnerId, status: exports.status, query: exports.query })
    .from(exports)
    .where(and(eq(exports.dataset, slug), inArray(exports.status, ["queued", "running", "ready"])))
    .orderBy(asc(exports.id))
    .limit(lookedAtMax);
  const broken = rows.filter(({ query: { columns, filters } }) =>
    [...(columns ?? []), ...filters.map(({ column }) => column)].some((name) => names.includes(name)),
  );
  return {
    total: broken.length,
    first: broken.slice(0, namedMax).map(({ id, partner_id, status }) => ({ id, partner_id, status })),
  };
}
