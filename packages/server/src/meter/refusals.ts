import type { Logger } from "pino";
import { byTimers, type Clock, type Every } from "../clock.ts";
import { inArray, sql } from "../store/drizzle.ts";
import type { Db, Store } from "../store/store.ts";
import { localTime } from "./calendar.ts";
import { partnerTime, zonesOf } from "./zones.ts";

/** A metered call that was refused: who asked for what, and the problem's code. */
export type Refused = { partnerId: string; lineageId: string; keyId: string; dataset: string; code: string };

/** Refusals are counted in memory and written every few seconds, never before the answer: they decide nothing. */
export type Refusals = {
  note(refused: Refused): void;
  flush(): Promise<void>;
  close(): Promise<void>;
};

const flushMs = 10_000;

type Tally = Refused & { calls: number; firstAtMs: number };

export function createRefusals(store: Store, clock: Clock, log: Logger, every: Every = byTimers): Refusals {
  let tallies = new Map<string, Tally>();

  const count = (refused: Refused, calls: number, firstAtMs: number) => {
    const { partnerId, lineageId, keyId, dataset, code } = refused;
    const key = keyOf(refused);
    const tally = tallies.get(key);
    if (tally) tally.calls += calls;
    else tallies.set(key, { partnerId, lineageId, keyId, dataset, code, calls, firstAtMs });
  };
  const flush = async () => {
    if (tallies.size === 0) return;
    const writing = tallies;
    tallies = new Map();
    try {
      await store.transaction((tx) => addRefusals(tx, [...writing.values()]));
    } catch (error) {
      for (const tally of writing.values()) count(tally, tally.calls, tally.firstAtMs);
      throw error;
    }
  };
  const warn = (error: unknown) => log.warn({ error }, "refusals were not written");
  const timer = every(flushMs, () => void flush().catch(warn));

  return {
    note: (refused) => count(refused, 1, clock().getTime()),
    flush,
    async close() {
      timer.stop();
      await flush().catch(warn);
    },
  };
}

const keyOf = ({ partnerId, lineageId, keyId, dataset, code }: Refused) =>
  `${partnerId} ${lineageId} ${keyId} ${dataset} ${code}`;

async function addRefusals(tx: Db, tallies: readonly Tally[]): Promise<void> {
  const { partners, refusals } = tx.t;
  const partnerIds = [...new Set(tallies.map(({ partnerId }) => partnerId))];
  const { id, timeZone, timeZoneNext, timeZoneChangesAt } = partners;
  const rows = await tx
    .select({ id, timeZone, timeZoneNext, timeZoneChangesAt })
    .from(partners)
    .where(inArray(id, partnerIds));
  const zones = new Map(rows.map((row) => [row.id, zonesOf(row)]));
  // In one order, so that two processes never wait for each other's rows.
  for (const { firstAtMs, ...tally } of tallies.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))) {
    const known = zones.get(tally.partnerId);
    const { label: localDate } = (known ? partnerTime(known, firstAtMs) : localTime("UTC", firstAtMs)).day;
    await tx
      .insert(refusals)
      .values({ ...tally, localDate })
      .onConflictDoUpdate({
        target: [
          refusals.partnerId,
          refusals.localDate,
          refusals.lineageId,
          refusals.keyId,
          refusals.dataset,
          refusals.code,
        ],
        set: { calls: sql`${refusals.calls} + excluded.calls` },
      });
  }
}
