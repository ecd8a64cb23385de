import type { DayHead } from "@wizdata/shared";
import { genesisText } from "@wizdata/shared";
import { and, eq, isNull, type SQL, sql } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";
import { type ChainEnd, nextBlock, sha256 } from "./block.ts";
import { chainHasEnded } from "./writer.ts";

type ChainRow = Db["t"]["chains"]["$inferSelect"];

/**
 * Holds the end of a chain until the transaction ends. Whoever stores usage locks it first and counters after it, so that
 * nobody waits in a circle.
 */
export async function lockChain(tx: Db, chain: string, now: Date): Promise<ChainEnd> {
  const { chains } = tx.t;
  const [row] = await tx.lock(tx.select().from(chains).where(eq(chains.id, chain)));
  if (!row || row.endedAt !== null) throw chainHasEnded(chain);
  return endOf(row, now);
}

const endOf = ({ id, seq, head, notBefore }: ChainRow, now: Date): ChainEnd => ({
  ...{ chain: id, seq, head },
  atMs: Math.max(now.getTime(), notBefore.getTime()),
});

/** Begins a chain behind the heads of all others; those that have ended need not be named again. */
export async function beginChain(tx: Db, id: string, now: Date, seenAt: Date | SQL<Date>): Promise<void> {
  const { chains } = tx.t;
  const unnamed = await tx.lock(tx.select().from(chains).where(isNull(chains.closedBy)).orderBy(chains.id));
  const heads = unnamed.map(({ id, seq, head }): DayHead => [id, seq, head]);
  const notBefore = new Date(Math.max(0, ...unnamed.map((row) => row.notBefore.getTime())));
  await tx.insert(chains).values({
    ...{ id, startedAt: now, endedAt: null, closedBy: null, firstHeads: heads },
    ...{ seq: 0, head: sha256(genesisText(heads)), pending: [], seenAt, notBefore },
  });
  for (const { id: ended } of unnamed.filter(({ endedAt }) => endedAt !== null))
    await tx.update(chains).set({ closedBy: id }).where(eq(chains.id, ended));
}

/** Writes a chain's last block, which has no events. */
export async function endChain(tx: Db, row: ChainRow, closedBy: string | null, now: Date): Promise<void> {
  const { chains, blocks } = tx.t;
  const block = nextBlock(endOf(row, now), []);
  await tx.insert(blocks).values({ ...block, at: new Date(block.at) });
  const end = { seq: block.seq, head: block.hash, pending: [], endedAt: now, closedBy };
  await tx.update(chains).set(end).where(eq(chains.id, row.id));
}

/** What has not left, and that this process lives. False when the chain has been closed by somebody else. */
export async function noteUnsent(tx: Db, chain: string, pending: string[], seenAt: Date | SQL<Date>): Promise<boolean> {
  const { chains } = tx.t;
  const updated = await tx
    .update(chains)
    .set({ pending, seenAt })
    .where(and(eq(chains.id, chain), isNull(chains.endedAt)))
    .returning({ id: chains.id });
  return updated.length > 0;
}

/** The database's own time where several processes, each with its clock, share it. */
export const seenNow = (dialect: "sqlite" | "postgres", now: Date): Date | SQL<Date> =>
  dialect === "postgres" ? sql<Date>`now()` : now;
