import type { UsageTotals } from "@wizdata/sdk";
import { type Columns, table, type View } from "../output/view.ts";
import { figures, totalText } from "./usage.ts";

type Row = UsageTotals["data"][number];

const groups: Record<UsageTotals["by"], Columns<Row>> = {
  partner: { partner_id: ({ partner_id }) => partner_id, company: ({ company }) => company },
  month: { month: ({ month }) => month },
  dataset: { dataset: ({ dataset }) => dataset },
  operation: { operation: ({ operation }) => operation },
  status: { status: ({ status }) => status },
};

export function totalsView({ by, from, to, data, totals }: UsageTotals): View {
  return table(data, { ...groups[by], ...figures }, [`${from} up to, not with, ${to}: ${totalText(totals)}.`]);
}
