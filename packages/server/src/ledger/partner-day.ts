import { type Inclusion, type LedgerEvent, MerkleTree } from "@wizdata/shared";
import { idTime } from "../clock.ts";
import { Problem } from "../http/problem.ts";
import { sha256 } from "../meter/block.ts";
import type { Db } from "../store/store.ts";
import { breathe, leafOf, treeOfPartners } from "./day-roots.ts";
import { type ChainedEvent, eventsOfDay, idSpan, type ReadEvents, slacksMs } from "./event-pages.ts";
import { isArchived, type PartnerDayRow, readEvents, selectPartnerDays } from "./queries.ts";

/** A power of two, so that a part's root is a node of the whole tree. */
const partEventsMax = 512;

type Part = { firstId: string; lastId: string; events: number };
/** A partner's signed day without its events: its proof in the day, where they are found again, and the upper nodes of their tree. */
export type PartnerDay = {
  day: string;
  partnerId: string;
  proof: Inclusion & { root: string; events: number };
  parts: Part[];
  top: MerkleTree;
};
export type ProvenEvent = { event: LedgerEvent; proof: Inclusion };

/** Reads a partner's day to its end, once. undefined when the partner has no events on it. */
async function readPartnerDay(db: Db, day: string, partnerId: string): Promise<PartnerDay | undefined> {
  const partners = await selectPartnerDays(db, day);
  const at = partners.findIndex((partner) => partner.partnerId === partnerId);
  const signed = partners[at];
  if (!signed) return undefined;
  if (await isArchived(db, day)) throw notReadable(`The events of ${day} are in the archive.`);
  const { root, events } = signed;
  const proof = { root, events, ...treeOfPartners(day, partners).inclusion(at) };
  for (const slackMs of slacksMs) {
    const { parts, top } = await partsOfDay(readEvents(db), signed, slackMs);
    if (top.root() === root) return { day, partnerId, proof, parts, top };
  }
  throw notReadable(`The events of ${day} are not those that were signed: the operator has to run a check.`);
}

const notReadable = (detail: string) => new Problem("ledger_not_readable", { detail });

async function partsOfDay(read: ReadEvents, { day, partnerId }: PartnerDayRow, slackMs: number) {
  const parts: Part[] = [];
  const top = new MerkleTree(sha256);
  let open: ChainedEvent[] = [];
  const close = () => {
    const [first, last] = [open[0], open.at(-1)];
    if (!first || !last) return;
    parts.push({ firstId: first.id, lastId: last.id, events: open.length });
    top.addNode(treeOf(open).root());
    open = [];
  };
  for await (const page of eventsOfDay(read, day, idSpan(day, slackMs), partnerId)) {
    for (const event of page) if (open.push(event) === partEventsMax) close();
    await breathe();
  }
  close();
  return { parts, top };
}

function treeOf(events: readonly LedgerEvent[]): MerkleTree {
  const tree = new MerkleTree(sha256);
  for (const event of events) tree.add(leafOf(event));
  return tree;
}

/** The events from this place on, with their proofs. */
export async function proveEvents(db: Db, partnerDay: PartnerDay, from: number, limit: number): Promise<ProvenEvent[]> {
  const proven: ProvenEvent[] = [];
  for (let part = Math.floor(from / partEventsMax); part < partnerDay.parts.length && proven.length < limit; part++) {
    const skipped = Math.max(0, from - part * partEventsMax);
    proven.push(...(await provePart(db, partnerDay, part)).slice(skipped, skipped + limit - proven.length));
  }
  return proven;
}

/** undefined when it is no event of this day. */
export async function proveEvent(db: Db, partnerDay: PartnerDay, id: string): Promise<ProvenEvent | undefined> {
  const part = partnerDay.parts.findIndex(({ firstId, lastId }) => id >= firstId && id <= lastId);
  return part < 0 ? undefined : (await provePart(db, partnerDay, part)).find(({ event }) => event.id === id);
}

async function provePart(db: Db, { day, partnerId, parts, top }: PartnerDay, at: number): Promise<ProvenEvent[]> {
  const { firstId = "", lastId = "" } = parts[at] ?? {};
  const span = { fromMs: idTime(firstId), toMs: idTime(lastId) + 1 };
  const events: LedgerEvent[] = [];
  for await (const page of eventsOfDay(readEvents(db), day, span, partnerId)) {
    for (const { chain: _chain, block: _block, ...event } of page)
      if (event.id >= firstId && event.id <= lastId) events.push(event);
    await breathe();
  }
  const tree = treeOf(events);
  const above = top.inclusion(at).path;
  return events.map((event, place) => ({
    event,
    proof: { index: at * partEventsMax + place, path: [...tree.inclusion(place).path, ...above] },
  }));
}

const rememberedMax = 100;

export type PartnerDays = {
  /** undefined when the partner has no events on this signed day. */
  find(day: string, partnerId: string): Promise<PartnerDay | undefined>;
};

/** Remembers the days that were asked for last, so that the pages of one do not each read it all. What is signed never changes. */
export function createPartnerDays(db: Db): PartnerDays {
  const known = new Map<string, Promise<PartnerDay | undefined>>();
  return {
    find(day, partnerId) {
      const key = `${day} ${partnerId}`;
      const reading = known.get(key) ?? readPartnerDay(db, day, partnerId);
      known.delete(key);
      known.set(key, reading);
      const [oldest] = known.keys();
      if (known.size > rememberedMax && oldest !== undefined) known.delete(oldest);
      reading.catch(() => known.get(key) === reading && known.delete(key));
      return reading;
    },
  };
}
