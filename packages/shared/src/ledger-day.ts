import type { DayHead } from "./ledger.ts";

/** What one partner used on one day: the root of the tree over its events' leaves, in order of their ids, and how many they are. */
export type PartnerDay = { day: string; partner_id: string; events: number; root: string };

/** What is signed of a UTC day: the root of the tree over its partners' days, in order of their ids, and where the chains stood. */
export type DaySummary = { day: string; root: string; partners: number; events: number; heads: readonly DayHead[] };

/**
 * The text whose SHA-256 is a partner's leaf in the tree of a day.
 *
 * @example createHash("sha256").update(partnerDayText({ day: "2026-03-10", partner_id, events, root })).digest("hex")
 */
export function partnerDayText({ day, partner_id, events, root }: PartnerDay): string {
  return JSON.stringify(["wizdata-partner-day-1", day, partner_id, events, root]);
}

/**
 * The text that is signed, with Ed25519, once a day is over.
 *
 * @example verify(null, Buffer.from(dayText({ day: "2026-03-10", root, partners, events, heads })), publicKey, signature)
 */
export function dayText({ day, root, partners, events, heads }: DaySummary): string {
  return JSON.stringify(["wizdata-day-1", day, root, partners, events, heads]);
}
