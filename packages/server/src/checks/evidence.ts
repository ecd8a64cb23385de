import { existsSync } from "node:fs";
import Database from "better-sqlite3";
import postgres from "postgres";
import { type Config, ConfigError } from "../config.ts";
import { type LakePaths, lakePaths } from "../lake/parts-paths.ts";
import { parseSecrets } from "../secrets.ts";
import { busyTimeoutMs } from "../store/connection.ts";
import { steady } from "../store/postgres-socket.ts";

/** What a check looks at. It can change nothing of it, so a check is safe beside a server at work. */
export type Evidence = {
  dialect: "sqlite" | "postgres";
  home: string;
  /** The database's own file, where it has one. */
  file: string | undefined;
  paths: LakePaths;
  /** The secrets of the environment; undefined where the home keeps its own. */
  secrets: Buffer[] | undefined;
  /** All rows of one statement, each of which sees one moment. */
  rows<Row extends object>(sql: string): Promise<Row[]>;
  close(): Promise<void>;
};

export type EvidenceOf = Pick<Config, "home" | "sqliteFile" | "databaseUrl" | "secret">;

/** The longest that one statement may take. */
const statementMs = 1_800_000;

export async function openEvidence(config: EvidenceOf): Promise<Evidence> {
  const { home, databaseUrl, secret } = config;
  const secrets = secret === undefined ? undefined : parseSecrets(secret);
  const shared = { home, paths: lakePaths(home), secrets };
  return { ...shared, ...(databaseUrl === undefined ? openFile(config.sqliteFile) : openUrl(databaseUrl)) };
}

type Reading = Pick<Evidence, "dialect" | "file" | "rows" | "close">;

function openFile(file: string): Reading {
  if (!existsSync(file)) throw new ConfigError([`WIZDATA_HOME: there is no platform here: ${file} does not exist`]);
  const reader = new Database(file, { readonly: true, timeout: busyTimeoutMs });
  return {
    dialect: "sqlite",
    file,
    // The statements are ours, and each caller states the row it selects.
    rows: async <Row>(sql: string) => reader.prepare<[], Row>(sql).all(),
    close: async () => void reader.close(),
  };
}

function openUrl(url: string): Reading {
  const client = postgres(url, {
    max: 1,
    prepare: false,
    fetch_types: false,
    onnotice: () => {},
    // Sums of counts come as numeric, which the driver leaves as text; all of ours are whole.
    types: { whole: { to: 20, from: [20, 1700], serialize: String, parse: Number } },
    ...steady(statementMs),
  });
  return {
    dialect: "postgres",
    file: undefined,
    rows: <Row extends object>(sql: string) =>
      client.begin("isolation level repeatable read read only", (tx) => tx.unsafe(sql)) as unknown as Promise<Row[]>,
    close: () => client.end({ timeout: 5 }),
  };
}

/** A value of a `json` column: text in SQLite, parsed by Postgres. The caller states its type, as the schema does. */
export const fromJson = <T>(value: unknown): T => (typeof value === "string" ? JSON.parse(value) : value) as T;

/** A value of a `time` column. */
export const fromTime = (value: number | Date): Date => new Date(value);
