import type { LicenseRow } from "../datasets/licenses-queries.ts";
import { hasSubscribed } from "../datasets/queries.ts";
import { type Ending, endingHeaders, retired } from "../datasets/states.ts";
import type { Feature } from "../datasets/tiers.ts";
import { type Call, ownPartner } from "../http/call.ts";
import { Problem } from "../http/problem.ts";
import type { Memory, RightsMemory } from "../keys/rights-memory.ts";
import type { Part } from "../lake/lake.ts";
import type { Weights } from "../meter/operations.ts";
import { type Zones, zonesOf } from "../meter/zones.ts";
import { type Plan, plans } from "../partners/plans.ts";
import type { Services } from "../services.ts";
import type { StoredPolicy } from "../store/tables-catalog.ts";
import { notAccepted } from "../terms/accepted.ts";
import { openTerms } from "../terms/queries.ts";
import { type GrantRow, readGrant } from "./access-queries.ts";
import type { FilteredVersions } from "./filtered-version.ts";
import { overridden, overrideAt } from "./override.ts";
import { type PublishedVersion, type Standing, versionOf, versionsMemory } from "./published-versions.ts";

export { type PublishedVersion, versionAsOf, versionOf } from "./published-versions.ts";

const accessesMax = 20_000;

type Subscription = NonNullable<GrantRow["subscription"]>;
type PerWindow<Limit> = { perMinute: Limit; perDay: Limit; perMonth: Limit };

/** What a key may do with a dataset now, and the version it sees. */
export type Access = {
  partnerId: string;
  subscriptionId: string;
  dataset: string;
  tier: string;
  features: ReadonlySet<string>;
  /** What its tier sees of the dataset; null is all of it. */
  policy: StoredPolicy | null;
  license: PerWindow<number>;
  plan: { perMinute: number; perDay: number };
  /** The key's own lower limits. */
  caps: PerWindow<number | null>;
  /** What its operations take from the quotas where that is not the usual. */
  weights: Weights | null;
  zones: Zones;
  version: number;
  /** For every answer about the dataset, where its end is announced. */
  ending: Record<string, string> | undefined;
} & Omit<PublishedVersion, "number">;

/**
 * `access` is undefined without a live subscription, where the dataset is retired, and where terms are to be accepted first.
 * From `untilMs` on something else holds: then it is read again.
 */
type Known = {
  access: Access | undefined;
  licenses: LicenseRow[];
  untilMs: number;
  retired?: Ending;
  unaccepted?: number;
};

/** What is remembered of who may do what with which dataset. */
export type Accesses = {
  known: Memory<Known>;
  versions: ReturnType<typeof versionsMemory>;
  /** Whether versions may still be read. Parts never change, and this does. */
  standings: Memory<Standing>;
  filtered: FilteredVersions;
  /** Filtered parts that are being made, by id. */
  filtering: Map<string, Promise<Omit<Part, "partition" | "isCut">>>;
};

export function createAccesses(rights: RightsMemory): Accesses {
  return {
    known: rights.open<Known>(accessesMax),
    versions: versionsMemory(),
    standings: rights.open<Standing>(accessesMax),
    filtered: new Map(),
    filtering: new Map(),
  };
}

/** The right of a partner's key to a dataset, or the problem that says what is missing. */
export async function accessTo(services: Services, call: Call, slug: string, feature?: Feature): Promise<Access> {
  const partnerId = ownPartner(call);
  const { known } = services.accesses;
  const name = `${call.principal.lineageId} ${slug}`;
  const remembered = known.recall(name);
  const isInForce = remembered && services.clock().getTime() < remembered.untilMs;
  const found = isInForce ? remembered : await known.learn(name, () => readAccess(services, call, slug));
  if (!found) throw new Problem("not_found");
  const { access, licenses } = found;
  if (found.retired) throw retired(found.retired);
  if (found.unaccepted !== undefined) throw notAccepted({ dataset: slug, version: found.unaccepted });
  if (!access) throw notSubscribed(partnerId, slug, tiersWith(licenses, feature));
  if (feature !== undefined && !access.features.has(feature)) {
    throw notLicensed(access, feature, tiersWith(licenses, feature));
  }
  call.answerHeaders = access.ending;
  return access;
}

