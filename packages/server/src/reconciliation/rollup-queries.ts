import { and, asc, eq, gt, inArray, sql } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";
import { exact } from "../usage/amounts.ts";
import { addTo, type Figures, nothing } from "./key-sums.ts";
import { pages, type Reading } from "./steps.ts";

/** By partner, then by key and outcome. */
export type SumsByPartner = Map<string, Map<string, Figures>>;

/** So many partners' rollups of a day are summed in one statement. */
const batchPartnersMax = 50;

/** The ids of all partners, or of the one that is meant, in batches. */
export async function* partnerBatches(reading: Reading, partnerId: string | undefined): AsyncGenerator<string[]> {
  if (partnerId !== undefined) {
    yield [partnerId];
    return;
  }
  const { partners } = reading.db.t;
  const read = (last: { id: string } | undefined) =>
    reading.db
      .select({ id: partners.id })
      .from(partners)
      .where(last && gt(partners.id, last.id))
      .orderBy(asc(partners.id))
      .limit(batchPartnersMax);
  for await (const batch of pages(reading, read)) yield batch.map(({ id }) => id);
}

export async function rollupsOfDay(db: Db, partners: readonly string[], day: string): Promise<SumsByPartner> {
  const { rollups } = db.t;
  const { partnerId, keyId, outcome } = rollups;
  return byPartner(
    await db
      .select({ partnerId, keyId, outcome, ...sumsOf(rollups) })
      .from(rollups)
      .where(and(inArray(partnerId, [...partners]), eq(rollups.localDate, day)))
      .groupBy(partnerId, keyId, outcome)
      .orderBy(partnerId, keyId, outcome),
  );
}

export async function rollupsOfMonth(db: Db, partners: readonly string[], month: string): Promise<SumsByPartner> {
  const { rollupMonths } = db.t;
  const { partnerId, keyId, outcome } = rollupMonths;
  return byPartner(
    await db
      .select({ partnerId, keyId, outcome, ...sumsOf(rollupMonths) })
      .from(rollupMonths)
      .where(and(inArray(partnerId, [...partners]), eq(rollupMonths.month, month)))
      .groupBy(partnerId, keyId, outcome)
      .orderBy(partnerId, keyId, outcome),
  );
}

/** What was moved into the lake of a partner's month. */
export async function archivedOfMonth(db: Db, partners: readonly string[], month: string): Promise<SumsByPartner> {
  const { archivedRollups } = db.t;
  const { partnerId, keyId, outcome } = archivedRollups;
  return byPartner(
    await db
      .select({ partnerId, keyId, outcome, ...sumsOf(archivedRollups) })
      .from(archivedRollups)
      .where(and(inArray(partnerId, [...partners]), eq(archivedRollups.month, month)))
      .groupBy(partnerId, keyId, outcome)
      .orderBy(partnerId, keyId, outcome),
  );
}

type Summed = Db["t"]["rollups"] | Db["t"]["rollupMonths"] | Db["t"]["archivedRollups"];

// As text, which both databases and their drivers keep exactly.
const sumsOf = (table: Summed) => ({
  calls: sql<string>`cast(sum(${table.calls}) as text)`,
  rows: sql<string>`cast(sum(${table.rows}) as text)`,
  bytes: sql<string>`cast(sum(${table.bytes}) as text)`,
  units: sql<string>`cast(sum(${table.units}) as text)`,
  amountMillis: sql<string>`cast(sum(${table.amountMillis}) as text)`,
});

type Row = { partnerId: string; keyId: string; outcome: string } & Record<keyof Figures, string>;

function byPartner(rows: readonly Row[]): SumsByPartner {
  const found: SumsByPartner = new Map();
  for (const { partnerId, keyId, outcome, ...sums } of rows) {
    const subjects = found.get(partnerId) ?? new Map<string, Figures>();
    found.set(partnerId, subjects);
    const { calls, rows, bytes, units, amountMillis } = sums;
    subjects.set(`${keyId} ${outcome}`, {
      ...{ calls: exact(calls), rows: exact(rows), bytes: exact(bytes) },
      ...{ units: exact(units), amountMillis: exact(amountMillis) },
    });
  }
  return found;
}

/** Adds each sum of the one to those of the other. */
export function addAll(sums: Map<string, Figures>, more: ReadonlyMap<string, Figures>): void {
  for (const [subject, figures] of more) {
    const sum = sums.get(subject) ?? nothing();
    addTo(sum, figures);
    sums.set(subject, sum);
  }
}
