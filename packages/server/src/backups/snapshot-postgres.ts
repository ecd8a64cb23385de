import { createWriteStream } from "node:fs";
import { mkdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import postgres, { type TransactionSql } from "postgres";
import { syncFile } from "../lake/parts-files.ts";
import { migrationState } from "../store/migrations.ts";
import type { StoredTable } from "./manifest.ts";
import { archivesSince, archivesSql, partsSql, readyExportsSql, type Snapshot } from "./snapshot.ts";
import { measured } from "./stored-files.ts";

/** What is divided into parts is read as one table, and divided anew where it is restored. */
const columnsSql = `select table_name, column_name from information_schema.columns
  where table_schema = 'public' and not (select relispartition from pg_class where oid = quote_ident(table_name)::regclass)
  order by table_name, ordinal_position`;

/**
 * All tables as one read-only transaction sees them, each as COPY writes it. Our own and not pg_dump, which would have to be
 * installed in the server's own version, and knows nothing of parts, exports and secrets.
 */
export async function snapshotPostgres(url: string, folder: string): Promise<Snapshot> {
  const client = postgres(url, { max: 1, prepare: false, fetch_types: false, onnotice: () => {} });
  await mkdir(join(folder, "tables"), { recursive: true, mode: 0o700 });
  try {
    return await client.begin("isolation level repeatable read read only", async (tx) => {
      // What is selected has the shape that the caller states.
      const rows = <Row extends object>(sql: string) => tx.unsafe(sql) as unknown as Promise<Row[]>;
      const { applied: migrations } = await migrationState("postgres", rows);
      const parts = await rows<{ sha256: string; bytes: string }>(partsSql(migrations));
      const hasArchives = migrations.includes(archivesSince);
      const archives = hasArchives ? await rows<{ file: string; sha256: string; bytes: string }>(archivesSql) : [];
      return {
        database: { tables: await copyTables(tx, folder) },
        migrations,
        parts: parts.map(({ sha256, bytes }) => ({ sha256, bytes: Number(bytes) })),
        archives: archives.map(({ bytes, ...archive }) => ({ ...archive, bytes: Number(bytes) })),
        exports: await rows<Snapshot["exports"][number]>(readyExportsSql),
      };
    });
  } finally {
    await client.end({ timeout: 5 });
  }
}

async function copyTables(tx: TransactionSql, folder: string): Promise<StoredTable[]> {
  const found = (await tx.unsafe(columnsSql)) as unknown as { table_name: string; column_name: string }[];
  const tables: StoredTable[] = [];
  for (const [name, columns] of Map.groupBy(found, ({ table_name }) => table_name)) {
    const names = columns.map(({ column_name }) => column_name);
    const draft = `tables/${name}.new`;
    const rows = await tx`copy (select ${tx(names)} from ${tx(name)}) to stdout`.readable();
    await pipeline(rows, createWriteStream(join(folder, draft), { mode: 0o600 }));
    // Named by its content: the file that the manifest before names is in nobody's way, so a backup that fails harms no earlier one.
    const { sha256, bytes } = await measured(folder, draft);
    const path = `tables/${name}-${sha256.slice(0, 16)}.copy`;
    await rename(join(folder, draft), join(folder, path));
    tables.push({ path, bytes, sha256, name, columns: names });
  }
  await syncFile(join(folder, "tables"));
  return tables;
}
