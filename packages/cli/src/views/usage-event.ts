import type { UsageEvent } from "@wizdata/sdk";
import { moneyText } from "../output/money.ts";
import { timeText } from "../output/times.ts";
import { type Columns, record, type View } from "../output/view.ts";

export const usageEventColumns: Columns<UsageEvent> = {
  id: ({ id }) => id,
  at: ({ at }) => timeText(at),
  partner_id: ({ partner_id }) => partner_id,
  key_id: ({ key_id }) => key_id,
  dataset: ({ dataset }) => dataset,
  operation: ({ operation }) => operation,
  status: ({ status }) => status,
  rows: ({ rows }) => rows,
  bytes: ({ bytes }) => bytes,
  units: ({ units }) => units,
  cost: ({ amount }) => moneyText(amount),
};

export function usageEventView(event: UsageEvent): View {
  const { amount, amount_millis: _, ...fields } = event;
  return record({ ...fields, at: timeText(event.at), cost: moneyText(amount) });
}
