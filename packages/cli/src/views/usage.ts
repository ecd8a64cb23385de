import type { Limits, UsageReport, UsageRow } from "@wizdata/sdk";
import { moneyText } from "../output/money.ts";
import { timeText } from "../output/times.ts";
import { type Cell, type Columns, type TableView, table, type View } from "../output/view.ts";

const groups: Record<UsageReport["by"], Columns<UsageRow>> = {
  day: { day: ({ day }) => day },
  month: { month: ({ month }) => month },
  dataset: { dataset: ({ dataset }) => dataset },
  key: {
    key_id: ({ key_id }) => key_id,
    key_name: ({ key_name }) => key_name,
    lineage_id: ({ lineage_id }) => lineage_id,
  },
  operation: { operation: ({ operation }) => operation },
  status: { status: ({ status }) => status },
};

type Figures = Pick<UsageRow, "calls" | "rows" | "bytes" | "units" | "amount">;

/** Of every report, whatever its rows sum up. */
export const figures: Columns<Figures> = {
  calls: ({ calls }) => calls,
  rows: ({ rows }) => rows,
  bytes: ({ bytes }) => bytes,
  units: ({ units }) => units,
  cost: ({ amount }) => moneyText(amount),
};

export function reportView({ by, from, to, time_zone: zone, data, totals }: UsageReport): View {
  return table(data, { ...groups[by], ...figures }, [
    `${from} up to, not with, ${to} (${zone}): ${totalText(totals)}.`,
  ]);
}

/** All of a report in one line. */
export function totalText({ calls, rows, bytes, amounts, refused_calls: refusals }: UsageReport["totals"]): string {
  const costs = amounts.map(({ amount }) => moneyText(amount)).join(" and ");
  const refused = refusals > 0 ? `, and ${refusals} refused` : "";
  return `${calls} calls, ${rows} rows, ${bytes} bytes${costs && `, ${costs}`}${refused}`;
}

export function limitsView({ data, spending }: Limits): TableView {
  const limits = data.map(({ name, dataset, lineage_id, limit, used, held, remaining, resets_at }): Cell[] => [
    name,
    dataset ?? lineage_id ?? "",
    limit,
    used,
    held,
    remaining,
    timeText(resets_at),
  ]);
  const overrides = data.flatMap(({ name, dataset, override }) =>
    override
      ? [`${name} of ${dataset} is set by the operator until ${timeText(override.until)}: ${override.reason}`]
      : [],
  );
  const money = spending ? [spendingRow(spending)] : [];
  const columns = ["limit", "of", "allowed", "used", "reserved", "left", "resets_at"];
  return { kind: "table", columns, rows: [...limits, ...money], notes: ["The tightest limit decides.", ...overrides] };
}

type Spending = NonNullable<Limits["spending"]>;

export const spendingLeft = ({ limit, used, held }: Spending): Spending["limit"] => ({
  ...limit,
  amount: Math.max(0, limit.amount - used.amount - held.amount),
});

function spendingRow(spending: Spending): Cell[] {
  const { limit, used, held, resets_at } = spending;
  return [
    "spending-month",
    "",
    moneyText(limit),
    moneyText(used),
    moneyText(held),
    moneyText(spendingLeft(spending)),
    timeText(resets_at),
  ];
}
