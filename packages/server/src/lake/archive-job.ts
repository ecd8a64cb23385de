import { join } from "node:path";
import { type Duckdb, openDuckdb, quoteName, quoteText } from "./duckdb.ts";
import { measureFile } from "./export-files.ts";
import { type ArchiveColumn, type ArchivedSum, archivedMeasures, archivedSumKey } from "./lake.ts";
import { keepFiles } from "./parts-files.ts";
import { lakePaths } from "./parts-paths.ts";
import type { JobHandler } from "./worker-jobs.ts";

/** So few rows that one event is found without reading many others. */
const rowsPerGroup = 8_192;

const types = { text: "VARCHAR", count: "BIGINT", time: "BIGINT" } as const;

/** Writes the events of a month, which come one a line and in order of their ids, as one file under its final name. */
export const run: JobHandler<"archive"> = async ({ month, lines, columns }, context) => {
  const draft = join(context.work, "usage.parquet");
  const db = await openDuckdb(context);
  try {
    const copy = `COPY (${selectLines(lines, columns)}) TO ${quoteText(draft)} (${copyOptions(month)})`;
    const { rowsChanged: rows } = await db.connection.run(copy);
    const [unsorted] = await db.rows(
      `SELECT count(*) FROM (SELECT id < lag(id) OVER () AS is_behind FROM read_parquet(${quoteText(draft)})) WHERE is_behind`,
    );
    if (Number(unsorted?.[0]) > 0) throw new Error("the events of the archive are not in order of their ids");
    const sums = await sumsOf(db, draft);
    const { sha256, bytes } = await measureFile(draft, "usage", rows);
    const file = `${month}-${sha256}.parquet`;
    await keepFiles([{ from: draft, to: lakePaths(context.home).archive(file) }]);
    return { file, sha256, rows, bytes, sums };
  } finally {
    db.close();
  }
};

/** Nothing is guessed from the lines: a column has the type that it has in the database. */
function selectLines(lines: string, columns: readonly ArchiveColumn[]): string {
  const read = columns.map(({ name, type }) => `${quoteName(name)}: '${types[type]}'`).join(", ");
  const written = columns.map(({ name, type }) =>
    type === "time" ? `make_timestamptz(${quoteName(name)} * 1000) AS ${quoteName(name)}` : quoteName(name),
  );
  return `SELECT ${written.join(", ")} FROM read_json(${quoteText(lines)}, format = 'newline_delimited', auto_detect = false,
    columns = {${read}})`;
}

function copyOptions(month: string): string {
  const meta = quoteText(JSON.stringify({ format: 1, usage: month }));
  return `FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${rowsPerGroup}, KV_METADATA {wizdata: ${meta}}`;
}

/** Read from the file that was written, so that they say what it holds. */
async function sumsOf(db: Duckdb, file: string): Promise<ArchivedSum[]> {
  const key = archivedSumKey.map((name) => (name === "month" ? "substr(local_date, 1, 7) AS month" : quoteName(name)));
  const sums = archivedMeasures.map((name) => {
    if (name === "events") return "count(*)";
    if (name === "calls") return "sum(CASE WHEN corrects IS NULL THEN 1 ELSE -1 END)";
    return `sum(${quoteName(name)})`;
  });
  const rows = await db.rows(
    `SELECT ${[...key, ...sums].join(", ")} FROM read_parquet(${quoteText(file)}) GROUP BY ALL`,
  );
  return rows.map((row) => ({
    key: row.slice(0, key.length).map(String),
    // Sums are of a type wider than a number is exact; each was made of numbers that are.
    measures: row.slice(key.length).map(Number),
  }));
}
