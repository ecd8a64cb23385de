import type { Db } from "../store/store.ts";
import { sha256 } from "./block.ts";
import type { Subject } from "./subject.ts";
import type { QuotaWindow } from "./windows.ts";

/** What a partner is told of a limit it comes near to: an outgoing event, in the commit of the call that took it there. */
export type Warning = Omit<Db["t"]["events"]["$inferSelect"], "at" | "payload"> & { payload: object; at: number };

const percents = [80, 100] as const;
const idChars = 26;

/** The warnings that are due when a window goes from `before` to `after`. */
export function warningsOf(
  { credential, contract }: Subject,
  window: QuotaWindow,
  { before, after }: { before: number; after: number },
  atMs: number,
): Warning[] {
  const { owner, name, start, limit, period } = window;
  if (after * 100 < limit * percents[0]) return [];
  const reached = percents.filter((percent) => before * 100 < limit * percent && after * 100 >= limit * percent);
  return reached.map((percent) => ({
    // By what it is about, so that there is one, however often a window is left and reached again; another limit is another mark.
    id: `evt_${sha256(`${owner} ${window.window} ${start} ${limit} ${percent}`).slice(0, idChars)}`,
    partnerId: credential.partnerId,
    type: "usage.limit_reached",
    payload: {
      name,
      percent,
      limit,
      used: after,
      dataset: name.startsWith("license-") ? contract.dataset : null,
      lineage_id: name.startsWith("key-") ? credential.lineageId : null,
      resets_at: new Date(period.endMs).toISOString(),
    },
    at: atMs,
  }));
}

export async function storeWarnings(tx: Db, warnings: readonly Warning[]): Promise<void> {
  if (warnings.length === 0) return;
  const rows = warnings.map((warning) => ({ ...warning, at: new Date(warning.at) }));
  await tx.insert(tx.t.events).values(rows).onConflictDoNothing();
}
