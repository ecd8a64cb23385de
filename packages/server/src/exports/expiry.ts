import { and, asc, eq, lte } from "drizzle-orm";
import { record } from "../changes.ts";
import type { Services } from "../services.ts";
import { toExport } from "./wire.ts";

const sweptMax = 100;

/** Marks the exports whose time is over and removes their files. */
export async function sweepExpired(services: Services): Promise<void> {
  const { store, clock } = services;
  const { exports } = store.db.t;
  const now = clock();
  const due = await store.db
    .select({ id: exports.id })
    .from(exports)
    .where(and(eq(exports.status, "ready"), lte(exports.expiresAt, now)))
    .orderBy(asc(exports.id))
    .limit(sweptMax);
  for (const { id } of due) await expire(services, id, now);
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
