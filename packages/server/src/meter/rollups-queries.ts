import { sql } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";
import type { Rollups } from "./rollups.ts";

// Apart from what makes them, since the thread that stores usage needs no query builder.

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
