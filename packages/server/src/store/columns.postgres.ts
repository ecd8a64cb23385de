import { requireDrizzle } from "./drizzle.ts";

const { bigint, boolean, customType, index, jsonb, pgTable, primaryKey, timestamp, uniqueIndex } =
  requireDrizzle("drizzle-orm/pg-core");

// Byte order, as in SQLite: a server's own collation would sort `a-b` and `ab` its own way.
const text = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' });

export const postgresColumns = {
  table: pgTable,
  text: (name: string) => text(name),
  flag: (name: string) => boolean(name),
  count: (name: string) => bigint(name, { mode: "number" }),
  time: (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: "date" }),
  json: (name: string) => jsonb(name),
  index,
  uniqueIndex,
  primaryKey,
};

export type Columns = typeof postgresColumns;
