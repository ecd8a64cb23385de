import { type Call, visible } from "../http/call.ts";
import { toLedgerEvent } from "../ledger/wire.ts";
import type { Services } from "../services.ts";
import { toAmount } from "./amounts.ts";
import { findUsageEvent, type UsageEventRow } from "./queries.ts";
import type { UsageEvent } from "./schemas.ts";

export async function retrieveUsageEvent({ store }: Services, call: Call, id: string): Promise<UsageEvent> {
  return toUsageEvent(visible(call, await findUsageEvent(store.db, id, call.principal.partnerId)));
}

export const toUsageEvent = (row: UsageEventRow): UsageEvent => ({
  ...toLedgerEvent(row),
  ...toAmount(BigInt(row.amountMillis), row.currency),
});
