import { byTimers, type Every, type NewId } from "../clock.ts";
import { Problem } from "../http/problem.ts";
import type { Services } from "../services.ts";
import { sql } from "../store/drizzle.ts";
import type { PostgresStore } from "../store/postgres.ts";
import type { SqliteStore } from "../store/sqlite.ts";
import type { Store } from "../store/store.ts";
import type { Outcome } from "./decide.ts";
import { unmetered } from "./failures.ts";
import { watchDisk } from "./full-disk.ts";
import { GroupCommit } from "./group-commit.ts";
import { keepChain } from "./keep-chain.ts";
import type { Meter, Verdict } from "./meter.ts";
import { openPostgresWriter } from "./postgres-writer.ts";
import { SeenWindows } from "./seen.ts";
import { openSqliteWriter } from "./sqlite-writer.ts";
import { takeOver } from "./take-over.ts";
import { UnsentReceipts } from "./unsent.ts";
import { ownerOf } from "./windows.ts";

export type MeterNeeds = Pick<Services, "clock" | "log" | "readiness"> & {
  newId: NewId;
  every?: Every;
  /** Where a file is written to: usually a thread of its own. */
  openWriter?: typeof openSqliteWriter | undefined;
  metrics?: Services["metrics"];
  store: SqliteStore | PostgresStore;
  /** Told when this process can no longer be trusted with what it stores: it should end. */
  onFatal: (error: unknown) => void;
};

/** Begins a chain of this process, after those that dead processes left have been closed, and opens the writer of it. */
export async function openMeter(needs: MeterNeeds): Promise<Meter> {
  const { store, clock, newId, log, readiness, metrics, onFatal } = needs;
  const { every = byTimers, openWriter = openSqliteWriter } = needs;
  const chain = newId("chn");
  await takeOver({ store, clock, newId, log }, chain);
  const writer = store.dialect === "sqlite" ? openWriter(store, chain, onFatal) : openPostgresWriter(store, chain);
  const disk = watchDisk({ readiness, log, probe: () => probe(store) });
  const unsent = new UnsentReceipts();
  const keeper = keepChain({ store, clock, newId, every, log, chain, unsent, onFatal });
  const groups = new GroupCommit(writer, {
    clock,
    log,
    pending: () => unsent.take(),
    onStored: (members, ms) => metrics?.committed(members, ms),
    onFailure(failure, error, receipts) {
      unsent.noteLost();
      if (failure === "unknown") keeper.noteUnknown(receipts);
      else for (const receipt of receipts) unsent.left(receipt);
      if (failure === "full") disk.noteFull();
      if (failure === "fatal") onFatal(error);
    },
  });
  const seen = new SeenWindows();

  return {
    chain,
    async commit(member) {
      if (disk.isFull()) throw unmetered("full", undefined);
      unsent.add(member.eventId);
      const outcome = await groups.commit(member);
      if (outcome.refusal || outcome.receipt !== member.eventId) unsent.left(member.eventId);
      for (const state of outcome.windows) seen.note(ownerOf(state.name, member), state);
      return toVerdict(outcome);
    },
    left: (receipt) => unsent.left(receipt),
    sever: async () => writer.sever?.(),
    waiting: () => groups.waiting,
    lastSeen: (window) => seen.last(window),
    async close() {
      await groups.drain();
      disk.close();
      await keeper.close();
      await writer.close();
    },
  };
}

function toVerdict({ receipt, refusal, windows, charged }: Outcome): Verdict {
  if (!refusal) return { admitted: true, receipt, windows, ...(charged && { charged }) };
  return { admitted: false, windows, problem: new Problem(refusal.code, refusal.fields) };
}

/** A small durable write. It counts how often it was needed, which nobody is billed for. */
async function probe(store: Store): Promise<void> {
  await store.transaction(async (tx) => {
    const { counters } = tx.t;
    await tx
      .insert(counters)
      .values({ owner: "probe", window: "day", start: "ever", used: 1, held: 0 })
      .onConflictDoUpdate({
        target: [counters.owner, counters.window, counters.start],
        set: { used: sql`${counters.used} + 1` },
      });
  });
}
