import { lockPartner } from "../partners/queries.ts";
import type { Services } from "../services.ts";
import { and, asc, eq, lte } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";
import type { ExportRow } from "./queries.ts";
import { nextTurn } from "./turns.ts";

const leaseMs = 30_000;

/** The job whose turn it is, or else one whose process died, as this process's own from now on. */
export async function claimExport(services: Services): Promise<ExportRow | undefined> {
  for (;;) {
    const found = await nextClaimable(services, services.clock());
    if (!found) return undefined;
    const claimed = await claim(services, found);
    // Another process was faster, so there may be a next one.
    if (claimed) return claimed;
  }
}

function claim({ store, clock, owner, config }: Services, found: ExportRow): Promise<ExportRow | undefined> {
  const now = clock();
  const { id, status, attempts, leaseUntil, startedAt } = found;
  return store.transaction(async (tx) => {
    const { exports } = tx.t;
    // Locked before counting: two processes would both see room for one more.
    await lockPartner(tx, found.partnerId);
    const running = await tx.$count(
      exports,
      and(eq(exports.partnerId, found.partnerId), eq(exports.status, "running")),
    );
    if (status === "queued" && running >= config.exportsRunningPerPartnerMax) return undefined;
    const [row] = await tx
      .update(exports)
      .set({
        status: "running",
        owner,
        leaseUntil: leaseFrom(now),
        attempts: attempts + 1,
        rowsDone: 0,
        startedAt: startedAt ?? now,
      })
      .where(
        and(
          eq(exports.id, id),
          eq(exports.status, status),
          eq(exports.attempts, attempts),
          // A lease renewed since it was read belongs to somebody alive.
          leaseUntil === null ? undefined : eq(exports.leaseUntil, leaseUntil),
        ),
      )
      .returning();
    return row;
  });
}

async function nextClaimable({ store: { db }, config }: Services, now: Date): Promise<ExportRow | undefined> {
  const { exports } = db.t;
  const turn = await nextTurn(db, config.exportsRunningPerPartnerMax);
  const isNext =
    turn === undefined ? and(eq(exports.status, "running"), lte(exports.leaseUntil, now)) : eq(exports.id, turn);
  const [next] = await db.select().from(exports).where(isNext).orderBy(asc(exports.id)).limit(1);
  return next;
}

/** Changes a running job as long as it is this claim's; nothing when it was canceled or taken over. */
export async function updateClaimed(
  tx: Db,
  { id, owner, attempts }: ExportRow,
  changes: Partial<ExportRow>,
): Promise<ExportRow | undefined> {
  const { exports } = tx.t;
  const [row] = await tx
    .update(exports)
    .set(changes)
    .where(
      and(
        eq(exports.id, id),
        eq(exports.status, "running"),
        eq(exports.owner, owner ?? ""),
        eq(exports.attempts, attempts),
      ),
    )
    .returning();
  return row;
}

/** Renews the lease and writes down the progress. False when the claim is lost. */
export function renewClaim({ store, clock }: Services, claim: ExportRow, rowsDone: number): Promise<boolean> {
  return store.transaction(async (tx) => {
    const row = await updateClaimed(tx, claim, {
      leaseUntil: leaseFrom(clock()),
      rowsDone: Math.min(rowsDone, claim.rowsTotal),
    });
    return row !== undefined;
  });
}

/** Puts a job back: `attempts` says whether this one counts. */
export async function returnClaim({ store }: Services, claim: ExportRow, attempts: number): Promise<void> {
  await store.transaction((tx) =>
    updateClaimed(tx, claim, { status: "queued", owner: null, leaseUntil: null, rowsDone: 0, attempts }),
  );
}

/** An embedded database has one process: whatever it finds running at its start was another's, which is dead. */
export async function requeueOrphans({ store }: Services): Promise<void> {
  if (store.dialect !== "sqlite") return;
  await store.transaction(async (tx) => {
    const { exports } = tx.t;
    await tx
      .update(exports)
      .set({ status: "queued", owner: null, leaseUntil: null, rowsDone: 0 })
      .where(eq(exports.status, "running"));
  });
}

const leaseFrom = (now: Date) => new Date(now.getTime() + leaseMs);
