import { eventText, type LedgerEvent, MerkleRoot, MerkleTree, partnerDayText } from "@wizdata/shared";
import { sha256 } from "../meter/block.ts";
import { eventsOfDay, idSpan, type ReadEvents } from "./event-pages.ts";

export const leafOf = (event: LedgerEvent): string => sha256(eventText(event));

export type PartnerRoot = { partnerId: string; root: string; events: number };
/** `chained`: how many of the events are in blocks. */
export type DayRoots = { root: string; partners: PartnerRoot[]; events: number; chained: number };

/** What is signed of a day, from its events. It keeps some hashes of each partner, however many events there are. */
export async function rootsOfDay(read: ReadEvents, day: string, slackMs: number): Promise<DayRoots> {
  const byPartner = new Map<string, MerkleRoot>();
  let [events, chained] = [0, 0];
  for await (const page of eventsOfDay(read, day, idSpan(day, slackMs))) {
    for (const event of page) {
      const root = byPartner.get(event.partner_id) ?? new MerkleRoot(sha256);
      byPartner.set(event.partner_id, root);
      root.add(leafOf(event));
      events += 1;
      if (event.chain !== "") chained += 1;
    }
    await breathe();
  }
  const partners = [...byPartner]
    .map(([partnerId, partner]) => ({ partnerId, root: partner.root(), events: partner.size }))
    .sort((one, other) => (one.partnerId < other.partnerId ? -1 : 1));
  return { root: treeOfPartners(day, partners).root(), partners, events, chained };
}

/** The tree of a day, over its partners in order of their ids. */
export function treeOfPartners(day: string, partners: readonly PartnerRoot[]): MerkleTree {
  const tree = new MerkleTree(sha256);
  for (const { partnerId, events, root } of partners)
    tree.add(sha256(partnerDayText({ day, partner_id: partnerId, events, root })));
  return tree;
}

/** Lets the event loop answer whoever waits. */
export const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));
