import type { SqlResult } from "@wizdata/sdk";
import { command } from "../command.ts";
import { usageFailure } from "../failures.ts";
import { type Field, given, InvalidValue, integer, many, optional, text } from "../fields.ts";
import { readText } from "../input-file.ts";
import { csvLines } from "../output/csv.ts";
import { answer } from "../output/schema.ts";
import { instant } from "../output/times.ts";
import { cellOf, plain, table, type View } from "../output/view.ts";
import type { Terminal } from "../terminal.ts";
import { csvFlag } from "../views/rows.ts";

const statementCharsMax = 65_536;

export default command({
  summary: "Run one SELECT over your datasets, each a table of its slug",
  details:
    'In DuckDB\'s SQL, over datasets you subscribe to under a tier with custom queries: "nse-kenya" in quotes, or nse_kenya without. The result comes whole or not at all; each dataset it names is charged as one call, by the bytes scanned.',
  args: { statement: optional(text("the SELECT; read from standard input if neither it nor --file is given")) },
  flags: {
    file: optional(text("read the SELECT from this file, or from standard input for -", "file")),
    version: many(versionPin()),
    asOf: optional(instant("the versions that were current then")),
    maxRows: optional(integer("refuse a result with more rows, at no cost", "n", 1)),
    ...csvFlag,
  },
  examples: [
    "wizdata sql 'SELECT code, max(day_price) AS top FROM nse_kenya GROUP BY code ORDER BY top DESC LIMIT 5'",
    "wizdata sql --file averages.sql --csv",
    "wizdata sql 'SELECT count(*) AS days FROM nse_kenya' --version nse-kenya=1 --json",
  ],
  output: answer("sql.run"),
  run: async ({ wizdata, terminal, signal }, { statement, file, version, asOf, maxRows }) => {
    const sql = await readStatement(terminal, statement, file);
    const versions = version.length === 0 ? undefined : Object.fromEntries(version);
    const { limits: _limits, ...result } = await wizdata.sql(sql, {
      ...given({ versions, as_of: asOf, max_rows: maxRows }),
      signal,
    });
    return result;
  },
  view: (result: Shown, { csv }) => resultView(result, csv),
});

type Shown = Omit<SqlResult, "limits">;

async function readStatement(terminal: Terminal, statement: string | undefined, file: string | undefined) {
  if (statement !== undefined && file !== undefined) throw usageFailure("Give the SELECT or --file, not both.");
  if (statement !== undefined) return statement;
  if (file === undefined && terminal.stdin.isTTY)
    throw usageFailure("Give the SELECT as one argument, with --file, or on standard input.");
  return readText(terminal, file ?? "-", statementCharsMax);
}

function versionPin(): Field<[slug: string, version: number]> {
  const read = (value: string) => {
    const [, slug = "", number = ""] = /^([a-z][a-z0-9-]+)=([1-9]\d{0,8})$/.exec(value) ?? [];
    if (slug === "") throw new InvalidValue("It must be a dataset and its version, such as nse-kenya=7.");
    return [slug, Number(number)] as const;
  };
  return { about: "an older version of a dataset", placeholder: "slug=n", kind: "one", required: true, read };
}

function resultView({ columns, data, rows, bytes_scanned: bytes, datasets }: Shown, csv: boolean): View {
  const names = columns.map(({ name }) => name);
  const versions = datasets.map(({ dataset, version }) => `${dataset} version ${version}`).join(", ");
  const notes = [`${rows} ${rows === 1 ? "row" : "rows"} of ${versions}; ${bytes} bytes scanned.`];
  if (csv)
    return plain(
      csvLines(names, [Object.fromEntries(names.map((name) => [name, name]))]) + csvLines(names, data),
      notes,
    );
  return table(data, Object.fromEntries(names.map((name) => [name, (row) => cellOf(row[name])])), notes);
}
