import { createRequire } from "node:module";

/** What it is made of, with the types that go with each. */
type Modules = {
  "drizzle-orm": typeof import("drizzle-orm");
  "drizzle-orm/better-sqlite3": typeof import("drizzle-orm/better-sqlite3");
  "drizzle-orm/better-sqlite3/migrator": typeof import("drizzle-orm/better-sqlite3/migrator");
  "drizzle-orm/pg-core": typeof import("drizzle-orm/pg-core");
  "drizzle-orm/postgres-js": typeof import("drizzle-orm/postgres-js");
  "drizzle-orm/postgres-js/migrator": typeof import("drizzle-orm/postgres-js/migrator");
  "drizzle-orm/sqlite-core": typeof import("drizzle-orm/sqlite-core");
};

const require = createRequire(import.meta.url);

/**
 * Loads the query builder as CommonJS. For each `import` that leads into a package Node parses the package's own file again, and
 * this one's is 180 kB: the same code as ES modules costs a process two seconds of its start.
 */
export const requireDrizzle = <Name extends keyof Modules>(name: Name): Modules[Name] => require(name);

export const {
  aliasedTable,
  and,
  asc,
  count,
  desc,
  eq,
  exists,
  getTableColumns,
  getTableName,
  gt,
  gte,
  inArray,
  is,
  isNotNull,
  isNull,
  like,
  lt,
  lte,
  max,
  min,
  ne,
  not,
  or,
  sql,
  sum,
  Table,
} = requireDrizzle("drizzle-orm");
export type { Column, SQL } from "drizzle-orm";
