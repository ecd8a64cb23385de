import assert from "node:assert/strict";
import { dealOf, type Lineage, type Partner, slugAt, unitsOf, windowsOf, worksAt } from "./books.ts";
import { pick } from "./calls.ts";
import type { Doom, History } from "./history.ts";
import type { Tier } from "./market.ts";
import type { Reply } from "./wire.ts";

/** What may go wrong with an order: its first answer is lost, or the server dies of it. */
export type Luck = { isLost: boolean; doom?: Doom | undefined };
type Order = { partner: number; luck: Luck };

export async function createKey(
  history: History,
  { partner: at, luck, caps }: Order & { caps: { day: number; month: number } | null },
): Promise<void> {
  const partner = pick(history.books.partners, at);
  const body = { name: "more", ...(caps && { caps: { per_day: caps.day, per_month: caps.month } }) };
  const made = await history.operate({ method: "POST", path: `/partners/${partner.id}/keys`, body }, luck);
  expectStatus(made, 201);
  const key = { id: made.body.id, secret: made.body.secret, isRevoked: false, retiresAtMs: null };
  partner.lineages.push({ id: made.body.lineage_id, caps: caps ?? { day: null, month: null }, keys: [key] });
}

type OfLineage = Order & { lineage: number };

/** No limit notices. */
export async function rotateKey(
  history: History,
  { partner: at, lineage: which, luck, overlapSeconds }: OfLineage & { overlapSeconds: number },
): Promise<void> {
  const { time } = history;
  const { partner, lineage, key } = newestKey(history, at, which);
  const nowMs = time.nowMs;
  const before = await limitsOf(history, partner);
  const path = `/keys/${key.id}/rotate`;
  const rotated = await history.operate({ method: "POST", path, body: { overlap_seconds: overlapSeconds } }, luck);
  if (key.isRevoked || key.retiresAtMs !== null) return expectStatus(rotated, 409);
  expectStatus(rotated, 201);
  // When it died of the order, the order may have been carried out by the process after it.
  const atMs = rotated.body.predecessor
    ? Date.parse(rotated.body.predecessor.retires_at) - overlapSeconds * 1_000
    : nowMs;
  retireAll(lineage, atMs);
  key.retiresAtMs = atMs + overlapSeconds * 1_000;
  lineage.keys.push({ id: rotated.body.id, secret: rotated.body.secret, isRevoked: false, retiresAtMs: null });
  if (!luck.doom) assert.deepEqual(await limitsOf(history, partner), before, "a rotation changed a limit");
}

export async function revokeKey(history: History, { partner: at, lineage: which, luck }: OfLineage): Promise<void> {
  const { lineage, key } = newestKey(history, at, which);
  const revoked = await history.operate({ method: "POST", path: `/keys/${key.id}/revoke` }, luck);
  if (key.isRevoked) return expectStatus(revoked, 409);
  expectStatus(revoked, 200);
  retireAll(lineage, Date.parse(revoked.body.revoked_at));
  key.isRevoked = true;
}

export async function retireKey(history: History, { partner: at, lineage: which, luck }: OfLineage): Promise<void> {
  const { lineage, key } = newestKey(history, at, which);
  const retired = await history.operate({ method: "POST", path: `/keys/${key.id}/retire` }, luck);
  if (retired.status === 409) return assert.equal(retired.body.code, "no_overlap");
  expectStatus(retired, 200);
  const old = lineage.keys.find(({ id }) => id === retired.body.id);
  assert.ok(old && old !== key, "another key was retired");
  old.retiresAtMs = Date.parse(retired.body.retires_at);
}

type OfDeal = Order & { dataset: number };

export async function changeTier(
  history: History,
  { partner: at, dataset, luck, tier }: OfDeal & { tier: Tier },
): Promise<void> {
  const deal = pick(history.books.partners, at).deals[slugAt(dataset)];
  if (!deal || deal.tier === tier) return;
  const path = `/subscriptions/${deal.id}/change`;
  expectStatus(await history.operate({ method: "POST", path, body: { tier, when: "now" } }, luck), 200);
  deal.tier = tier;
}

