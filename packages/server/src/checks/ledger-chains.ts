import { type BlockHeader, blockRootText, blockText, type DayHead, genesisText } from "@wizdata/shared";
import { leafOf } from "../ledger/day-roots.ts";
import type { ChainedEvent } from "../ledger/event-pages.ts";
import { sha256 } from "../meter/block.ts";
import { type Evidence, fromJson, fromTime } from "./evidence.ts";
import type { Effort, Finding } from "./invariant.ts";
import { allEvents, archivedUntil, quoted } from "./ledger-evidence.ts";

const pageBlocks = 1_000;
/** So many blocks may wait for the rest of their events: more are broken. */
const openBlocksMax = 10_000;

type Chain = { id: string; seq: number; head: string; first_heads: unknown };
type StoredBlock = Omit<BlockHeader, "at"> & { hash: string; at: number | Date };

const chainsOf = ({ rows }: Evidence) => rows<Chain>("select id, seq, head, first_heads from chains order by id");

/** Hash by hash, from the first block, or the last page of them, to the one that the chain ends with. */
export async function* findBrokenChains(evidence: Evidence, { quick }: Effort): AsyncIterable<Finding> {
  for (const chain of await chainsOf(evidence)) {
    const from = quick ? Math.max(0, chain.seq - pageBlocks) : 0;
    yield* findBreaks(evidence, chain, from);
  }
}

async function* findBreaks(
  { rows }: Evidence,
  { id, seq, head, first_heads }: Chain,
  from: number,
): AsyncIterable<Finding> {
  let last = from;
  let prev = from === 0 ? sha256(genesisText(fromJson<DayHead[]>(first_heads))) : undefined;
  while (last < seq) {
    const page = await rows<StoredBlock>(
      `select * from blocks where chain = ${quoted(id)} and seq > ${last} and seq <= ${seq} order by seq limit ${pageBlocks}`,
    );
    for (const block of page) {
      const subject = `${id}/${block.seq}`;
      if (block.seq !== last + 1) yield { subject, problem: `comes after block ${last}` };
      else if (prev !== undefined && block.prev !== prev)
        yield { subject, problem: "does not name the block before it" };
      if (sha256(blockText({ ...block, at: fromTime(block.at).toISOString() })) !== block.hash)
        yield { subject, problem: "has another hash than its content" };
      [last, prev] = [block.seq, block.hash];
    }
    if (page.length === 0) break;
  }
  if (last !== seq || (prev ?? head) !== head)
    yield { subject: id, problem: `should end with block ${seq}, and does with ${last}` };
}

type OpenBlock = { root: string; events: number; leaves: { id: string; leaf: string }[] };

/**
 * Each block's events give its root. Ids are nearly in order of blocks, so only few blocks wait for the rest of theirs while all
 * events go by; what is stored meanwhile belongs to later blocks, which this check leaves to the next.
 */
export async function* findBrokenBlocks(evidence: Evidence): AsyncIterable<Finding> {
  const until = await archivedUntil(evidence);
  const ends = new Map((await chainsOf(evidence)).map(({ id, seq }) => [id, seq]));
  const open = new Map<string, OpenBlock>();
  const seen = new Map<string, number>();
  for await (const page of allEvents(evidence)) {
    const events = page.filter(({ chain, block }) => chain !== "" && block <= (ends.get(chain) ?? 0));
    for (const { chain, id } of page)
      if (chain !== "" && !ends.has(chain)) yield { subject: id, problem: `is in ${chain}, which is no chain` };
    const blocks = await blocksOf(evidence, events);
    for (const event of events) {
      const name = `${event.chain}/${event.block}`;
      const block = blocks.get(name);
      if (!block) yield { subject: event.id, problem: `is in ${name}, which is no block` };
      if (!block || fromTime(block.at) < until) continue;
      seen.set(event.chain, (seen.get(event.chain) ?? 0) + 1);
      const waiting = open.get(name) ?? { root: block.root, events: block.events, leaves: [] };
      open.set(name, waiting);
      waiting.leaves.push({ id: event.id, leaf: leafOf(event) });
      if (waiting.leaves.length < waiting.events) continue;
      open.delete(name);
      if (sha256(blockRootText(waiting.leaves)) !== waiting.root)
        yield { subject: name, problem: "has another root than its events give" };
    }
    if (open.size > openBlocksMax) break;
  }
  for (const [name, { events, leaves }] of open)
    yield { subject: name, problem: `has ${leaves.length} of its ${events} events` };
  yield* findEmptied(evidence, ends, seen, until);
}

/** A block of which no event is left was not met above. */
async function* findEmptied(
  { dialect, rows }: Evidence,
  ends: ReadonlyMap<string, number>,
  seen: ReadonlyMap<string, number>,
  until: Date,
): AsyncIterable<Finding> {
  const since = dialect === "sqlite" ? String(until.getTime()) : quoted(until.toISOString());
  for (const [chain, seq] of ends) {
    const [sum] = await rows<{ events: number | null }>(
      `select sum(events) as events from blocks where chain = ${quoted(chain)} and seq <= ${seq} and at >= ${since}`,
    );
    const [expected, stored] = [sum?.events ?? 0, seen.get(chain) ?? 0];
    if (expected !== stored)
      yield { subject: chain, problem: `has ${expected} events in its blocks, of which ${stored} are stored` };
  }
}

async function blocksOf({ rows }: Evidence, events: readonly ChainedEvent[]): Promise<Map<string, StoredBlock>> {
  const found = new Map<string, StoredBlock>();
  for (const [chain, own] of Map.groupBy(events, (event) => event.chain)) {
    const numbers = own.map(({ block }) => block);
    const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
    for (const block of await rows<StoredBlock>(
      `select * from blocks where chain = ${quoted(chain)} and seq between ${least} and ${most}`,
    ))
      found.set(`${chain}/${block.seq}`, block);
  }
  return found;
}
