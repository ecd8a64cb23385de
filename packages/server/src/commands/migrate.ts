import { mkdirSync } from "node:fs";
import { readConfig } from "../config.ts";
import { holdLock } from "../store/lock.ts";
import { openPostgres } from "../store/postgres.ts";
import { openSqlite } from "../store/sqlite.ts";
import type { Invocation, Outcome } from "./command.ts";

export async function run({ environment }: Invocation): Promise<Outcome> {
  const config = readConfig(environment);
  mkdirSync(config.home, { recursive: true, mode: 0o700 });
  const lock = config.databaseUrl === undefined ? holdLock(config.lockFile) : undefined;
  try {
    const store =
      config.databaseUrl === undefined
        ? openSqlite(config.sqliteFile)
        : await openPostgres({ url: config.databaseUrl, directUrl: config.databaseDirectUrl });
    await store.close();
    const { applied, dialect } = store;
    const text = applied.length === 0 ? "The schema is up to date." : `Applied ${applied.join(", ")}.`;
    return { data: { database: dialect, applied }, text };
  } finally {
    lock?.release();
  }
}
