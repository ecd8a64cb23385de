import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ConfigError } from "../config.ts";

type Dialect = "sqlite" | "postgres";

export function migrationsFolder(dialect: Dialect): string {
  return fileURLToPath(new URL(`../../migrations/${dialect}`, import.meta.url));
}

/** The names of all migrations this WizData has, oldest first. */
export const migrationTags = (dialect: Dialect): string[] => journalOf(dialect).map(({ tag }) => tag);

function journalOf(dialect: Dialect): { when: number; tag: string }[] {
  const journal = readFileSync(join(migrationsFolder(dialect), "meta", "_journal.json"), "utf8");
  return (JSON.parse(journal) as { entries: { when: number; tag: string }[] }).entries; // as drizzle-kit writes it
}

/** What to ask a database for the migrations it has seen; the second only where the first has an answer. */
export const migrationSql = {
  sqlite: {
    exists: "select name from sqlite_master where name = '__drizzle_migrations'",
    applied: "select created_at from __drizzle_migrations",
  },
  postgres: {
    exists: "select 1 where to_regclass('drizzle.__drizzle_migrations') is not null",
    applied: "select created_at from drizzle.__drizzle_migrations",
  },
};

export type Applied = { created_at: number | string };
export type MigrationState = {
  /** The names of what was applied, oldest first. */
  applied: string[];
  pending: string[];
  /** How many were applied that this WizData does not have: a newer one has been here. */
  unknown: number;
};

/** Each migration is known by the time it was made. */
export function compareMigrations(dialect: Dialect, applied: readonly Applied[]): MigrationState {
  const entries = journalOf(dialect);
  const times = new Set(applied.map(({ created_at }) => Number(created_at)));
  const known = new Set(entries.map(({ when }) => when));
  const tags = (isApplied: boolean) =>
    entries.filter(({ when }) => times.has(when) === isApplied).map(({ tag }) => tag);
  return {
    applied: tags(true),
    pending: tags(false),
    unknown: [...times].filter((time) => !known.has(time)).length,
  };
}

export async function migrationState(
  dialect: Dialect,
  rows: <Row extends object>(sql: string) => Promise<Row[]>,
): Promise<MigrationState> {
  const { exists, applied } = migrationSql[dialect];
  return compareMigrations(dialect, (await rows(exists)).length > 0 ? await rows<Applied>(applied) : []);
}

/**
 * The migrations that are to be applied. A schema that a newer WizData has made is refused: what was added to it would stay
 * empty in every row that this one writes.
 */
export function pendingMigrations(dialect: Dialect, { pending, unknown }: MigrationState): string[] {
  if (unknown === 0) return pending;
  const where = dialect === "sqlite" ? "WIZDATA_HOME" : "DATABASE_URL";
  throw new ConfigError([
    `${where}: the database has the schema of a newer WizData (${unknown} migrations that this one does not know). Start that one, or restore a backup that was made before it.`,
  ]);
}
