import { chmodSync } from "node:fs";
import Database from "better-sqlite3";
import { ConfigError } from "../config.ts";

/**
 * One process per home. An exclusive transaction held open on a file of its own is a lock that the kernel ends with the
 * process, however that ends, and that no crash leaves behind.
 */
export function holdLock(file: string): { release(): void } {
  const connection = new Database(file, { timeout: 0 });
  chmodSync(file, 0o600);
  try {
    connection.pragma("journal_mode = delete");
    connection.exec("begin exclusive");
  } catch (error) {
    connection.close();
    if (!(error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY"))) throw error;
    throw new ConfigError([
      `WIZDATA_HOME: another WizData server runs on this home (${file} is locked). Stop it, or choose another folder.`,
    ]);
  }
  return { release: () => connection.close() };
}
