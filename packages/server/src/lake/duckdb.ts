import { join } from "node:path";
import type { DuckDBConnection, DuckDBValue } from "@duckdb/node-api";
import { lakePaths } from "./parts-paths.ts";
import { valueTextMacros } from "./value-text.ts";
import type { JobContext } from "./worker-jobs.ts";

export type Duckdb = {
  connection: DuckDBConnection;
  /** The rows of a small result as arrays of plain values. */
  rows(sql: string, values?: DuckDBValue[]): Promise<unknown[][]>;
  close(): void;
};

/** Names are checked when a dataset is defined; quoted all the same, since some are words of SQL. */
export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Only for text that cannot be bound: names of files of ours, options. What a user filters by is bound. */
export const quoteText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A database of its own for each job: nothing carries over, and closing it gives the memory back. */
export async function openDuckdb({
  home,
  work,
  duckdb,
}: Pick<JobContext, "home" | "work" | "duckdb">): Promise<Duckdb> {
  const { staging, parts, changes, exports, archives } = lakePaths(home);
  // Loaded by who opens one: the serving process reads the texts of this file, and never DuckDB.
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:", {
    memory_limit: `${duckdb.memoryMb}MB`,
    threads: String(duckdb.threads),
    temp_directory: join(work, "duckdb"),
    max_temp_directory_size: `${duckdb.temporaryBytesMax}B`,
    preserve_insertion_order: "true",
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    allow_community_extensions: "false",
  });
  const connection = await instance.connect();
  const folders = [staging, parts, changes, exports, archives].map(quoteText).join(", ");
  await connection.run("SET TimeZone = 'UTC'");
  // Its figures are read by whoever waits for a statement; stdout is nobody's.
  await connection.run("SET enable_progress_bar_print = false");
  await connection.run("SET enable_progress_bar = true");
  await connection.run(valueTextMacros);
  // A mistake in a statement can reach the lake's own files and nothing else of the machine.
  await connection.run(`SET allowed_directories = [${folders}]`);
  await connection.run("SET enable_external_access = false");
  await connection.run("SET lock_configuration = true");
  return {
    connection,
    rows: async (sql, values) => (await connection.runAndReadAll(sql, values)).getRowsJS(),
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
