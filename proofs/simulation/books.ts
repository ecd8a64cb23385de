import { datasets, type Listed, type Slug, slugs, type Tier, tiers } from "./market.ts";
import type { Life } from "./platform.ts";

// What is known outside of the server: what its clients were told, and what its operator ordered. Nothing here asks the server.

export type Key = { id: string; secret: string; isRevoked: boolean; retiresAtMs: number | null };
export type Lineage = {
  id: string;
  caps: { day: number | null; month: number | null } /** The newest last. */;
  keys: Key[];
};
export type Deal = {
  id: string;
  tier: Tier;
  override: { perDay: number; perMonth: number; untilMs: number } | null;
};
export type Partner = {
  id: string;
  zone: string;
  isSuspended: boolean;
  lineages: Lineage[];
  deals: Record<Slug, Deal | null>;
};

/** A logical call: what a client wants to know, however often it has to ask. */
export type Call = { id: string; partner: Partner; lineage: Lineage; slug: Slug; rows: number };

/** An answer that the server made with a receipt. Safe: that it left has been stored, so no crash can take it back. */
export type Answer = { receipt: string; callId: string; life: Life; hasLeft: boolean; isSafe: boolean };

export class Books {
  readonly partners: Partner[];
  readonly answers = new Map<string, Answer>();
  /** Whole answers that a client has, by receipt. */
  readonly received = new Map<string, { call: Call; rows: number }>();
  /** Calls that their client may make again. */
  readonly unanswered: Call[] = [];
  readonly exports: string[] = [];
  readonly crashed = new Set<Life>();
  /** Calls whose client had gone when their answer was handed over: nobody has it, and it has left. */
  readonly gone = new Set<string>();

  constructor(partners: readonly Listed[]) {
    this.partners = partners.map(({ id, zone, subscriptions, lineageId, keyId, secret }) => ({
      ...{ id, zone, isSuspended: false },
      lineages: [
        {
          id: lineageId,
          caps: { day: null, month: null },
          keys: [{ id: keyId, secret, isRevoked: false, retiresAtMs: null }],
        },
      ],
      deals: { light: dealOf(subscriptions.light), heavy: dealOf(subscriptions.heavy) },
    }));
  }

  /** What has left by now can no longer be taken back, except what this commit says has not. */
  noteStored(life: Life, pending: ReadonlySet<string>): void {
    for (const answer of this.answers.values())
      if (answer.life === life && answer.hasLeft && !pending.has(answer.receipt)) answer.isSafe = true;
  }

  answersTo(callId: string): Answer[] {
    return [...this.answers.values()].filter((answer) => answer.callId === callId);
  }
}

export const dealOf = (id: string): Deal => ({ id, tier: "basic", override: null });

export const worksAt = ({ isRevoked, retiresAtMs }: Key, nowMs: number): boolean =>
  !isRevoked && (retiresAtMs === null || nowMs < retiresAtMs);

/** The day that a wall clock in this zone shows. */
export function dateIn(zone: string, atMs: number): string {
  const known = formats.get(zone);
  const format = known ?? new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" });
  if (!known) formats.set(zone, format);
  return format.format(atMs);
}
const formats = new Map<string, Intl.DateTimeFormat>();

export type Window = { counter: string; limit: number };

/** Every day and month that a call counts in, and how much each may hold. */
export function windowsOf(partner: Partner, lineage: Lineage, slug: Slug, nowMs: number): Window[] {
  const deal = partner.deals[slug];
  if (!deal) return [];
  const day = dateIn(partner.zone, nowMs);
  const month = day.slice(0, 7);
  const { perDay, perMonth } = deal.override && nowMs < deal.override.untilMs ? deal.override : tiers[deal.tier];
  const license = `license:${partner.id}:${slug}`;
  const windows = [
    { counter: `${license} day ${day}`, limit: perDay },
    { counter: `${license} month ${month}`, limit: perMonth },
  ];
  const { caps } = lineage;
  if (caps.day !== null) windows.push({ counter: `key:${lineage.id} day ${day}`, limit: caps.day });
  if (caps.month !== null) windows.push({ counter: `key:${lineage.id} month ${month}`, limit: caps.month });
  return windows;
}

export const unitsOf = (slug: Slug, operation: "query" | "export") => datasets[slug][operation];
export const slugAt = (index: number): Slug => slugs[index % slugs.length] ?? "light";
