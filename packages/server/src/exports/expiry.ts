import { record } from "../changes.ts";
import type { Services } from "../services.ts";
import { and, asc, eq, lte } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";
import { toExport } from "./wire.ts";

const readMax = 100;

/** Marks the exports whose time is over and removes their files. */
export async function sweepExpired(services: Services): Promise<void> {
  const now = services.clock();
  for (;;) {
    const due = await dueExports(services.store.db, now);
    for (const { id } of due) await expire(services, id, now);
    if (due.length < readMax) return;
  }
}

function dueExports(db: Db, now: Date): Promise<{ id: string }[]> {
  const { exports } = db.t;
  return db
    .select({ id: exports.id })
    .from(exports)
    .where(and(eq(exports.status, "ready"), lte(exports.expiresAt, now)))
    .orderBy(asc(exports.id))
    .limit(readMax);
}

async function expire(services: Services, id: string, now: Date): Promise<void> {
  await services.store.transaction(async (tx) => {
    const { exports } = tx.t;
    const [row] = await tx
      .update(exports)
      .set({ status: "expired", files: null })
      .where(and(eq(exports.id, id), eq(exports.status, "ready"), lte(exports.expiresAt, now)))
      .returning();
    if (!row) return;
    const actor = { requestId: row.requestId, principal: { keyId: "system" } };
    await record(services, tx, actor, {
      result: undefined,
      action: "export.expired",
      target: id,
      partnerId: row.partnerId,
      after: toExport(row, now),
    });
  });
  // A crash before this leaves a folder that the next start removes.
  await services.lake.removeExport(id);
}
