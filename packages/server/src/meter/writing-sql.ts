import { type Column, getTableColumns, getTableName, type SQL } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Db } from "../store/store.ts";
import { contractColumns, credentialColumns, nextLicensesOf, selectContracts, selectCredentials } from "./rights.ts";
import type { Adding, Reading } from "./statements.ts";

/** What a group adds, from the one definition of the tables. */
export function addingStatements({ t: { usageEvents, counters, rollups } }: Db) {
  return {
    events: adding(usageEvents, []),
    counters: adding(counters, ["used", "held"]),
    rollups: adding(rollups, ["calls", "rows", "bytes", "units", "amountMillis"]),
  };
}

/** What a group reads of rights; `among` says in the dialect's way which ids are meant. */
export function rightsStatements(db: Db, among: (id: Column) => SQL) {
  return {
    credentials: reading(selectCredentials(db, among(db.t.keys.id)), credentialColumns(db.t)),
    contracts: reading(selectContracts(db, among(db.t.subscriptions.id)), contractColumns(db.t, nextLicensesOf(db.t))),
  };
}

/** What is not summed is the key. */
function adding<T extends PgTable>(table: T, summed: readonly (keyof T["$inferSelect"])[]): Adding {
  const columns = Object.entries(getTableColumns(table)).map(([field, column]) => ({
    field,
    name: `"${column.name}"`,
    type: column.getSQLType(),
  }));
  const names = (chosen: typeof columns) => chosen.map(({ name }) => name).join(", ");
  const [sums, key] = [true, false].map((wanted) => columns.filter(({ field }) => summed.includes(field) === wanted));
  const tableName = `"${getTableName(table)}"`;
  const grown = (sums ?? []).map(({ name }) => `${name} = ${tableName}.${name} + excluded.${name}`).join(", ");
  return {
    into: `insert into ${tableName} (${names(columns)})`,
    onConflict: grown === "" ? "" : `on conflict (${names(key ?? [])}) do update set ${grown}`,
    columns,
  };
}

function reading(query: { toSQL(): { sql: string } }, columns: object): Reading {
  return { text: query.toSQL().sql, fields: Object.keys(columns) };
}
