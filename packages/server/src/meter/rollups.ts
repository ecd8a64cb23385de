import type { Db } from "../store/store.ts";
import type { UsageEvent } from "./usage-event.ts";

export type Rollup = Db["t"]["rollups"]["$inferSelect"];
export type MonthRollup = Db["t"]["rollupMonths"]["$inferSelect"];
export type Rollups = { rollups: Rollup[]; months: MonthRollup[] };

/** What events add to the rollups, each row once. A reversal takes a call away. */
export function rollUp(events: readonly UsageEvent[]): Rollups {
  const rollups = new Map<string, Rollup>();
  for (const event of events) {
    const { localDate, localHour } = event;
    const row = rowOf(rollups, `${subjectOf(event)} ${localDate} ${localHour}`, () => ({
      ...emptyOf(event),
      localDate,
      localHour,
    }));
    row.calls += event.corrects === null ? 1 : -1;
    add(row, event);
  }
  const months = new Map<string, MonthRollup>();
  for (const rollup of rollups.values()) {
    const month = rollup.localDate.slice(0, 7);
    const row = rowOf(months, `${subjectOf(rollup)} ${month}`, () => ({ ...emptyOf(rollup), month }));
    row.calls += rollup.calls;
    add(row, rollup);
  }
  return { rollups: [...rollups.values()], months: [...months.values()] };
}

const figures = ["rows", "bytes", "units", "amountMillis"] as const;
type Figures = Record<(typeof figures)[number], number>;
type Names = Omit<MonthRollup, "month" | "calls" | keyof Figures>;

/** A key and a subscription tell the partner, the lineage and the dataset. */
const subjectOf = ({ segment, keyId, subscriptionId, operation, outcome }: Names) =>
  `${segment} ${keyId} ${subscriptionId} ${operation} ${outcome}`;

const emptyOf = ({ partnerId, subscriptionId, segment, lineageId, keyId, dataset, operation, outcome }: Names) => ({
  ...{ partnerId, subscriptionId, segment, lineageId, keyId, dataset, operation, outcome },
  ...{ calls: 0, rows: 0, bytes: 0, units: 0, amountMillis: 0 },
});

function rowOf<R>(rows: Map<string, R>, key: string, empty: () => R): R {
  let row = rows.get(key);
  if (!row) {
    row = empty();
    rows.set(key, row);
  }
  return row;
}

function add(sum: Figures, more: Figures): void {
  for (const figure of figures) sum[figure] += more[figure];
}
