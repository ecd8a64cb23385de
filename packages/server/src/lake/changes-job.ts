import { mkdir, rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ofPartition, selectChanges } from "./changes-select.ts";
import { changeColumn } from "./changes-set.ts";
import { type Duckdb, openDuckdb, quoteName, quoteText } from "./duckdb.ts";
import { buildIndex } from "./index-file.ts";
import { type KeptChanges, type Part, rowChanges, type State } from "./lake.ts";
import { hashFile } from "./parts-files.ts";
import { type PartMeta, partCopyOptions, partMeta, readPartMeta } from "./parts-meta.ts";
import { lakePaths } from "./parts-paths.ts";
import { typeOf } from "./query-conditions.ts";
import { type TimestampDigits, valueTextSql } from "./value-text.ts";
import type { JobContext, JobHandler, JobRequest } from "./worker-jobs.ts";

type Request = JobRequest<"changes">;

/** Finds what differs between two states, and keeps it as a part with an index: pages and exports read it like any other. */
export const run: JobHandler<"changes"> = async (request, context) => {
  const { part: fileOf } = lakePaths(context.home);
  const db = await openDuckdb(context);
  try {
    const digits = await digitsOf(db, request, fileOf);
    if (digits === null) return { kept: null };
    const meta = partMeta(request.definition, digits);
    const { sql, values } = selectChanges({ ...request, fileOf });
    await db.connection.run(`CREATE TABLE changes AS ${sql}`, values);
    const partitions = await countChanges(db);
    const part = partitions.length === 0 ? null : await writeRows(db, request, meta, context);
    const kept = { part, partitions };
    await keep(request.set, kept, context);
    return { kept };
  } finally {
    db.close();
  }
};

/** How finely both write their times; null where one does more finely than the other. */
async function digitsOf(
  db: Duckdb,
  { since, to }: Request,
  fileOf: (sha256: string) => string,
): Promise<TimestampDigits | null> {
  const hasTimes = to.definition.columns.some(({ type }) => type === "timestamp");
  const of = async ({ parts: [first] }: State) =>
    first === undefined ? undefined : (await readPartMeta(db, fileOf(first.sha256))).timestampDigits;
  const [before, after] = [await of(since), await of(to)];
  if (hasTimes && before !== undefined && after !== undefined && before !== after) return null;
  return after ?? before ?? 0;
}

async function countChanges(db: Duckdb): Promise<KeptChanges["partitions"]> {
  const counts = rowChanges.map((change) => `count(*) FILTER (${quoteName(changeColumn)} = ${quoteText(change)})`);
  const found = await db.rows(`SELECT ${ofPartition}, ${counts.join(", ")} FROM changes GROUP BY 1 ORDER BY 1`);
  return found.map(([partition, added, changed, removed, expired]) => ({
    partition: String(partition),
    added: Number(added),
    changed: Number(changed),
    removed: Number(removed),
    expired: Number(expired),
  }));
}

/** In the order of every part, so that the same changes are the same bytes and a cursor holds after they were found again. */
async function writeRows(db: Duckdb, request: Request, meta: PartMeta, { home, work }: JobContext): Promise<Part> {
  const { key, time } = meta;
  const paths = lakePaths(home, "changes");
  const file = join(work, "changes.parquet");
  const columns = meta.columns.map(({ name, type }) => {
    const column = quoteName(name);
    return type === "timestamp" && meta.timestampDigits < 6 ? `CAST(${column} AS TIMESTAMP_MS) AS ${column}` : column;
  });
  const order = time === null ? key : [time, ...key.filter((name) => name !== time)];
  await db.connection.run(`COPY (SELECT ${columns.join(", ")} FROM changes
    ORDER BY ${order.map((name) => `${quoteName(name)} ASC NULLS LAST`).join(", ")}) TO ${quoteText(file)} (${partCopyOptions(meta)})`);
  const [[found], sha256, { size: bytes }] = await Promise.all([
    db.rows(`SELECT count(*), ${boundsSql(request, meta)} FROM changes`),
    hashFile(file),
    stat(file),
  ]);
  const [rows, timeMin, timeMax] = [Number(found?.[0]), textOrNull(found?.[1]), textOrNull(found?.[2])];
  await mkdir(paths.changes, { recursive: true });
  if (rows <= request.indexRowsMax) {
    const index = join(work, "changes.sqlite");
    await buildIndex(db, file, index);
    await rename(index, paths.index(sha256));
  }
  await rename(file, paths.part(sha256));
  return { sha256, partition: "all", rows, bytes, timeMin, timeMax };
}

function boundsSql({ definition }: Request, { time, timestampDigits }: PartMeta): string {
  if (time === null) return "NULL, NULL";
  const text = (bound: string) => valueTextSql(typeOf(definition, time), bound, timestampDigits);
  return `${text(`min(${quoteName(time)})`)}, ${text(`max(${quoteName(time)})`)}`;
}

const textOrNull = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));

/** Written last: what it names is there. Nothing is synced, since all of it can be found again. */
async function keep(set: string, kept: KeptChanges, { home, work }: JobContext): Promise<void> {
  const paths = lakePaths(home, "changes");
  const draft = join(work, "changes.json");
  await mkdir(paths.changes, { recursive: true });
  await writeFile(draft, JSON.stringify(kept));
  await rename(draft, paths.changeSet(set));
}
