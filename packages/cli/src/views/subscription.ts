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
  next: ({ pending_change: pending, cancels_at }) =>
    pending ? `${pending.tier} ${timeText(pending.at)}` : cancels_at ? `ends ${timeText(cancels_at)}` : null,
  created_at: ({ created_at }) => timeText(created_at),
};

export function subscriptionView(subscription: Subscription, notes: readonly string[] = []): View {
  const {
    price,
    price_per_call,
    price_per_1000_rows,
    current_period: period,
    pending_change: pending,
    limits_override: override,
    cancels_at,
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
      pending_change: pending
        ? `${pending.tier} ${pending.billing} for ${moneyText(pending.price)} from ${timeText(pending.at)}`
        : undefined,
      limits_override: override ? overrideText(override) : undefined,
      cancels_at: timeText(cancels_at),
      created_at: timeText(created_at),
      canceled_at: timeText(canceled_at),
    },
    notes,
  );
}

function overrideText(override: NonNullable<Subscription["limits_override"]>): string {
  const { per_minute, per_day, per_month, until, reason } = override;
  const limits = Object.entries({ minute: per_minute, day: per_day, month: per_month }).flatMap(([window, limit]) =>
    limit === null ? [] : [`${limit} a ${window}`],
  );
  return `${limits.join(", ")} until ${timeText(until)}: ${reason}`;
}
