import type { PgTable } from "drizzle-orm/pg-core";
import { type Column, getTableColumns, getTableName, type SQL } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";
import { contractColumns, credentialColumns, nextLicensesOf, selectContracts, selectCredentials } from "./rights.ts";
import type { Adding, Reading } from "./statements.ts";

/** What a group adds, from the one definition of the tables. */
export function addingStatements({ t }: Db) {
  const sums = ["calls", "rows", "bytes", "units", "amountMillis"] as const;
  return {
    events: adding(t.usageEvents),
    counters: adding(t.counters, { sums: ["used", "held"] }),
    rollups: adding(t.rollups, { sums }),
    months: adding(t.rollupMonths, { sums }),
    calls: adding(t.recentCalls, { replaces: ["queryHash", "eventId", "at"] }),
    shared: adding(t.sharedParts, { replaces: ["freeUntil", "eventId"] }),
    // The same warning again is the one that is there.
    warnings: adding(t.events, { replaces: [] }),
    blocks: adding(t.blocks),
  };
}

/** What a group reads of rights; `among` says in the dialect's way which ids are meant. */
export function rightsStatements(db: Db, among: (id: Column) => SQL) {
  return {
    credentials: reading(selectCredentials(db, among(db.t.keys.id)), credentialColumns(db.t)),
    contracts: reading(selectContracts(db, among(db.t.subscriptions.id)), contractColumns(db.t, nextLicensesOf(db.t))),
  };
}

type Meeting<Field> = { sums?: readonly Field[]; replaces?: readonly Field[] };

/** Where a row of the same key is there already, some of its fields grow, or are replaced; the other fields are the key. */
function adding<T extends PgTable>(table: T, meeting?: Meeting<keyof T["$inferSelect"]>): Adding {
  const columns = Object.entries(getTableColumns(table)).map(([field, column]) => ({
    field,
    name: `"${column.name}"`,
    type: column.getSQLType(),
  }));
  const listed = (chosen: typeof columns) => chosen.map(({ name }) => name).join(", ");
  const tableName = `"${getTableName(table)}"`;
  return {
    into: `insert into ${tableName} (${listed(columns)})`,
    onConflict: meeting ? onConflict(meeting) : "",
    table: tableName,
    columns,
    sums: meeting?.sums?.map(String) ?? [],
  };

  function onConflict({ sums = [], replaces = [] }: Meeting<keyof T["$inferSelect"]>): string {
    const among = (fields: readonly unknown[]) => columns.filter(({ field }) => fields.includes(field));
    const changes = [
      ...among(sums).map(({ name }) => `${name} = ${tableName}.${name} + excluded.${name}`),
      ...among(replaces).map(({ name }) => `${name} = excluded.${name}`),
    ];
    if (changes.length === 0) return "on conflict do nothing";
    const key = columns.filter(({ field }) => ![...sums, ...replaces].includes(field));
    return `on conflict (${listed(key)}) do update set ${changes.join(", ")}`;
  }
}

function reading(query: { toSQL(): { sql: string } }, columns: object): Reading {
  return { text: query.toSQL().sql, fields: Object.keys(columns) };
}
