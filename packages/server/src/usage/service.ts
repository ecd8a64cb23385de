import { findArchivedEvent } from "../archives/read.ts";
import { type Call, visible } from "../http/call.ts";
import { Problem } from "../http/problem.ts";
import { ArchivesBusy } from "../lake/lake.ts";
import { toLedgerEvent } from "../ledger/wire.ts";
import type { Services } from "../services.ts";
import { toAmount } from "./amounts.ts";
import { currencyOf, findUsageEvent, type UsageEventRow } from "./queries.ts";
import type { UsageEvent } from "./schemas.ts";

/** From the database, or else from the archive of its month. */
export async function retrieveUsageEvent(services: Services, call: Call, id: string): Promise<UsageEvent> {
  const { partnerId } = call.principal;
  const stored = await findUsageEvent(services.store.db, id, partnerId);
  return toUsageEvent(visible(call, stored ?? (await findArchived(services, id, partnerId))));
}

async function findArchived(
  services: Services,
  id: string,
  partnerId: string | null,
): Promise<UsageEventRow | undefined> {
  try {
    const owner = { owner: partnerId ?? "operator", ...(partnerId === null ? {} : { partnerId }) };
    const event = await findArchivedEvent(services, id, owner);
    return event && { ...event, currency: await currencyOf(services.store.db, event.subscriptionId) };
  } catch (error) {
    if (!(error instanceof ArchivesBusy)) throw error;
    throw new Problem("unavailable", {
      detail: "The event is in an archive, which cannot be read now. Try again.",
      retryAfterSeconds: 2,
      cause: error,
    });
  }
}

export const toUsageEvent = (row: UsageEventRow): UsageEvent => ({
  ...toLedgerEvent(row),
  ...toAmount(BigInt(row.amountMillis), row.currency),
});
