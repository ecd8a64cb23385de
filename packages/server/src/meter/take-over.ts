import type { Logger } from "pino";
import type { Clock, NewId } from "../clock.ts";
import { and, eq, isNull, ne, type SQL, sql } from "../store/drizzle.ts";
import type { Db, Store } from "../store/store.ts";
import { beginChain, endChain, lockChain, seenNow } from "./chain.ts";
import { findReversible, reverseEvents } from "./reversals.ts";

export type TakeOverNeeds = { store: Store; clock: Clock; newId: NewId; log: Logger };

/** Longer than a process at work ever leaves its chain without a word. */
const silentSeconds = 30;
const reason = "Its process ended before the answer is known to have left.";

/**
 * Closes the chains of processes that have died, and takes back the usage whose answers may never have left them: whoever had no
 * answer pays for none. `chain` is begun if it is not there yet.
 */
export async function takeOver({ store, clock, newId, log }: TakeOverNeeds, chain: string): Promise<void> {
  const taken = await store.transaction(async (tx) => {
    const now = clock();
    const { chains } = tx.t;
    const dead = await tx.lock(
      tx
        .select()
        .from(chains)
        .where(isDead(store, tx, chain))
        .orderBy(chains.id),
    );
    for (const row of dead) await endChain(tx, row, null, now);
    const [own] = await tx.select({ id: chains.id }).from(chains).where(eq(chains.id, chain));
    if (!own) await beginChain(tx, chain, now, seenNow(store.dialect, now));
    const pending = dead.flatMap((row) => row.pending);
    if (pending.length === 0) return 0;
    const end = await lockChain(tx, chain, now);
    const events = await findReversible(tx, pending);
    await reverseEvents(tx, end, events, { outcome: "interrupted", reason }, newId);
    return events.length;
  });
  if (taken > 0) log.info({ events: taken }, "took back usage whose answers had not left when a process died");
}

/** A file has one process, so what another left open there is a dead one's. */
function isDead(store: Store, { t: { chains } }: Db, own: string): SQL | undefined {
  const isSilent =
    store.dialect === "sqlite" ? undefined : sql`${chains.seenAt} < now() - make_interval(secs => ${silentSeconds})`;
  return and(isNull(chains.endedAt), ne(chains.id, own), isSilent);
}
