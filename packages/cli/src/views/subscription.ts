import type { Subscription } from "@wizdata/sdk";
import { moneyText } from "../output/money.ts";
import { timeText } from "../output/times.ts";
import { type Columns, record, type View } from "../output/view.ts";

export const subscriptionColumns: Columns<Subscription> = {
  id: ({ id }) => id,
  partner_id: ({ partner_id }) => partner_id,
  dataset: ({ dataset }) => dataset,
  tier: ({ tier }) => tier,
  billing: ({ billing }) => billing,
  status: ({ status }) => status,
  price: ({ price }) => moneyText(price),
  created_at: ({ created_at }) => timeText(created_at),
};

export function subscriptionView(subscription: Subscription, notes: readonly string[] = []): View {
  const {
    price,
    price_per_call,
    price_per_1000_rows,
    current_period: period,
    created_at,
    canceled_at,
    ...rest
  } = subscription;
  return record(
    {
      ...rest,
      price: moneyText(price),
      price_per_call: moneyText(price_per_call),
      price_per_1000_rows: moneyText(price_per_1000_rows),
      current_period: period ? `${timeText(period.start)} to ${timeText(period.end)}` : "ended",
      created_at: timeText(created_at),
      canceled_at: timeText(canceled_at),
    },
    notes,
  );
}
