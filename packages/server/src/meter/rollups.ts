import { sql } from "drizzle-orm";
import type { Db } from "../store/store.ts";
import type { UsageEvent } from "./usage-event.ts";

export type Rollup = Db["t"]["rollups"]["$inferSelect"];
export type MonthRollup = Db["t"]["rollupMonths"]["$inferSelect"];
export type Rollups = { rollups: Rollup[]; months: MonthRollup[] };

/** What events add to the rollups, each row once. A reversal takes a call away. */
export function rollUp(events: readonly UsageEvent[]): Rollups {
  const rollups = new Map<string, Rollup>();
  const months = new Map<string, MonthRollup>();
  for (const event of events) {
    const { segment, localDate, localHour, keyId, subscriptionId, operation, outcome } = event;
    const subject = `${segment} ${keyId} ${subscriptionId} ${operation} ${outcome}`;
    const month = localDate.slice(0, 7);
    add(rollups, `${subject} ${localDate} ${localHour}`, event, () => ({ ...namesOf(event), localDate, localHour }));
    add(months, `${subject} ${month}`, event, () => ({ ...namesOf(event), month }));
  }
  return { rollups: [...rollups.values()], months: [...months.values()] };
}

const figures = ["rows", "bytes", "units", "amountMillis"] as const;
type Figures = Record<"calls" | (typeof figures)[number], number>;

const namesOf = ({
  partnerId,
  subscriptionId,
  segment,
  lineageId,
  keyId,
  dataset,
  operation,
  outcome,
}: UsageEvent) => ({
  ...{ partnerId, subscriptionId, segment, lineageId, keyId, dataset, operation, outcome },
  ...{ calls: 0, rows: 0, bytes: 0, units: 0, amountMillis: 0 },
});

function add<R extends Figures>(sums: Map<string, R>, key: string, event: UsageEvent, empty: () => R): void {
  let sum = sums.get(key);
  if (!sum) {
    sum = empty();
    sums.set(key, sum);
  }
  sum.calls += event.corrects === null ? 1 : -1;
  for (const figure of figures) sum[figure] += event[figure];
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
