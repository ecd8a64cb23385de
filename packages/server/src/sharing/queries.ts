import { and, asc, eq, gte, inArray, isNotNull, lte } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";
import { isLiveAt, tierAt } from "../subscriptions/in-force.ts";

export type SharedVersion = { number: number; publishedAt: Date; state: string };

/** What a partner has live subscriptions to, by slug, with what each of their tiers allows. */
export function selectSubscribed(
  db: Db,
  partnerId: string,
  now: Date,
): Promise<{ slug: string; features: string[] }[]> {
  const { datasets, licenses, subscriptions } = db.t;
  return db
    .select({ slug: datasets.slug, features: licenses.features })
    .from(subscriptions)
    .innerJoin(datasets, eq(datasets.slug, subscriptions.dataset))
    .innerJoin(licenses, and(eq(licenses.dataset, datasets.slug), eq(licenses.tier, tierAt(db.t, now))))
    .where(
      and(
        eq(subscriptions.partnerId, partnerId),
        isLiveAt(db.t, now),
        inArray(datasets.state, ["published", "deprecated"]),
        isNotNull(datasets.currentVersion),
      ),
    )
    .orderBy(asc(datasets.slug));
}

/** Versions that have been the current one, up to the one that is it now; oldest first. */
export async function selectHistory(
  db: Db,
  slug: string,
  { current, since }: { current: number; since?: Date },
): Promise<SharedVersion[]> {
  const { versions } = db.t;
  const { number, publishedAt, state } = versions;
  const rows = await db
    .select({ number, publishedAt, state })
    .from(versions)
    .where(
      and(
        eq(versions.dataset, slug),
        lte(number, current),
        isNotNull(publishedAt),
        since === undefined ? undefined : gte(publishedAt, since),
      ),
    )
    .orderBy(asc(number));
  return rows.flatMap((row) => (row.publishedAt === null ? [] : [{ ...row, publishedAt: row.publishedAt }]));
}

/** Whether a file's link may still be followed: the state of its version, its length, and whether the partner may have it. */
export async function findLinkedPart(
  db: Db,
  { slug, version, sha256, partnerId }: { slug: string; version: number; sha256: string; partnerId: string },
  now: Date,
) {
  const { parts, versions, subscriptions } = db.t;
  const [row] = await db
    .select({ bytes: parts.bytes, version: versions })
    .from(parts)
    .innerJoin(versions, and(eq(versions.dataset, slug), eq(versions.number, version)))
    .innerJoin(
      subscriptions,
      and(eq(subscriptions.partnerId, partnerId), eq(subscriptions.dataset, slug), isLiveAt(db.t, now)),
    )
    .where(eq(parts.sha256, sha256));
  return row;
}
