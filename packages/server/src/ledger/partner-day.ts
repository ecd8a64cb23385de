import { type Inclusion, type LedgerEvent, MerkleTree } from "@wizdata/shared";
import { idTime } from "../clock.ts";
import { Problem } from "../http/problem.ts";
import { sha256 } from "../meter/block.ts";
import { breathe, leafOf, treeOfPartners } from "./day-roots.ts";
import { type ChainedEvent, idSpan, slacksMs } from "./event-pages.ts";
import { partnerEventsOfDay, type Reading } from "./partner-events.ts";
import { type PartnerDayRow, selectPartnerDays } from "./queries.ts";

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
async function readPartnerDay(reading: Reading, day: string, partnerId: string): Promise<PartnerDay | undefined> {
  const partners = await selectPartnerDays(reading.store.db, day);
  const at = partners.findIndex((partner) => partner.partnerId === partnerId);
  const signed = partners[at];
  if (!signed) return undefined;
  const { root, events } = signed;
  const proof = { root, events, ...treeOfPartners(day, partners).inclusion(at) };
  for (const slackMs of slacksMs) {
    const { parts, top } = await partsOfDay(reading, signed, slackMs);
    if (top.root() === root) return { day, partnerId, proof, parts, top };
  }
  throw notAsSigned(day);
}

const notAsSigned = (day: string) =>
  new Problem("ledger_not_readable", {
    detail: `The events of ${day} are not those that were signed: the operator has to run a check.`,
  });

async function partsOfDay(reading: Reading, { day, partnerId }: PartnerDayRow, slackMs: number) {
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
  for await (const page of partnerEventsOfDay(reading, day, idSpan(day, slackMs), partnerId)) {
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
export async function proveEvents(
  reading: Reading,
  partnerDay: PartnerDay,
  from: number,
  limit: number,
): Promise<ProvenEvent[]> {
  const proven: ProvenEvent[] = [];
  for (let part = Math.floor(from / partEventsMax); part < partnerDay.parts.length && proven.length < limit; part++) {
    const skipped = Math.max(0, from - part * partEventsMax);
    proven.push(...(await provePart(reading, partnerDay, part)).slice(skipped, skipped + limit - proven.length));
  }
  return proven;
}

/** undefined when it is no event of this day. */
export async function proveEvent(
  reading: Reading,
  partnerDay: PartnerDay,
  id: string,
): Promise<ProvenEvent | undefined> {
  const part = partnerDay.parts.findIndex(({ firstId, lastId }) => id >= firstId && id <= lastId);
  return part < 0 ? undefined : (await provePart(reading, partnerDay, part)).find(({ event }) => event.id === id);
}

async function provePart(
  reading: Reading,
  { day, partnerId, parts, top }: PartnerDay,
  at: number,
): Promise<ProvenEvent[]> {
  const { firstId = "", lastId = "", events: expected = 0 } = parts[at] ?? {};
  const span = { fromMs: idTime(firstId), toMs: idTime(lastId) + 1 };
  const events: LedgerEvent[] = [];
  for await (const page of partnerEventsOfDay(reading, day, span, partnerId)) {
    for (const { chain: _chain, block: _block, ...event } of page)
      if (event.id >= firstId && event.id <= lastId) events.push(event);
    await breathe();
  }
  if (events.length !== expected) throw notAsSigned(day);
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
export function createPartnerDays(reading: Reading): PartnerDays {
  const known = new Map<string, Promise<PartnerDay | undefined>>();
  return {
    find(day, partnerId) {
      const key = `${day} ${partnerId}`;
      const found = known.get(key) ?? readPartnerDay(reading, day, partnerId);
      known.delete(key);
      known.set(key, found);
      const [oldest] = known.keys();
      if (known.size > rememberedMax && oldest !== undefined) known.delete(oldest);
      found.catch(() => known.get(key) === found && known.delete(key));
      return found;
    },
  };
}
