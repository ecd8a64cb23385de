import type { DuckDBConnection, DuckDBValue } from "@duckdb/node-api";
import { quoteName, quoteText } from "../lake/duckdb.ts";
import { sqlType } from "../lake/query-conditions.ts";
import { parseColumnType, type TimestampDigits, valueTextMacros } from "../lake/value-text.ts";
import type { SandboxTable } from "./messages.ts";

export type Locked = {
  connection: DuckDBConnection;
  rows(sql: string, values?: DuckDBValue[]): Promise<unknown[][]>;
};

/**
 * A database in memory that reaches these files of its folder and nothing else: no other file, no network, no extension, no
 * secret, no room on the disk; and no statement can change that.
 */
export async function openLocked(files: readonly string[], memoryMb: number): Promise<Locked> {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:", {
    memory_limit: `${memoryMb}MB`,
    threads: "1",
    temp_directory: "",
    max_temp_directory_size: "0B",
    preserve_insertion_order: "true",
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    allow_community_extensions: "false",
    allow_unsigned_extensions: "false",
    allow_persistent_secrets: "false",
    extension_directory: "",
    custom_extension_repository: "",
  });
  const connection = await instance.connect();
  const settings = [
    "TimeZone = 'UTC'",
    "enable_progress_bar = false",
    "errors_as_json = true",
    // A division by zero is null, as in other databases, and no infinity.
    "ieee_floating_point_ops = false",
    "enable_external_file_cache = false",
    "home_directory = ''",
    `allowed_paths = [${files.map(quoteText).join(", ")}]`,
    "enable_external_access = false",
    "lock_configuration = true",
  ];
  for (const setting of settings) await connection.run(`SET ${setting}`);
  return { connection, rows: async (sql, values) => (await connection.runAndReadAll(sql, values)).getRowsJS() };
}

/** Gives each table's files their names. Columns are named one by one: what else a file may have is nobody's to see. */
export async function createTables({ connection }: Locked, tables: readonly SandboxTable[]): Promise<void> {
  await connection.run(valueTextMacros);
  for (const { names, columns, files } of tables) {
    const select =
      files.length === 0
        ? `SELECT ${columns.map(({ name, type }) => `${nullOf(type)} AS ${quoteName(name)}`).join(", ")} WHERE false`
        : `SELECT ${columns.map(({ name }) => quoteName(name)).join(", ")} FROM ${scan(files)}`;
    for (const name of names) await connection.run(`CREATE VIEW ${quoteName(name)} AS ${select}`);
  }
}

const nullOf = (type: string) => `CAST(NULL AS ${sqlType(parseColumnType(type))})`;
const scan = (files: readonly string[]) =>
  `read_parquet([${files.map(quoteText).join(", ")}], union_by_name = true, hive_partitioning = false)`;

/**
 * What a statement costs of a table: the packed bytes of the columns it names, or of all of them, in every file of the table, as
 * the files themselves tell it. It depends on nothing else, so the same statement on the same versions always costs the same.
 */
export async function scannedBytes({ rows }: Locked, { files, columns, read }: SandboxTable): Promise<number> {
  const named = columns.map(({ name }) => name).filter((name) => read === "all" || read.includes(name.toLowerCase()));
  if (files.length === 0 || named.length === 0) return 0;
  const [sum] = await rows(
    `SELECT CAST(coalesce(sum(total_compressed_size), 0) AS DOUBLE) FROM parquet_metadata([${files.map(quoteText).join(", ")}])
     WHERE path_in_schema IN (${named.map(quoteText).join(", ")})`,
  );
  return Number(sum?.[0]);
}

/** The digits that the times of these tables have: those of the finest. */
export async function digitsOf({ rows }: Locked, tables: readonly SandboxTable[]): Promise<TimestampDigits> {
  let digits: TimestampDigits = 0;
  for (const { files } of tables) {
    const [first] = files;
    if (first === undefined) continue;
    const [found] = await rows(
      `SELECT decode(value) FROM parquet_kv_metadata(${quoteText(first)}) WHERE decode(key) = 'wizdata'`,
    );
    // Only the lake writes under this name.
    const meta = JSON.parse(String(found?.[0] ?? "{}")) as { timestampDigits?: TimestampDigits };
    if ((meta.timestampDigits ?? 0) > digits) digits = meta.timestampDigits ?? 0;
  }
  return digits;
}
