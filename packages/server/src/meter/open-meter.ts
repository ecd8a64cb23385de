import { sql } from "drizzle-orm";
import { Problem } from "../http/problem.ts";
import type { Services } from "../services.ts";
import type { PostgresStore } from "../store/postgres.ts";
import type { SqliteStore } from "../store/sqlite.ts";
import type { Store } from "../store/store.ts";
import type { Outcome } from "./decide.ts";
import { unmetered } from "./failures.ts";
import { watchDisk } from "./full-disk.ts";
import { GroupCommit } from "./group-commit.ts";
import type { Meter, Verdict } from "./meter.ts";
import { openPostgresWriter } from "./postgres-writer.ts";
import { SeenWindows } from "./seen.ts";
import { openSqliteWriter } from "./sqlite-writer.ts";
import { ownerOf } from "./windows.ts";

type Needs = Pick<Services, "clock" | "log" | "readiness"> & {
  metrics?: Services["metrics"];
  store: SqliteStore | PostgresStore;
  /** Told when this process can no longer be trusted with what it stores: it should end. */
  onFatal: (error: unknown) => void;
};

export function openMeter({ store, clock, log, readiness, metrics, onFatal }: Needs): Meter {
  const writer = store.dialect === "sqlite" ? openSqliteWriter(store, onFatal) : openPostgresWriter(store);
  const disk = watchDisk({ readiness, log, probe: () => probe(store) });
  const groups = new GroupCommit(writer, {
    clock,
    log,
    onStored: (members, ms) => metrics?.committed(members, ms),
    onFailure(failure, error) {
      if (failure === "full") disk.noteFull();
      if (failure === "fatal") onFatal(error);
    },
  });
  const seen = new SeenWindows();

  return {
    async commit(member) {
      if (disk.isFull()) throw unmetered("full", undefined);
      const outcome = await groups.commit(member);
      for (const state of outcome.windows) seen.note(ownerOf(state.name, member), state);
      return toVerdict(outcome);
    },
    waiting: () => groups.waiting,
    lastSeen: (window) => seen.last(window),
    async close() {
      await groups.drain();
      disk.close();
      await writer.close();
    },
  };
}

function toVerdict({ refusal, windows }: Outcome): Verdict {
  if (!refusal) return { admitted: true, windows };
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
