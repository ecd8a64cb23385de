import { WizDataError } from "../core/errors.ts";
import type { ChangedRow } from "../data.ts";
import { builtins, unlessMissing } from "../downloads/builtins.ts";
import { withoutChanged, writeLines } from "./folder-lines.ts";
import type { SyncBatch, SyncStore } from "./sync.ts";

/** What `wizdata-sync.json` says: which files hold the copy. A file that it does not name is none of it. */
type State = {
  format: 1;
  dataset: string;
  version: number;
  token: string;
  /** Goes up with each commit, and is in the names of the files that it wrote. */
  generation: number;
  files: { name: string; bucket: string; rows: number; bytes: number }[];
};

const stateFile = "wizdata-sync.json";
const fileForm = /^[\w-]{1,40}-\d+\.ndjson$/;
/** They are held until the commit. */
const changesMax = 500_000;
const bucketChars = { year: 4, month: 7, day: 10, none: 0 } as const;

/**
 * A copy as files of lines of JSON, one for each year, month or day of the dataset. Files are never written over: new ones get their
 * place when the state that names them is renamed, so that whoever is killed in between leaves the old copy whole.
 */
export class FolderStore implements SyncStore {
  readonly changesMax = changesMax;
  readonly #folder: string;
  readonly #dataset: string;
  #state: State | undefined;
  #isWhole = false;
  #version = 0;
  #key: readonly string[] = [];
  /** Of each bucket the rows to write, by key; null where one goes. */
  readonly #changed = new Map<string, Map<string, string | null>>();
  readonly #written = new Map<string, State["files"][number]>();

  constructor(folder: string, dataset: string) {
    this.#folder = folder;
    this.#dataset = dataset;
  }

  async state(): Promise<string | null> {
    const { fs } = builtins();
    const text = await fs.readFile(this.#path(stateFile), "utf8").catch(unlessMissing);
    // Written by commit(), in one step.
    this.#state = text === undefined ? undefined : (JSON.parse(text) as State);
    if (!this.#state) return null;
    const { dataset, token, files } = this.#state;
    if (dataset !== this.#dataset)
      throw new WizDataError(`${this.#folder} holds a copy of ${dataset}. Choose another folder for ${this.#dataset}.`);
    for (const { name, bytes } of files) {
      const found = await fs.stat(this.#path(name)).catch(unlessMissing);
      if (found?.size !== bytes) return null;
    }
    return token;
  }

  async apply(batch: SyncBatch): Promise<void> {
    const { isFirst, isWhole, version, key } = batch;
    if (isFirst) {
      this.#changed.clear();
      this.#written.clear();
      this.#isWhole = isWhole;
      this.#version = version;
      this.#key = key;
    }
    for (const [bucket, rows] of Map.groupBy(batch.changes, (row) => bucketOf(row, batch))) {
      if (isWhole) await this.#append(bucket, rows.map(lineOf));
      else this.#collect(bucket, rows);
    }
  }

  #collect(bucket: string, rows: readonly ChangedRow[]): void {
    const lines = this.#changed.get(bucket) ?? new Map<string, string | null>();
    this.#changed.set(bucket, lines);
    for (const row of rows) {
      const isGone = row._change === "removed" || row._change === "expired";
      lines.set(keyOf(row, this.#key), isGone ? null : lineOf(row));
    }
  }

  async #append(bucket: string, lines: readonly string[]): Promise<void> {
    const known = this.#written.get(bucket);
    const name = `${bucket}-${this.#nextGeneration}.ndjson`;
    // What a sync that was killed has left under this name is written over.
    const bytes = await writeLines(this.#path(name), lines, known === undefined ? "w" : "a");
    const [rows, before] = [known?.rows ?? 0, known?.bytes ?? 0];
    this.#written.set(bucket, { name, bucket, rows: rows + lines.length, bytes: before + bytes });
  }

  async commit(token: string): Promise<void> {
    for (const [bucket, lines] of this.#changed) await this.#merge(bucket, lines);
    const { fs } = builtins();
    const kept = this.#isWhole ? [] : (this.#state?.files ?? []);
    const files = [
      ...kept.filter(({ bucket }) => !this.#changed.has(bucket)),
      ...[...this.#written.values()].filter(({ rows }) => rows > 0),
    ].sort((left, right) => (left.bucket < right.bucket ? -1 : 1));
    for (const { name } of this.#written.values()) await this.#sync(name);
    const version = this.#version || (this.#state?.version ?? 0);
    const state: State = { format: 1, dataset: this.#dataset, version, token, generation: this.#nextGeneration, files };
    await fs.writeFile(this.#path(`${stateFile}.new`), `${JSON.stringify(state, null, 2)}\n`, { flush: true });
    await fs.rename(this.#path(`${stateFile}.new`), this.#path(stateFile));
    if (process.platform !== "win32") await this.#sync(".");
    this.#state = state;
    const named = new Set(files.map(({ name }) => name));
    for (const name of await fs.readdir(this.#folder))
      if (fileForm.test(name) && !named.has(name)) await fs.rm(this.#path(name), { force: true });
  }

  /** The rows that a bucket has and that did not change, then those that did. */
  async #merge(bucket: string, lines: ReadonlyMap<string, string | null>): Promise<void> {
    const old = this.#state?.files.find((file) => file.bucket === bucket);
    await this.#append(bucket, []);
    if (old)
      for await (const kept of withoutChanged(this.#path(old.name), (row) => lines.has(keyOf(row, this.#key))))
        await this.#append(bucket, kept);
    await this.#append(
      bucket,
      [...lines.values()].filter((line) => line !== null),
    );
  }

  get #nextGeneration(): number {
    return (this.#state?.generation ?? 0) + 1;
  }

  #path(name: string): string {
    return builtins().path.resolve(this.#folder, name);
  }

  async #sync(name: string): Promise<void> {
    const handle = await builtins().fs.open(this.#path(name), "r");
    await handle.sync().finally(() => handle.close());
  }
}

/** A row stays where its key is: only where the time is part of it, the time says where that is. */
function bucketOf(row: ChangedRow, { key, time, partition }: SyncBatch): string {
  const value = time !== null && partition !== "none" && key.includes(time) ? memberOf(row, time) : undefined;
  return typeof value === "string" || typeof value === "number"
    ? String(value).slice(0, bucketChars[partition])
    : "all";
}

const memberOf = (row: object, name: string): unknown => Reflect.get(row, name);
const keyOf = (row: object, key: readonly string[]) => JSON.stringify(key.map((name) => memberOf(row, name)));

function lineOf({ _change, ...row }: ChangedRow): string {
  return JSON.stringify(row);
}
