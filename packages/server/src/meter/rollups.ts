import { sql } from "drizzle-orm";
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

export async function storeRollups(tx: Db, { rollups: hours, months: whole }: Rollups): Promise<void> {
  const { rollups, rollupMonths } = tx.t;
  for (const rows of chunksOf(hours))
    await tx
      .insert(rollups)
      .values(rows)
      .onConflictDoUpdate({
        target: [
          rollups.partnerId,
          rollups.localDate,
          rollups.localHour,
          rollups.subscriptionId,
          rollups.segment,
          rollups.lineageId,
          rollups.keyId,
          rollups.dataset,
          rollups.operation,
          rollups.outcome,
        ],
        set: grown(rollups),
      });
  for (const rows of chunksOf(whole))
    await tx
      .insert(rollupMonths)
      .values(rows)
      .onConflictDoUpdate({
        target: [
          rollupMonths.partnerId,
          rollupMonths.month,
          rollupMonths.subscriptionId,
          rollupMonths.segment,
          rollupMonths.lineageId,
          rollupMonths.keyId,
          rollupMonths.dataset,
          rollupMonths.operation,
          rollupMonths.outcome,
        ],
        set: grown(rollupMonths),
      });
}

function grown(table: Db["t"]["rollups"] | Db["t"]["rollupMonths"]) {
  return {
    calls: sql`${table.calls} + excluded.calls`,
    rows: sql`${table.rows} + excluded.rows`,
    bytes: sql`${table.bytes} + excluded.bytes`,
    units: sql`${table.units} + excluded.units`,
    amountMillis: sql`${table.amountMillis} + excluded.amount_millis`,
  };
}

const chunkRowsMax = 500;
const chunksOf = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / chunkRowsMax) }, (_, at) =>
    rows.slice(at * chunkRowsMax, (at + 1) * chunkRowsMax),
  );
