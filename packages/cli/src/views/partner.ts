import type { Partner } from "@wizdata/sdk";
import { moneyText } from "../output/money.ts";
import { timeText } from "../output/times.ts";
import { type Columns, record, type View } from "../output/view.ts";

export const partnerColumns: Columns<Partner> = {
  id: ({ id }) => id,
  company: ({ company }) => company,
  email: ({ email }) => email,
  plan: ({ plan }) => plan,
  status: ({ status }) => status,
  country: ({ country }) => country,
  created_at: ({ created_at }) => timeText(created_at),
};

export function partnerView(partner: Partner, notes: readonly string[] = []): View {
  const {
    monthly_spending_limit: limit,
    allowlist,
    self_service,
    time_zone_next: next,
    created_at,
    updated_at,
    ...rest
  } = partner;
  const times = { created_at: timeText(created_at), updated_at: timeText(updated_at) };
  const fields = {
    ...rest,
    monthly_spending_limit: limit ? moneyText(limit) : "none",
    time_zone_next: next ? `${next.time_zone} from ${timeText(next.at)}` : undefined,
    self_service: [self_service.subscriptions, ...(self_service.tiers ?? [])].join(" "),
    allowlist: allowlist?.join(" ") ?? "everywhere",
  };
  return record({ ...fields, ...times }, notes);
}
