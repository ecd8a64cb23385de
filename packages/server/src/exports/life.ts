import { change } from "../changes.ts";
import { type Call, visible } from "../http/call.ts";
import { Problem } from "../http/problem.ts";
import type { Services } from "../services.ts";
import { eq } from "../store/drizzle.ts";
import { versionOf } from "../subscriptions/published-versions.ts";
import { keptMs } from "./finish.ts";
import { type ExportRow, lockExport, unfinished } from "./queries.ts";
import type { Export } from "./schemas.ts";
import { readyExport } from "./service.ts";
import { toExport } from "./wire.ts";

/** Keeps the files of a ready export for the full time again, as long as its version is there. */
export async function renewExport(services: Services, call: Call, id: string): Promise<Export> {
  const { dataset, version, sinceVersion } = await readyExport(services, call, id);
  for (const number of sinceVersion === null ? [version] : [sinceVersion, version])
    await versionOf(services, dataset, number);
  const now = services.clock();
  return change(services, call, async (tx) => {
    const before = visible(call, await lockExport(tx, id));
    // Whoever tidies up may have been faster.
    if (before.status !== "ready" || before.expiresAt === null || before.expiresAt <= now)
      throw new Problem("export_expired", { detail: "It expired just now. Create it again." });
    const expiresAt = new Date(now.getTime() + keptMs);
    const [row] = await tx.update(tx.t.exports).set({ expiresAt }).where(eq(tx.t.exports.id, id)).returning();
    return changed("export.renewed", before, row ?? before, now);
  });
}

/** Gives up the files of an export, which makes room. What it cost stays; one that has no files stays as it is. */
export async function deleteExport(services: Services, call: Call, id: string): Promise<Export> {
  const now = services.clock();
  const deleted = await change(services, call, async (tx) => {
    const before = visible(call, await lockExport(tx, id));
    if (unfinished.some((status) => status === before.status))
      throw new Problem("conflict", {
        detail: `The export is ${before.status}: cancel it instead.`,
        next: [`wizdata exports cancel ${id}`],
      });
    if (before.status !== "ready") return changed("export.deleted", before, before, now);
    const [row] = await tx
      .update(tx.t.exports)
      .set({ status: "expired", files: null, expiresAt: now })
      .where(eq(tx.t.exports.id, id))
      .returning();
    return changed("export.deleted", before, row ?? before, now);
  });
  // A crash before this leaves a folder that the next start removes.
  await services.lake.removeExport(id);
  return deleted;
}

function changed(action: string, before: ExportRow, after: ExportRow, now: Date) {
  const result = toExport(after, now);
  const { id: target, partnerId } = after;
  return { result, action, target, partnerId, before: toExport(before, now), after: result };
}
