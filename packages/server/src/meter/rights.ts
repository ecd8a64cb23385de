import { aliasedTable, and, eq, type SQL } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";
import type { Tables } from "../store/tables.ts";

/** A key, its lineage and its partner, as the database has them: what is decided about money is not decided from a cache. */
export type Credential = {
  keyId: string;
  revokedAtMs: number | null;
  expiresAtMs: number | null;
  retiresAtMs: number | null;
  lineageId: string;
  mode: string;
  capPerDay: number | null;
  capPerMonth: number | null;
  partnerId: string;
  partnerStatus: string;
  plan: string;
  timeZone: string;
  timeZoneNext: string | null;
  timeZoneChangesAtMs: number | null;
  spendingLimit: number | null;
  billingCurrency: string;
};

/** A subscription and what its tier allows. */
export type Contract = {
  subscriptionId: string;
  partnerId: string;
  dataset: string;
  status: string;
  billing: string;
  currency: string;
  pricePerCall: number;
  pricePer1000Rows: number;
  priceVersion: number;
  anchorDate: string;
  perDay: number;
  perMonth: number;
  cancelsAtMs: number | null;
  /** From when on the deal is what follows; null for never. */
  changesAtMs: number | null;
  nextBilling: string | null;
  nextPricePerCall: number | null;
  nextPricePer1000Rows: number | null;
  nextAnchorDate: string | null;
  nextPerDay: number | null;
  nextPerMonth: number | null;
  /** Until when an operator's limits hold in place of the tier's; null for never. */
  overrideEndsAtMs: number | null;
  overridePerDay: number | null;
  overridePerMonth: number | null;
};

type Stored<T> = { [Name in keyof T]: Name extends `${string}AtMs` ? Date | null : T[Name] };

export const credentialColumns = ({ keys, lineages, partners }: Tables) =>
  ({
    keyId: keys.id,
    revokedAtMs: keys.revokedAt,
    expiresAtMs: keys.expiresAt,
    retiresAtMs: keys.retiresAt,
    lineageId: lineages.id,
    mode: lineages.mode,
    capPerDay: lineages.capPerDay,
    capPerMonth: lineages.capPerMonth,
    partnerId: partners.id,
    partnerStatus: partners.status,
    plan: partners.plan,
    timeZone: partners.timeZone,
    timeZoneNext: partners.timeZoneNext,
    timeZoneChangesAtMs: partners.timeZoneChangesAt,
    spendingLimit: partners.spendingLimit,
    billingCurrency: partners.billingCurrency,
  }) satisfies Record<keyof Credential, unknown>;

export const contractColumns = ({ subscriptions, licenses }: Tables, nextLicenses: Tables["licenses"]) =>
  ({
    subscriptionId: subscriptions.id,
    partnerId: subscriptions.partnerId,
    dataset: subscriptions.dataset,
    status: subscriptions.status,
    billing: subscriptions.billing,
    currency: subscriptions.currency,
    pricePerCall: subscriptions.pricePerCall,
    pricePer1000Rows: subscriptions.pricePer1000Rows,
    priceVersion: subscriptions.priceVersion,
    anchorDate: subscriptions.anchorDate,
    perDay: licenses.perDay,
    perMonth: licenses.perMonth,
    cancelsAtMs: subscriptions.cancelsAt,
    changesAtMs: subscriptions.changesAt,
    nextBilling: subscriptions.nextBilling,
    nextPricePerCall: subscriptions.nextPricePerCall,
    nextPricePer1000Rows: subscriptions.nextPricePer1000Rows,
    nextAnchorDate: subscriptions.nextAnchorDate,
    nextPerDay: nextLicenses.perDay,
    nextPerMonth: nextLicenses.perMonth,
    overrideEndsAtMs: subscriptions.overrideUntil,
    overridePerDay: subscriptions.overridePerDay,
    overridePerMonth: subscriptions.overridePerMonth,
  }) satisfies Record<keyof Contract, unknown>;

/** The license of the tier that a subscription changes to. */
export const nextLicensesOf = ({ licenses }: Tables) => aliasedTable(licenses, "next_licenses");

export function selectCredentials(db: Db, where: SQL | undefined) {
  const { keys, lineages, partners } = db.t;
  return db
    .select(credentialColumns(db.t))
    .from(keys)
    .innerJoin(lineages, eq(lineages.id, keys.lineageId))
    .innerJoin(partners, eq(partners.id, keys.partnerId))
    .where(where);
}

export function selectContracts(db: Db, where: SQL | undefined) {
  const { subscriptions, licenses } = db.t;
  const next = nextLicensesOf(db.t);
  return db
    .select(contractColumns(db.t, next))
    .from(subscriptions)
    .innerJoin(licenses, and(eq(licenses.dataset, subscriptions.dataset), eq(licenses.tier, subscriptions.tier)))
    .leftJoin(next, and(eq(next.dataset, subscriptions.dataset), eq(next.tier, subscriptions.nextTier)))
    .where(where);
}

/** The rights of one of a partner's keys to one of its subscriptions, inside a transaction that is already open. */
export async function readRights(
  tx: Db,
  { partnerId, keyId, subscriptionId }: { partnerId: string; keyId: string; subscriptionId: string },
) {
  const { keys, subscriptions } = tx.t;
  const [credential] = await selectCredentials(tx, and(eq(keys.id, keyId), eq(keys.partnerId, partnerId)));
  const [contract] = await selectContracts(
    tx,
    and(eq(subscriptions.id, subscriptionId), eq(subscriptions.partnerId, partnerId)),
  );
  return {
    credential: credential && inMilliseconds<Credential>(credential),
    contract: contract && inMilliseconds<Contract>(contract),
  };
}

/** A row with its times in milliseconds. */
export function inMilliseconds<T extends object>(row: Stored<T>): T {
  const fields = Object.entries(row).map(([name, value]) => [name, value instanceof Date ? value.getTime() : value]);
  return Object.fromEntries(fields) as T; // Stored differs from T in its times only
}
