import { type Call, visible } from "../http/call.ts";
import type { Services } from "../services.ts";
import { toAmount } from "./amounts.ts";
import { findUsageEvent, type UsageEventRow } from "./queries.ts";
import type { UsageEvent } from "./schemas.ts";

export async function retrieveUsageEvent({ store }: Services, call: Call, id: string): Promise<UsageEvent> {
  return toUsageEvent(visible(call, await findUsageEvent(store.db, id, call.principal.partnerId)));
}

const toUsageEvent = (row: UsageEventRow): UsageEvent => ({
  id: row.id,
  partner_id: row.partnerId,
  subscription_id: row.subscriptionId,
  lineage_id: row.lineageId,
  key_id: row.keyId,
  dataset: row.dataset,
  version: row.version,
  operation: row.operation,
  status: row.status,
  rows: row.rows,
  bytes: row.bytes,
  units: row.units,
  ...toAmount(BigInt(row.amountMillis), row.currency),
  local_date: row.localDate,
  request_id: row.requestId,
  at: row.at.toISOString(),
});
