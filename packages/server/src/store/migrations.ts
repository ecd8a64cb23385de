import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

type Dialect = "sqlite" | "postgres";

export function migrationsFolder(dialect: Dialect): string {
  return fileURLToPath(new URL(`../../migrations/${dialect}`, import.meta.url));
}

/** Where drizzle keeps what it has applied. */
const appliedTable = { sqlite: "__drizzle_migrations", postgres: "drizzle.__drizzle_migrations" };
const existsSql = {
  sqlite: "select name from sqlite_master where name = '__drizzle_migrations'",
  postgres: "select 1 where to_regclass('drizzle.__drizzle_migrations') is not null",
};

export type MigrationState = {
  /** The names of all this WizData has, oldest first. */
  known: string[];
  pending: string[];
  /** How many were applied that this WizData does not have: a newer one has been here. */
  unknown: number;
};

/** What was applied to a database, beside what this WizData has. Each migration is known by the time it was made. */
export async function migrationState(
  dialect: Dialect,
  rows: <Row extends object>(sql: string) => Promise<Row[]>,
): Promise<MigrationState> {
  const journal = readFileSync(join(migrationsFolder(dialect), "meta", "_journal.json"), "utf8");
  const { entries } = JSON.parse(journal) as { entries: { when: number; tag: string }[] }; // as drizzle-kit writes it
  const isThere = (await rows(existsSql[dialect])).length > 0;
  const applied = isThere
    ? await rows<{ created_at: number | string }>(`select created_at from ${appliedTable[dialect]}`)
    : [];
  const times = new Set(applied.map(({ created_at }) => Number(created_at)));
  const known = new Set(entries.map(({ when }) => when));
  return {
    known: entries.map(({ tag }) => tag),
    pending: entries.filter(({ when }) => !times.has(when)).map(({ tag }) => tag),
    unknown: [...times].filter((time) => !known.has(time)).length,
  };
}
