import { findEvent } from "../archives/find-event.ts";
import { type Call, visible } from "../http/call.ts";
import { toLedgerEvent } from "../ledger/wire.ts";
import type { Services } from "../services.ts";
import { toAmount } from "./amounts.ts";
import { currencyOf, type UsageEventRow } from "./queries.ts";
import type { UsageEvent } from "./schemas.ts";

/** From the database, or else from the archive of its month. */
export async function retrieveUsageEvent(services: Services, call: Call, id: string): Promise<UsageEvent> {
  const event = visible(call, await findEvent(services, id, call.principal.partnerId));
  return toUsageEvent({ ...event, currency: await currencyOf(services.store.db, event.subscriptionId) });
}

export const toUsageEvent = (row: UsageEventRow): UsageEvent => ({
  ...toLedgerEvent(row),
  ...toAmount(BigInt(row.amountMillis), row.currency),
});
