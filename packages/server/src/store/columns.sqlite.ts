import type { Columns } from "./columns.postgres.ts";
import { requireDrizzle } from "./drizzle.ts";

const { index, integer, primaryKey, sqliteTable, text, uniqueIndex } = requireDrizzle("drizzle-orm/sqlite-core");

// One query text, typed as Postgres, runs on both: each column has the same JavaScript type there and here.
export const sqliteColumns = {
  table: sqliteTable,
  text: (name: string) => text(name),
  flag: (name: string) => integer(name, { mode: "boolean" }),
  count: (name: string) => integer(name, { mode: "number" }),
  time: (name: string) => integer(name, { mode: "timestamp_ms" }),
  json: (name: string) => text(name, { mode: "json" }),
  index,
  uniqueIndex,
  primaryKey,
} satisfies Record<keyof Columns, unknown> as unknown as Columns;
