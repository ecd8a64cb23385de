import postgres from "postgres";
import { ConfigError } from "../config.ts";
import { postgresColumns } from "./columns.postgres.ts";
import { requireDrizzle, sql } from "./drizzle.ts";
import { migrationState, migrationsFolder, pendingMigrations } from "./migrations.ts";
import { steady } from "./postgres-socket.ts";
import { type Db, flat, type Store } from "./store.ts";
import { defineTables } from "./tables.ts";

const { drizzle } = requireDrizzle("drizzle-orm/postgres-js");
const { migrate } = requireDrizzle("drizzle-orm/postgres-js/migrator");

const t = defineTables(postgresColumns);
const connectTimeoutSeconds = 5;
/**
 * Whoever waits longer for somebody else's row is told so, and a commit is one only when it is on the disk, whatever the database
 * or the role is set to. Local, because a pooler shares sessions.
 */
const settings = sql`select set_config('lock_timeout', '5s', true), set_config('synchronous_commit', 'on', true)`;
const migrationLock = 7_301_991;

export type PostgresOptions = {
  url: string;
  /** Past a pooler, for what needs one session. */
  directUrl?: string | undefined;
  connectionsMax?: number;
  /** How long the database may say nothing to somebody who asked. */
  silenceMaxMs?: number;
};

export type PostgresStore = Store & {
  dialect: "postgres";
  /** Where the meter opens a connection of its own. */
  url: string;
};

export async function openPostgres({
  url,
  directUrl = url,
  connectionsMax = 10,
  silenceMaxMs,
}: PostgresOptions): Promise<PostgresStore> {
  const applied = await applyMigrations(directUrl);
  // Prepared statements are session state, which PgBouncer in transaction mode does not keep.
  const client = postgres(url, {
    max: connectionsMax,
    prepare: false,
    // We have no arrays; and nobody would hear of its question for their types failing, which ends the process.
    fetch_types: false,
    connect_timeout: connectTimeoutSeconds,
    onnotice: () => {},
    ...steady(silenceMaxMs),
  });
  const pool = drizzle(client);
  return {
    dialect: "postgres",
    url,
    applied,
    db: Object.assign(pool, { t, lock }),
    transaction: flat((work) =>
      pool.transaction(async (tx) => {
        // Sent along with the first statement, so that it costs no time; if it fails, so does that.
        const set = tx.execute(settings);
        set.catch(() => {});
        const result = await work(Object.assign(tx, { t, lock }));
        await set;
        return result;
      }),
    ),
    snapshot: (work) =>
      pool.transaction((tx) => work(Object.assign(tx, { t, lock })), {
        isolationLevel: "repeatable read",
        accessMode: "read only",
      }),
    async ping() {
      await client`select 1`;
    },
    close: () => client.end({ timeout: 5 }),
  };
}

/** Brings the schema up to date; gives the migrations that this took. */
async function applyMigrations(url: string): Promise<string[]> {
  const client = postgres(url, {
    max: 1,
    prepare: false,
    fetch_types: false,
    connect_timeout: connectTimeoutSeconds,
    onnotice: () => {},
  });
  try {
    // Two processes that start at once take turns: the lock lives as long as this one connection.
    await client`select pg_advisory_lock(${migrationLock})`;
    // What is selected has the shape that the caller states.
    const rows = <Row extends object>(sql: string) => client.unsafe(sql) as unknown as Promise<Row[]>;
    const pending = pendingMigrations("postgres", await migrationState("postgres", rows));
    await migrate(drizzle(client), { migrationsFolder: migrationsFolder("postgres") });
    return pending;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (!/^(ECONN|ENOTFOUND|EAI_|EHOST|ENET|CONNECT|28|3D|57P)/.test(code)) throw error;
    // The message of a driver could name the password; its code cannot.
    throw new ConfigError([`DATABASE_URL: the database does not answer, or not to this user (${code})`]);
  } finally {
    await client.end({ timeout: 5 });
  }
}

const lock: Db["lock"] = (query) => query.for("update") as typeof query;
