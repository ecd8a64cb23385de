import { existsSync } from "node:fs";
import Database from "better-sqlite3";

/** The form of an index file. A reader that finds another one has it built again. */
export const indexFormat = 1;

/** The index of this part is not there, or is damaged: a worker has to build it again from the part. */
export class UnusableIndex extends Error {
  override readonly name = "UnusableIndex";
  readonly sha256: string;
  constructor(sha256: string, cause?: unknown) {
    super(`the index of part ${sha256} cannot be read`, { cause });
    this.sha256 = sha256;
  }
}

export type Bindable = string | number;

const mappedBytesMax = 1 << 30;

/** An open index file. Every method is synchronous and reads what it was asked for, nothing ahead. */
export class IndexFile {
  readonly #sha256: string;
  readonly #database: Database.Database;
  // Statements of one shape each: their number is that of the dataset's key columns and orders, whatever callers ask.
  readonly #single = new Map<string, Database.Statement<Bindable[]>>();
  readonly #several = new Map<string, Database.Statement<Bindable[]>>();

  constructor(database: Database.Database, sha256: string) {
    this.#sha256 = sha256;
    this.#database = database;
    // A file that never changes needs no lock taken and no journal looked for at each statement.
    database.pragma("locking_mode = exclusive");
    // The kernel's cache is shared by all handles and given back under pressure; SQLite's own would be neither.
    database.pragma(`mmap_size = ${mappedBytesMax}`);
    database.pragma("cache_size = -256");
    const format = this.first<string>("SELECT value FROM meta WHERE name = 'format'", []);
    if (format !== String(indexFormat)) throw new UnusableIndex(sha256);
  }

  /** A row's whole JSON. */
  text(place: number): string {
    const text = this.first<string>("SELECT json FROM rows WHERE place = ?", [place]);
    if (text === undefined) throw new UnusableIndex(this.#sha256);
    return text;
  }

  /** The first column of each row. As below, the types are those of the columns that the caller's SQL names. */
  column<T extends Bindable>(sql: string, values: Bindable[]): T[] {
    return this.#guard(() => this.#prepared(this.#single, sql).all(...values) as T[]);
  }

  /** The first column of the first row. */
  first<T extends Bindable>(sql: string, values: Bindable[]): T | undefined {
    return this.#guard(() => this.#prepared(this.#single, sql).get(...values) as T | undefined);
  }

  /** Rows as arrays. */
  rows<T extends Bindable[]>(sql: string, values: Bindable[]): T[] {
    return this.#guard(() => this.#prepared(this.#several, sql).all(...values) as T[]);
  }

  #prepared(statements: Map<string, Database.Statement<Bindable[]>>, sql: string): Database.Statement<Bindable[]> {
    const known = statements.get(sql);
    if (known) return known;
    const statement = this.#database.prepare<Bindable[]>(sql);
    if (statements === this.#single) statement.pluck();
    else statement.raw();
    statements.set(sql, statement);
    return statement;
  }

  #guard<T>(read: () => T): T {
    try {
      return read();
    } catch (error) {
      throw isDamage(error) ? new UnusableIndex(this.#sha256, error) : error;
    }
  }

  close(): void {
    this.#database.close();
  }
}

/** Also when a table is not there: then the file is not an index. */
function isDamage(error: unknown): boolean {
  return error instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB|ERROR$)/.test(error.code);
}

export type IndexReader = {
  /** The open index of a part; throws UnusableIndex. Good until the next call: not to be kept. */
  open(sha256: string): IndexFile;
  /** Lets go of a file that is about to be replaced. */
  forget(sha256: string): void;
  close(): void;
};

/** Keeps the index files used last open; the one unused for longest is closed for a new one. */
export function createIndexReader(options: { pathOf(sha256: string): string; openMax?: number }): IndexReader {
  const { pathOf, openMax = 64 } = options;
  // A Map remembers the order of insertion, so the first entry is the one unused for longest.
  const files = new Map<string, IndexFile>();
  let latest: { sha256: string; file: IndexFile } | undefined;

  function load(sha256: string): IndexFile {
    const path = pathOf(sha256);
    let database: Database.Database | undefined;
    try {
      database = new Database(path, { readonly: true, fileMustExist: true });
      return new IndexFile(database, sha256);
    } catch (error) {
      database?.close();
      throw isDamage(error) || !existsSync(path) ? new UnusableIndex(sha256, error) : error;
    }
  }

  function forget(sha256: string): void {
    latest = undefined;
    files.get(sha256)?.close();
    files.delete(sha256);
  }

  return {
    open(sha256) {
      if (latest?.sha256 === sha256) return latest.file;
      const file = files.get(sha256) ?? load(sha256);
      files.delete(sha256);
      files.set(sha256, file);
      const [oldest] = files.keys();
      if (files.size > openMax && oldest !== undefined) forget(oldest);
      latest = { sha256, file };
      return file;
    },
    forget,
    close() {
      for (const sha256 of [...files.keys()]) forget(sha256);
    },
  };
}