async function readAccess(services: Services, { principal }: Call, slug: string): Promise<Known | undefined> {
  const { db } = services.store;
  const now = services.clock();
  const { partnerId, lineageId } = principal;
  const grant = await readGrant(db, { slug, partnerId: partnerId ?? "", lineageId, now });
  if (!grant) return undefined;
  const { dataset, subscription, licenses } = grant;
  if (dataset.state === "retired") {
    // Who never had it is not told that it was there.
    if (!(await hasSubscribed(db, grant.partner.id, slug))) return undefined;
    return { access: undefined, licenses, untilMs: Number.POSITIVE_INFINITY, retired: dataset };
  }
  // Partners never get here before: a dataset without a version is a draft.
  if (dataset.currentVersion === null) throw new Problem("no_version_published");
  const license = licenses.find(({ tier }) => tier === subscription?.tier);
  if (!subscription || !license) return { access: undefined, licenses, untilMs: Number.POSITIVE_INFINITY };
  const turnMs = nextTurn(subscription, now);
  const open = await openTerms(db, slug, grant.partner.id);
  if (open && open.requiredFrom <= now)
    return { access: undefined, licenses, untilMs: turnMs, unaccepted: open.version };
  const version = await versionOf(services, slug, dataset.currentVersion);
  const untilMs = Math.min(turnMs, open?.requiredFrom.getTime() ?? Number.POSITIVE_INFINITY);
  const limits = overridden(license, overrideAt(subscription, now));
  return { access: toAccess(grant, subscription, { ...license, ...limits }, version), licenses, untilMs };
}

/** When something ordered comes to pass, or something given ends; what has come to pass by now was read as it is. */
function nextTurn({ cancelsAt, changesAt, overrideUntil }: Subscription, now: Date): number {
  const turns = [cancelsAt ?? changesAt, overrideUntil].filter((at) => at !== null && at > now);
  return Math.min(Number.POSITIVE_INFINITY, ...turns.map(Number));
}

function toAccess(
  { dataset, partner, lineage }: GrantRow,
  subscription: Subscription,
  license: LicenseRow,
  { number, definition, parts }: PublishedVersion,
): Access {
  const plan = plans[partner.plan as Plan]; // written from an enum only
  return {
    partnerId: partner.id,
    subscriptionId: subscription.id,
    dataset: dataset.slug,
    tier: license.tier,
    features: new Set(license.features),
    policy: license.policy,
    license: { perMinute: license.perMinute, perDay: license.perDay, perMonth: license.perMonth },
    plan: { perMinute: plan.perMinute, perDay: plan.perDay },
    caps: { perMinute: lineage.capPerMinute, perDay: lineage.capPerDay, perMonth: lineage.capPerMonth },
    weights: dataset.weights,
    zones: zonesOf(partner),
    version: number,
    definition,
    parts,
    ending: endingHeaders(dataset),
  };
}

function tiersWith(licenses: LicenseRow[], feature: Feature | undefined): string[] {
  return licenses.filter(({ features }) => feature === undefined || features.includes(feature)).map(({ tier }) => tier);
}

function notSubscribed(partnerId: string, slug: string, tiers: string[]): Problem {
  return new Problem("subscription_required", {
    detail: `A subscription to ${slug} is needed, of one of the tiers ${tiers.join(", ")}. The operator makes it.`,
    extensions: { tiers },
    next: [`wizdata datasets subscribe ${slug} --partner ${partnerId} --tier ${tiers[0] ?? "…"}`],
  });
}

function notLicensed({ tier, dataset }: Access, feature: Feature, tiers: string[]): Problem {
  return new Problem("feature_not_licensed", {
    detail: `The tier ${tier} of ${dataset} does not include ${feature}. These do: ${tiers.join(", ") || "none"}.`,
    extensions: { tiers },
    next: [`wizdata datasets show ${dataset}`],
  });
}
