import type { Every, NewId } from "../clock.ts";
import type { Services } from "../services.ts";
import { eq } from "../store/drizzle.ts";
import type { Store } from "../store/store.ts";
import { endChain, lockChain, noteUnsent, seenNow } from "./chain.ts";
import { findReversible, reverseEvents } from "./reversals.ts";
import { takeOver } from "./take-over.ts";
import type { UnsentReceipts } from "./unsent.ts";
import { chainHasEnded } from "./writer.ts";

type Needs = Pick<Services, "clock" | "log"> & {
  store: Store;
  newId: NewId;
  every: Every;
  chain: string;
  unsent: UnsentReceipts;
  onFatal: (error: unknown) => void;
};

const tickMs = 1_000;
/** Well within what others wait for before they take a chain over. */
const heartbeatTicks = 5;
const reason = "The caller was told that it was not known whether this was counted.";

/** What is to be done for a chain besides its groups: between them it says what has left, and that its process lives. */
export function keepChain({ store, clock, newId, every, log, chain, unsent, onFatal }: Needs) {
  let unknown: string[] = [];
  let ticks = 0;
  let doing: Promise<unknown> = Promise.resolve();

  /** Once the database answers again: what it has of the groups whose outcome it did not tell. */
  async function resolveUnknown(): Promise<void> {
    const receipts = unknown;
    if (receipts.length === 0) return;
    await store.transaction(async (tx) => {
      // The chain first: a group that is still being committed somewhere has it.
      const end = await lockChain(tx, chain, clock());
      const events = await findReversible(tx, receipts);
      await reverseEvents(tx, end, events, { outcome: "interrupted", reason }, newId);
    });
    unknown = unknown.filter((receipt) => !receipts.includes(receipt));
    for (const receipt of receipts) unsent.left(receipt);
  }

  async function tick(): Promise<void> {
    ticks += 1;
    const isBeat = store.dialect === "postgres" && ticks % heartbeatTicks === 0;
    await resolveUnknown();
    if (isBeat) await takeOver({ store, clock, newId, log }, chain);
    if (unsent.isStored && !isBeat) return;
    const seenAt = seenNow(store.dialect, clock());
    const isOpen = await store.transaction((tx) => noteUnsent(tx, chain, unsent.take(), seenAt));
    if (!isOpen) onFatal(chainHasEnded(chain));
  }

  const timer = every(tickMs, () => {
    doing = doing.then(tick).catch((error: unknown) => {
      unsent.noteLost();
      log.warn({ err: error }, "what has left was not stored");
    });
  });

  return {
    noteUnknown(receipts: readonly string[]) {
      unknown.push(...receipts);
    },
    /** Closes the chain, unless some answers have not left: then that is for whoever comes next. */
    async close(): Promise<void> {
      timer.stop();
      await doing;
      try {
        await resolveUnknown();
        await store.transaction((tx) => closeChain(tx));
      } catch (error) {
        log.warn({ err: error }, "the chain was not closed; the next start does it");
      }
    },
  };

  async function closeChain(tx: Parameters<Parameters<Store["transaction"]>[0]>[0]): Promise<void> {
    const { chains } = tx.t;
    const [row] = await tx.lock(tx.select().from(chains).where(eq(chains.id, chain)));
    if (!row || row.endedAt !== null) return;
    const pending = unsent.take();
    if (pending.length === 0) await endChain(tx, row, null, clock());
    else await noteUnsent(tx, chain, pending, seenNow(store.dialect, clock()));
  }
}
