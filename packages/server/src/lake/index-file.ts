import { createHash } from "node:crypto";
import type { DuckDBDataChunk, DuckDBValue } from "@duckdb/node-api";
import Database from "better-sqlite3";
import { type Duckdb, quoteName, quoteText } from "./duckdb.ts";
import { indexFormat } from "./index-reader.ts";
import { syncFile } from "./parts-files.ts";
import { type PartMeta, readPartMeta } from "./parts-meta.ts";
import { type ColumnType, parseColumnType, rowJsonSql, valueTextSql } from "./value-text.ts";

/** More key columns than this would need too many indexes for all their combinations. */
const combinedColumnsMax = 3;

/** The key and time columns, in the order of the key, time last where the key lacks it. */
function indexedColumns({ key, time, columns }: PartMeta): { name: string; type: ColumnType }[] {
  const names = time === null || key.includes(time) ? key : [...key, time];
  return names.map((name) => {
    const column = columns.find((candidate) => candidate.name === name);
    if (!column) throw new Error(`the part has no column ${name}`);
    return { name, type: parseColumnType(column.type) };
  });
}

function sqliteType({ kind }: ColumnType): "INTEGER" | "REAL" | "TEXT" {
  if (kind === "integer") return "INTEGER";
  return kind === "number" ? "REAL" : "TEXT";
}

/** Every non-empty selection of the names, each in their order. */
function combinations(names: string[]): string[][] {
  const selections: string[][] = [];
  for (const name of names) selections.push(...selections.map((selection) => [...selection, name]), [name]);
  return selections;
}

/**
 * The column lists that get an index. Within equal values an index is in order of place, which is order of time: so equality
 * on key columns needs no sorting by time, and the key itself serves order=key.
 */
export function indexLists({ key, time }: Pick<PartMeta, "key" | "time">): string[][] {
  const others = key.filter((name) => name !== time);
  const equalities =
    others.length <= combinedColumnsMax ? combinations(others) : [...others.map((name) => [name]), others];
  const lists = [...(time === null ? [] : [[time]]), ...equalities, ...(key.length > 0 ? [key] : [])];
  return [...new Map(lists.map((list) => [list.join(), list])).values()];
}

/** SQLite's own types for what is compared as a number, the wire's text for the rest. */
function keyValueSql(column: { name: string; type: ColumnType }, digits: PartMeta["timestampDigits"]): string {
  const name = quoteName(column.name);
  return sqliteType(column.type) === "TEXT" ? valueTextSql(column.type, name, digits) : name;
}

function createTables(sqlite: Database.Database, columns: { name: string; type: ColumnType }[]): void {
  // The file is thrown away if anything goes wrong before it is complete, so it needs no journal.
  sqlite.pragma("journal_mode = OFF");
  sqlite.pragma("synchronous = OFF");
  sqlite.pragma("locking_mode = EXCLUSIVE");
  sqlite.pragma("cache_size = -16000");
  const typed = columns.map(({ name, type }) => `, ${quoteName(name)} ${sqliteType(type)} NOT NULL`);
  sqlite.exec(`CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
    CREATE TABLE rows (place INTEGER PRIMARY KEY, json TEXT NOT NULL${typed.join("")}) STRICT;`);
}

function insertChunk(insert: Database.Statement, chunk: DuckDBDataChunk, place: number): void {
  const columns = chunk.getColumns();
  const row: (DuckDBValue | undefined)[] = [];
  for (let at = 0; at < chunk.rowCount; at++) {
    row[0] = place + at;
    for (let column = 0; column < columns.length; column++) row[column + 1] = columns[column]?.[at];
    insert.run(row);
  }
}

/** Copies all rows in the part's order: DuckDB prepares the next chunk while SQLite takes this one. */
async function insertRows(
  sqlite: Database.Database,
  db: Duckdb,
  select: string,
  columnCount: number,
  onProgress: (rows: number) => void,
): Promise<number> {
  const insert = sqlite.prepare(`INSERT INTO rows VALUES (${Array(columnCount).fill("?").join(", ")})`);
  const result = await db.connection.stream(select);
  let place = 0;
  let coming = result.fetchChunk();
  for (;;) {
    const chunk = await coming;
    if (!chunk || chunk.rowCount === 0) return place;
    coming = result.fetchChunk();
    insertChunk(insert, chunk, place);
    place += chunk.rowCount;
    onProgress(place);
  }
}

/**
 * Builds the index of a part from nothing but the part: rows in the part's order, each as its whole JSON text, with the key and
 * time columns beside it. The file is complete and synced when this resolves.
 */
export async function buildIndex(
  db: Duckdb,
  partFile: string,
  indexFile: string,
  onProgress: (rows: number) => void = () => {},
): Promise<{ rows: number }> {
  const meta = await readPartMeta(db, partFile);
  const columns = indexedColumns(meta);
  const sqlite = new Database(indexFile);
  try {
    createTables(sqlite, columns);
    sqlite.exec("BEGIN");
    const values = columns.map((column) => keyValueSql(column, meta.timestampDigits));
    const json = rowJsonSql(
      meta.columns.map(({ name, type }) => ({ name, type: parseColumnType(type) })),
      meta.timestampDigits,
    );
    const select = `SELECT ${[json, ...values].join(", ")} FROM read_parquet(${quoteText(partFile)})`;
    const rows = await insertRows(sqlite, db, select, columns.length + 2, onProgress);
    for (const list of indexLists(meta)) {
      sqlite.exec(`CREATE INDEX ${quoteName(`by ${list.join(", ")}`)} ON rows (${list.map(quoteName).join(", ")})`);
    }
    writeMeta(sqlite, meta, rows);
    sqlite.exec("COMMIT");
    sqlite.close();
    await syncFile(indexFile);
    return { rows };
  } finally {
    sqlite.close();
  }
}

function writeMeta(sqlite: Database.Database, meta: PartMeta, rows: number): void {
  const definition = JSON.stringify(meta);
  const insert = sqlite.prepare("INSERT INTO meta VALUES (?, ?)");
  insert.run("format", String(indexFormat));
  insert.run("rows", String(rows));
  insert.run("definition", definition);
  insert.run("definition_sha256", createHash("sha256").update(definition).digest("hex"));
}