export async function overrideLimits(
  history: History,
  { partner: at, dataset, perDay, hours, luck }: OfDeal & { perDay: number; hours: number },
): Promise<void> {
  const deal = pick(history.books.partners, at).deals[slugAt(dataset)];
  if (!deal) return;
  const untilMs = history.time.nowMs + hours * 3_600_000;
  const perMonth = perDay * 3;
  const body = { per_day: perDay, per_month: perMonth, reason: "Agreed", until: new Date(untilMs).toISOString() };
  const path = `/subscriptions/${deal.id}/limits`;
  expectStatus(await history.operate({ method: "PUT", path, body }, luck), 200);
  deal.override = { perDay, perMonth, untilMs };
}

export async function suspend(history: History, { partner: at, luck }: Order): Promise<void> {
  const partner = pick(history.books.partners, at);
  const path = `/partners/${partner.id}/${partner.isSuspended ? "reactivate" : "suspend"}`;
  expectStatus(await history.operate({ method: "POST", path }, luck), 200);
  partner.isSuspended = !partner.isSuspended;
}

/** Ends a subscription, or subscribes again: what was used stays used. */
export async function resubscribe(history: History, { partner: at, dataset, luck }: OfDeal): Promise<void> {
  const partner = pick(history.books.partners, at);
  const slug = slugAt(dataset);
  const deal = partner.deals[slug];
  if (deal) {
    expectStatus(
      await history.operate({ method: "POST", path: `/subscriptions/${deal.id}/cancel`, body: {} }, luck),
      200,
    );
    partner.deals[slug] = null;
    return;
  }
  const body = { partner_id: partner.id, tier: "basic", billing: "monthly" };
  const made = await history.operate({ method: "POST", path: `/datasets/${slug}/subscribe`, body }, luck);
  expectStatus(made, 201);
  partner.deals[slug] = dealOf(made.body.id);
}

/** An export reserves its units when it is ordered. It waits for ever here: no file is made. */
export async function orderExport(
  history: History,
  { partner: at, lineage: which, dataset }: OfDeal & { lineage: number },
): Promise<void> {
  const { books, wire, time } = history;
  const { partner, lineage, key } = newestKey(history, at, which);
  const slug = slugAt(dataset);
  const before = await history.verify();
  const body = { dataset: slug, format: "csv" };
  const ordered = await wire.send({ method: "POST", path: "/exports", key: key.secret, body });
  assert.ok(ordered, "an order has no answer from a server that lives");
  if (!worksAt(key, time.nowMs)) return expectStatus(ordered, 401);
  if (partner.isSuspended || !partner.deals[slug]) return expectStatus(ordered, 403);
  const units = unitsOf(slug, "export");
  const fits = windowsOf(partner, lineage, slug, time.nowMs).every(({ counter, limit }) => {
    const { used, held } = before.counters.get(counter) ?? { used: 0, held: 0 };
    return used + held + units <= limit;
  });
  if (ordered.body.code === "too_many") return expectStatus(ordered, 429);
  expectStatus(ordered, fits ? 202 : 429);
  if (fits) books.exports.push(ordered.body.id);
}

export async function cancelExport(history: History, { which, luck }: { which: number; luck: Luck }): Promise<void> {
  const { exports } = history.books;
  if (exports.length === 0) return;
  const id = pick(exports, which);
  expectStatus(await history.operate({ method: "POST", path: `/exports/${id}/cancel` }, luck), 200);
  exports.splice(exports.indexOf(id), 1);
}

function newestKey({ books }: History, at: number, which: number) {
  const partner = pick(books.partners, at);
  const lineage = pick(partner.lineages, which);
  return { partner, lineage, key: pick(lineage.keys, lineage.keys.length - 1) };
}

/** Whatever of a lineage is in its overlap ends now. */
function retireAll({ keys }: Lineage, atMs: number): void {
  for (const key of keys)
    if (!key.isRevoked && key.retiresAtMs !== null && key.retiresAtMs > atMs) key.retiresAtMs = atMs;
}

async function limitsOf(history: History, { id }: Partner): Promise<unknown> {
  const { body } = await history.operate({ method: "GET", path: `/usage/limits?partner_id=${id}` });
  return body.data;
}

function expectStatus({ status, body }: Reply, wanted: number): void {
  assert.equal(status, wanted, `${status} ${body?.code ?? ""} ${body?.detail ?? ""}`);
}
