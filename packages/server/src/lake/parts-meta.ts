import type { Definition } from "../datasets/definition.ts";
import { type Duckdb, quoteText } from "./duckdb.ts";
import type { TimestampDigits } from "./value-text.ts";

/**
 * What a part says of itself, in its Parquet metadata. All that its index depends on is here, and so in its hash: one hash
 * means one index, whichever datasets and versions share the part.
 */
export type PartMeta = {
  format: 1;
  columns: { name: string; type: string }[];
  key: string[];
  time: string | null;
  /** Fraction digits of every timestamp: 0 whole seconds, 3 milliseconds, 6 microseconds. */
  timestampDigits: TimestampDigits;
};

const metaName = "wizdata";

export function partMeta(definition: Definition, timestampDigits: TimestampDigits): PartMeta {
  const columns = definition.columns.map(({ name, type }) => ({ name, type }));
  return { format: 1, columns, key: definition.key, time: definition.time, timestampDigits };
}

/** The options of a COPY that writes a part. */
export function partCopyOptions(meta: PartMeta): string {
  return `FORMAT parquet, COMPRESSION zstd, KV_METADATA {${metaName}: ${quoteText(JSON.stringify(meta))}}`;
}

/** The options of a COPY that writes a file of an export: it says that its times are in UTC, as those of parts are. */
export function parquetCopyOptions(codec: string): string {
  const meta = JSON.stringify({ format: 1, timestamps: "UTC" });
  return `FORMAT parquet, COMPRESSION ${codec}, KV_METADATA {${metaName}: ${quoteText(meta)}}`;
}

/** What a Parquet file that was written here says of itself; undefined of any other. */
export async function wizdataMeta(db: Duckdb, file: string): Promise<string | undefined> {
  const [found] = await db.rows(
    `SELECT decode(value) FROM parquet_kv_metadata(${quoteText(file)}) WHERE decode(key) = ${quoteText(metaName)}`,
  );
  return found === undefined ? undefined : String(found[0]);
}

export async function readPartMeta(db: Duckdb, file: string): Promise<PartMeta> {
  const found = await wizdataMeta(db, file);
  if (found === undefined) throw new Error("this Parquet file is no part of a lake");
  // Only partCopyOptions writes under this name, and the file's bytes are those its hash names.
  return JSON.parse(found) as PartMeta;
}
