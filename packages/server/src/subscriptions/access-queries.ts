import { selectLicenses } from "../datasets/licenses-queries.ts";
import { slugForm } from "../datasets/schemas.ts";
import { type Tier, tierNames } from "../datasets/tiers.ts";
import { and, eq, ne } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";
import { isLiveAt, tierAt } from "./in-force.ts";
import { overrideColumns } from "./override.ts";

export type GrantRow = NonNullable<Awaited<ReturnType<typeof selectGrant>>>;

type Who = { slug: string; partnerId: string; lineageId: string; now: Date };

/** All that decides a key's right to a dataset that is no draft; undefined where there is no such dataset. */
export async function readGrant(db: Db, who: Who) {
  if (!slugForm.test(who.slug)) return undefined;
  const [grant, licenses] = [await selectGrant(db, who), await selectLicenses(db, who.slug)];
  const inOrder = tierNames.flatMap((name) => licenses.filter(({ tier }) => tier === name));
  return grant && { ...grant, licenses: inOrder };
}

async function selectGrant(db: Db, { slug, partnerId, lineageId, now }: Who) {
  const { datasets, partners, lineages, subscriptions } = db.t;
  const [row] = await db
    .select({
      dataset: {
        slug: datasets.slug,
        state: datasets.state,
        currentVersion: datasets.currentVersion,
        weights: datasets.weights,
        deprecatedAt: datasets.deprecatedAt,
        sunsetAt: datasets.sunsetAt,
        retiredAt: datasets.retiredAt,
        successor: datasets.successor,
      },
      partner: {
        id: partners.id,
        plan: partners.plan,
        timeZone: partners.timeZone,
        timeZoneNext: partners.timeZoneNext,
        timeZoneChangesAt: partners.timeZoneChangesAt,
      },
      lineage: {
        capPerMinute: lineages.capPerMinute,
        capPerDay: lineages.capPerDay,
        capPerMonth: lineages.capPerMonth,
      },
      subscription: {
        id: subscriptions.id,
        tier: tierAt(db.t, now),
        cancelsAt: subscriptions.cancelsAt,
        changesAt: subscriptions.changesAt,
        ...overrideColumns(db.t),
      },
    })
    .from(datasets)
    .innerJoin(partners, eq(partners.id, partnerId))
    .innerJoin(lineages, and(eq(lineages.id, lineageId), eq(lineages.partnerId, partners.id)))
    .leftJoin(
      subscriptions,
      and(eq(subscriptions.partnerId, partners.id), eq(subscriptions.dataset, datasets.slug), isLiveAt(db.t, now)),
    )
    .where(and(eq(datasets.slug, slug), ne(datasets.state, "draft")));
  return row;
}

/** The tier that a partner has of a dataset, if any. */
export async function subscribedTier(
  db: Db,
  partnerId: string | null,
  slug: string,
  now: Date,
): Promise<Tier | undefined> {
  const { subscriptions } = db.t;
  if (partnerId === null) return undefined;
  const [row] = await db
    .select({ tier: tierAt(db.t, now) })
    .from(subscriptions)
    .where(and(eq(subscriptions.partnerId, partnerId), eq(subscriptions.dataset, slug), isLiveAt(db.t, now)));
  return tierNames.find((tier) => tier === row?.tier);
}
