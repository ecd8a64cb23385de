import { chmodSync, existsSync } from "node:fs";
import Database from "better-sqlite3";
import { sqliteColumns } from "./columns.sqlite.ts";
import { busyTimeoutMs, connect } from "./connection.ts";
import { requireDrizzle } from "./drizzle.ts";
import { type Applied, compareMigrations, migrationSql, migrationsFolder, pendingMigrations } from "./migrations.ts";
import { type Db, flat, type Store } from "./store.ts";
import { defineTables } from "./tables.ts";
import { type Turns, takeTurns } from "./turns.ts";

const { drizzle } = requireDrizzle("drizzle-orm/better-sqlite3");
const { migrate } = requireDrizzle("drizzle-orm/better-sqlite3/migrator");

export type SqliteStore = Store & {
  dialect: "sqlite";
  file: string;
  /** The one queue of all writers of the file, the meter's thread included, so that none ever waits inside SQLite. */
  turns: Turns;
  /** As if the process had been killed: what is not committed by now never is. For rehearsals of that. */
  sever(): void;
};

/** What a file holds after such an error is not known; only a process that opens it anew may trust it. */
const fatal = /^SQLITE_(IOERR|CORRUPT|NOTADB)/;

/** `onFatal` is told when the file can no longer be trusted: the process should end. */
export function openSqlite(file: string, onFatal: (error: unknown) => void = () => {}): SqliteStore {
  const applied = create(file);
  const writer = connect(file);
  const reader = new Database(file, { readonly: true, timeout: busyTimeoutMs });
  verify(writer);
  const tx = asDb(writer);
  const turns = takeTurns();

  return {
    dialect: "sqlite",
    file,
    applied,
    turns,
    db: asDb(reader),
    // better-sqlite3's own transaction() cannot await, so writers queue here and begin by hand.
    transaction: flat((work) =>
      turns(async () => {
        try {
          writer.exec("begin immediate");
          const result = await work(tx);
          writer.exec("commit");
          return result;
        } catch (error) {
          if (isFatal(error)) onFatal(error);
          if (writer.inTransaction) writer.exec("rollback");
          throw error;
        }
      }),
    ),
    async snapshot(work) {
      const connection = new Database(file, { readonly: true, timeout: busyTimeoutMs });
      try {
        // The first read fixes the moment.
        connection.exec("begin");
        return await work(asDb(connection));
      } finally {
        connection.close();
      }
    },
    async ping() {
      reader.prepare("select 1").get();
    },
    sever() {
      reader.close();
      writer.close();
    },
    async close() {
      await turns(async () => {
        reader.close();
        writer.close();
      });
    },
  };
}

/** The driver's error, or the one that drizzle wraps it in. */
function isFatal(error: unknown): boolean {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return cause instanceof Database.SqliteError && fatal.test(cause.code);
}

/** Makes the file, or brings it up to date; gives the migrations that this took. */
function create(file: string): string[] {
  const isNew = !existsSync(file);
  const connection = connect(file);
  if (isNew) chmodSync(file, 0o600);
  try {
    const { exists, applied } = migrationSql.sqlite;
    const known = connection.prepare(exists).get() ? connection.prepare<[], Applied>(applied).all() : [];
    const pending = pendingMigrations("sqlite", compareMigrations("sqlite", known));
    migrate(drizzle(connection), { migrationsFolder: migrationsFolder("sqlite") });
    return pending;
  } finally {
    connection.close();
  }
}

/** Refuses to serve from a file that would lose acknowledged commits, on the reopened connection that will write them. */
function verify(connection: Database.Database): void {
  const found = {
    journal_mode: connection.pragma("journal_mode", { simple: true }),
    synchronous: connection.pragma("synchronous", { simple: true }),
    foreign_keys: connection.pragma("foreign_keys", { simple: true }),
  };
  if (found.journal_mode !== "wal" || found.synchronous !== 2 || found.foreign_keys !== 1) {
    throw new Error(
      `The database is not durable: ${JSON.stringify(found)}. It needs WAL, synchronous=FULL and foreign keys.`,
    );
  }
}

function asDb(connection: Database.Database): Db {
  // The sqlite builders run the same statements; their types differ from Postgres' in name only.
  return Object.assign(drizzle(connection), {
    t: defineTables(sqliteColumns),
    lock: <Q>(query: Q) => query,
  }) as unknown as Db;
}
