import { createReadStream } from "node:fs";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import postgres, { type Sql } from "postgres";
import { ConfigError } from "../config.ts";
import { requireDrizzle } from "../store/drizzle.ts";
import { migrationsFolder } from "../store/migrations.ts";
import type { StoredTable } from "./manifest.ts";

const { drizzle } = requireDrizzle("drizzle-orm/postgres-js");
const { migrate } = requireDrizzle("drizzle-orm/postgres-js/migrator");

const ownTablesSql = "select 1 from information_schema.tables where table_schema in ('public', 'drizzle') limit 1";
const referencesSql = `select conrelid::regclass::text as of, confrelid::regclass::text as "to"
  from pg_constraint where contype = 'f' and conrelid <> confrelid`;

/** Fills an empty database: the schema of the backup's time first, then its rows; later migrations come with the first start. */
export async function restoreTables(url: string, folder: string, tables: StoredTable[], tags: string[]): Promise<void> {
  const client = postgres(url, { max: 1, prepare: false, fetch_types: false, onnotice: () => {} });
  try {
    if ((await client.unsafe(ownTablesSql)).length > 0)
      throw new ConfigError(["DATABASE_URL: this database has tables. A backup is restored into an empty one."]);
    await migrateUpTo(client, tags);
    for (const { name, columns, path } of await inOrder(client, tables)) {
      const rows = await client`copy ${client(name)} (${client(columns)}) from stdin`.writable();
      await pipeline(createReadStream(join(folder, path)), rows);
    }
  } finally {
    await client.end({ timeout: 5 });
  }
}

/** Of all migrations only those that the backup had, in a folder as drizzle reads it. */
async function migrateUpTo(client: Sql, tags: string[]): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), "wizdata-migrations-"));
  try {
    await cp(migrationsFolder("postgres"), scratch, { recursive: true });
    const file = join(scratch, "meta", "_journal.json");
    const journal = JSON.parse(await readFile(file, "utf8")) as { entries: { tag: string }[] }; // as drizzle-kit writes it
    const entries = journal.entries.filter(({ tag }) => tags.includes(tag));
    await writeFile(file, JSON.stringify({ ...journal, entries }));
    await migrate(drizzle(client), { migrationsFolder: scratch });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** What is referred to comes before what refers to it. */
async function inOrder(client: Sql, tables: StoredTable[]): Promise<StoredTable[]> {
  const references = (await client.unsafe(referencesSql)) as unknown as { of: string; to: string }[];
  const plain = (name: string) => name.replaceAll('"', "");
  const ordered: StoredTable[] = [];
  const waiting = new Set(tables);
  while (waiting.size > 0) {
    const known = new Set(ordered.map(({ name }) => name));
    const ready = [...waiting].filter(({ name }) =>
      references.every(({ of, to }) => plain(of) !== name || known.has(plain(to))),
    );
    if (ready.length === 0) throw new Error("The tables refer to each other in a circle.");
    for (const table of ready) waiting.delete(table);
    ordered.push(...ready);
  }
  return ordered;
}
