import { openDuckdb, quoteName, quoteText } from "./duckdb.ts";
import type { ArchiveColumn } from "./lake.ts";
import { lakePaths } from "./parts-paths.ts";
import type { JobHandler, JobRequest } from "./worker-jobs.ts";

/** Some of the events of an archive, one a line, in order of their ids: the groups of rows that cannot hold any are not read. */
export const run: JobHandler<"archived"> = async ({ file, columns, wanted, limitRows }, context) => {
  const db = await openDuckdb(context);
  try {
    const { sql, values } = conditions(wanted);
    const fields = columns.map((column) => `${quoteText(column.name)}, ${plain(column)}`).join(", ");
    // The file is in order, and the order of a file is kept: sorting it again would read it to its end for each page.
    const select = `SELECT json_object(${fields}) FROM read_parquet(${quoteText(lakePaths(context.home).archive(file))})
      WHERE ${sql} LIMIT ${Math.trunc(limitRows)}`;
    const rows = await db.rows(select, values);
    return { lines: rows.map(([line]) => String(line)) };
  } finally {
    db.close();
  }
};

const plain = ({ name, type }: ArchiveColumn) => (type === "time" ? `epoch_ms(${quoteName(name)})` : quoteName(name));

function conditions({ after, idsFrom, idsTo, atFrom, atTo, ...equal }: JobRequest<"archived">["wanted"]) {
  const given = [
    { sql: "id > ?", value: after },
    { sql: "id >= ?", value: idsFrom },
    { sql: "id < ?", value: idsTo },
    { sql: `"at" >= make_timestamptz(?::BIGINT * 1000)`, value: atFrom },
    { sql: `"at" < make_timestamptz(?::BIGINT * 1000)`, value: atTo },
    { sql: "partner_id = ?", value: equal.partnerId },
    { sql: "corrects = ?", value: equal.corrects },
  ].filter(({ value }) => value !== undefined);
  return {
    sql: given.length === 0 ? "true" : given.map(({ sql }) => sql).join(" AND "),
    values: given.map(({ value }) => value ?? null),
  };
}
