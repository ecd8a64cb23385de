import { record } from "../changes.ts";
import { versionRetracted } from "../datasets/versions-ended.ts";
import { release } from "../meter/holds.ts";
import type { Services } from "../services.ts";
import { and, eq, inArray, or } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";
import { type ExportRow, unfinished } from "./queries.ts";
import { toExport } from "./wire.ts";

type Retracted = { slug: string; number: number; reason: string };

/** Ends the exports that are made of a version which is withdrawn, in the same commit. They cost nothing. */
export async function failExportsOf(services: Services, tx: Db, { slug, number, reason }: Retracted): Promise<void> {
  const { exports } = tx.t;
  const now = services.clock();
  const error = `Version ${number} of ${slug} was withdrawn: ${reason}`;
  const rows = await tx
    .update(exports)
    .set({ status: "failed", error, owner: null, leaseUntil: null, endedAt: now })
    .where(
      and(
        eq(exports.dataset, slug),
        or(eq(exports.version, number), eq(exports.sinceVersion, number)),
        inArray(exports.status, unfinished),
      ),
    )
    .returning();
  // All rows are held before any counter is: who finishes an export takes them in the same order.
  for (const row of rows) {
    await release(tx, row.holds);
    const actor = { requestId: row.requestId, principal: { keyId: "system" } };
    const { id: target, partnerId } = row;
    await record(services, tx, actor, {
      result: undefined,
      action: "export.failed",
      target,
      partnerId,
      after: toExport(row, now),
    });
  }
}

/** Read from the database each time: files of a version that was withdrawn are given out by no process from then on. */
export async function refuseRetracted(db: Db, { dataset, version, sinceVersion }: ExportRow): Promise<void> {
  const { versions } = db.t;
  const numbers = [version, ...(sinceVersion === null ? [] : [sinceVersion])];
  const [retracted] = await db
    .select()
    .from(versions)
    .where(and(eq(versions.dataset, dataset), inArray(versions.number, numbers), eq(versions.state, "retracted")))
    .limit(1);
  if (retracted) throw versionRetracted(retracted);
}
