import Database from "better-sqlite3";

export const busyTimeoutMs = 10_000;

/** A connection that writes durably. Only the connection that created a WAL file defaults to FULL, so it is set at every open. */
export function connect(file: string): Database.Database {
  const connection = new Database(file, { timeout: busyTimeoutMs });
  connection.pragma("journal_mode = wal");
  connection.pragma("synchronous = full");
  connection.pragma("foreign_keys = on");
  return connection;
}
