import type { UsageTotals } from "@wizdata/sdk";
import { moneyText } from "../output/money.ts";
import { type Columns, table, type View } from "../output/view.ts";

type Row = UsageTotals["data"][number];

const groups: Record<UsageTotals["by"], Columns<Row>> = {
  partner: { partner_id: ({ partner_id }) => partner_id, company: ({ company }) => company },
  month: { month: ({ month }) => month },
  dataset: { dataset: ({ dataset }) => dataset },
  operation: { operation: ({ operation }) => operation },
  status: { status: ({ status }) => status },
};

const figures: Columns<Row> = {
  calls: ({ calls }) => calls,
  rows: ({ rows }) => rows,
  bytes: ({ bytes }) => bytes,
  units: ({ units }) => units,
  cost: ({ amount }) => moneyText(amount),
};

export function totalsView({ by, from, to, data, totals }: UsageTotals): View {
  const costs = totals.amounts.map(({ amount }) => moneyText(amount)).join(" and ");
  const refused = totals.refused_calls > 0 ? `, and ${totals.refused_calls} refused` : "";
  const total = `${totals.calls} calls, ${totals.rows} rows, ${totals.bytes} bytes${costs && `, ${costs}`}${refused}`;
  return table(data, { ...groups[by], ...figures }, [`${from} up to, not with, ${to}: ${total}.`]);
}
