// What one would type: a table as CSV from sqlite3, then its checksum.
import { execFileSync } from "node:child_process";
import { closeSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/** A plain table of the rows in the order of the export; of a repeated key it has the last row. Gives the number of rows. */
export function prepare(dataFile: URL, database: string): number {
  writeFileSync(`${database}.csv`, gunzipSync(readFileSync(dataFile)));
  // A command of the shell itself has to begin its line.
  const script = [
    "CREATE TABLE read (date TEXT, code TEXT, name TEXT, day_low REAL, day_high REAL, day_price REAL, previous REAL, volume INTEGER, adjusted REAL);",
    `.import --csv --skip 1 '${database}.csv' read`,
    "CREATE TABLE prices AS SELECT * FROM read WHERE rowid IN (SELECT max(rowid) FROM read GROUP BY code, date) ORDER BY date, code;",
    "DROP TABLE read;",
    "VACUUM;",
    "SELECT count(*) FROM prices;",
  ].join("\n");
  return Number(execFileSync("sqlite3", [database], { input: script, encoding: "utf8" }));
}

export function exportCsv(database: string, to: string): void {
  const file = openSync(to, "w");
  execFileSync("sqlite3", ["-csv", "-header", database, "SELECT * FROM prices"], {
    stdio: ["ignore", file, "inherit"],
  });
  closeSync(file);
  execFileSync("sha256sum", [to], { stdio: ["ignore", "ignore", "inherit"] });
}
