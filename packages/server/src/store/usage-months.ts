import postgres, { type Sql, type TransactionSql } from "postgres";
import { monthAfter, monthOf, monthOfId, usageIdsOf } from "../months.ts";
import { steady } from "./postgres-socket.ts";

const connectTimeoutSeconds = 5;
/** This month and those after it, so that a new one begins in its own part however long nobody looked. */
const monthsMade = 3;
const monthsLock = 7_301_992;
/** A scan of all that came before the months. */
const statementMsMax = 3_600_000;

/** One part of `usage_events` on Postgres; without ids it is for whatever has no other. */
type UsagePart = { name: string; idsFrom: string; idsTo: string } | { name: string; isDefault: true };

/**
 * Makes the parts of `usage_events` for this month and the next ones, on Postgres. Several processes take turns. A month without a
 * part is served from the default one, and so goes on being.
 */
export async function makeUsageMonths(url: string, now: Date): Promise<void> {
  await onUsageParts(url, async (tx) => {
    await partOffDefault(tx, now);
    for (let ahead = 0; ahead < monthsMade; ahead++) await makePart(tx, monthAfter(monthOf(now), ahead));
  });
}

/**
 * Removes the part of a month with all its rows, when these are so many; else nothing, and false: rows without a part of their own,
 * or more of them than was counted.
 */
export async function dropUsageMonth(url: string, month: string, rows: number): Promise<boolean> {
  return await onUsageParts(url, async (tx) => {
    const { idsFrom, idsTo } = usageIdsOf(month);
    const own = (await partsOf(tx)).find(
      (part) => "idsFrom" in part && part.idsFrom === idsFrom && part.idsTo === idsTo,
    );
    if (!own) return false;
    // Readers go on while the rows are counted; nobody adds one.
    await tx`lock table ${tx(own.name)} in share mode`;
    const [found] = await tx<{ rows: number }[]>`select count(*)::float8 as rows from ${tx(own.name)}`;
    if (found?.rows !== rows) return false;
    await tx`drop table ${tx(own.name)}`;
    return true;
  });
}

async function onUsageParts<T>(url: string, work: (tx: TransactionSql) => Promise<T>): Promise<T> {
  const client: Sql = postgres(url, {
    max: 1,
    prepare: false,
    fetch_types: false,
    connect_timeout: connectTimeoutSeconds,
    onnotice: () => {},
    ...steady(statementMsMax),
  });
  try {
    const result = await client.begin(async (tx) => {
      // Calls must not stand behind one that waits for the table.
      await tx`set local lock_timeout = '2s'`;
      await tx`select pg_advisory_xact_lock(${monthsLock})`;
      return { done: await work(tx) };
    });
    return result.done;
  } finally {
    await client.end({ timeout: 5 });
  }
}

async function partsOf(tx: TransactionSql): Promise<UsagePart[]> {
  const rows = await tx<{ name: string; bound: string }[]>`
    select c.relname as name, pg_get_expr(c.relpartbound, c.oid) as bound
    from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'usage_events'::regclass`;
  return rows.map(({ name, bound }) => {
    const [, from, to] = /^FOR VALUES FROM \((MINVALUE|'\w+')\) TO \('(\w+)'\)$/.exec(bound) ?? [];
    if (from === undefined || to === undefined) return { name, isDefault: true };
    return { name, idsFrom: from === "MINVALUE" ? "" : from.slice(1, -1), idsTo: to };
  });
}

async function makePart(tx: TransactionSql, month: string): Promise<void> {
  const { idsFrom, idsTo } = usageIdsOf(month);
  const parts = await partsOf(tx);
  if (parts.some((part) => "idsFrom" in part && part.idsFrom < idsTo && idsFrom < part.idsTo)) return;
  const [stray] = await tx`select 1 from usage_events_default where id >= ${idsFrom} and id < ${idsTo} limit 1`;
  if (stray) return;
  const name = `usage_events_${month.replace("-", "_")}`;
  // Attached, because a part that is made in its place would keep every reader waiting.
  await tx`create table ${tx(name)} (like usage_events including defaults)`;
  await tx.unsafe(`alter table usage_events attach partition ${name} for values from ('${idsFrom}') to ('${idsTo}')`);
}

/**
 * What was there before the months were, or came from a backup, lies in the default part, which each new part would have to be
 * compared with. It gets a part of its own, once: before this process serves, and without a row being moved.
 */
async function partOffDefault(tx: TransactionSql, now: Date): Promise<void> {
  if ((await partsOf(tx)).length > 1) return;
  const [newest] = await tx<{ id: string | null }[]>`select max(id) as id from usage_events_default`;
  if (typeof newest?.id !== "string") return;
  const [last = monthOf(now)] = [monthOf(now), monthOfId(newest.id) ?? ""].sort().reverse();
  const { idsTo } = usageIdsOf(last);
  const name = `usage_events_until_${last.replace("-", "_")}`;
  await tx`lock table usage_events in access exclusive mode`;
  await tx`alter table usage_events detach partition usage_events_default`;
  await tx`alter table usage_events_default rename to ${tx(name)}`;
  await tx.unsafe(`alter table usage_events attach partition ${name} for values from (minvalue) to ('${idsTo}')`);
  await tx`create table usage_events_default partition of usage_events default`;
}
