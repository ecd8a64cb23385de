import { eq } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";
import { type ChainEnd, nextBlock } from "./block.ts";
import { rollUp } from "./rollups.ts";
import { storeRollups } from "./rollups-queries.ts";
import type { UsageEvent } from "./usage-event.ts";

/**
 * Stores events outside of a group: their block, which is the next of the chain that the transaction has locked, and their
 * rollups. Counters are the caller's.
 */
export async function storeEvents(tx: Db, end: ChainEnd, events: readonly UsageEvent[]): Promise<void> {
  if (events.length === 0) return;
  const { usageEvents, blocks, chains } = tx.t;
  const block = nextBlock(end, events);
  const at = new Date(block.at);
  const place = { chain: block.chain, block: block.seq };
  for (let from = 0; from < events.length; from += rowsMax)
    await tx
      .insert(usageEvents)
      .values(events.slice(from, from + rowsMax).map((event) => ({ ...event, ...place, at })));
  await storeRollups(tx, rollUp(events));
  await tx.insert(blocks).values({ ...block, at });
  await tx.update(chains).set({ seq: block.seq, head: block.hash }).where(eq(chains.id, block.chain));
}

const rowsMax = 200;
