import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { quoteText } from "../lake/duckdb.ts";
import { attacks } from "./attacks-testing.ts";
import { createTables, type Locked, openLocked } from "./sandbox-duckdb.ts";
import { RefusedStatement, readStatement } from "./statement.ts";

// Each wall is tried without the other: what one of them lets through, the other one stops.

const hidden = "HIDDEN-4711";
let folder: string;
let locked: Locked;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "wizdata-walls-"));
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const open = await (await DuckDBInstance.create(":memory:")).connect();
  const file = join(folder, "1-1.parquet");
  await open.run(
    `COPY (SELECT 'SCOM' AS code, 20.5 AS close, '${hidden}' AS secret) TO ${quoteText(file)} (FORMAT parquet)`,
  );
  await open.run(`COPY (SELECT '${hidden}' AS secret) TO ${quoteText(join(folder, "2-1.parquet"))} (FORMAT parquet)`);
  writeFileSync(join(folder, "secret.txt"), hidden);
  locked = await openLocked([file], 100);
  const columns = [
    { name: "code", type: "string" },
    { name: "close", type: "number" },
  ];
  await createTables(locked, [{ names: ["prices"], columns, files: [file], read: "all" }]);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const read = async (statement: string) => {
  const [found] = await locked.rows("SELECT json_serialize_sql($1::VARCHAR)", [statement]);
  const serialized = String(found?.[0]);
  const { error, error_message: message } = JSON.parse(serialized);
  if (error) throw new RefusedStatement(message);
  return readStatement(serialized);
};

/** How a statement of a stranger ends that is run as far as it comes. */
async function outcome(statement: string): Promise<string> {
  try {
    const tables = await read(statement);
    const stranger = tables.find(({ name }) => name.toLowerCase() !== "prices");
    if (stranger) return "names a table that is not the partner's";
  } catch (error) {
    if (error instanceof RefusedStatement) return "refused by its parse";
    throw error;
  }
  return locked.rows(statement).then(
    () => "answered",
    () => "refused by the database",
  );
}

const all = Object.entries(attacks).flatMap(([aim, statements]) => statements.map((statement) => [aim, statement]));

test.each(all)("nobody can %s by %s", async (_aim, statement = "") => {
  expect(await outcome(statement)).not.toBe("answered");
});

const reaching = [
  ...attacks["read a file"],
  ...attacks["reach the network"],
  ...attacks.write.filter((statement) => /^(COPY|EXPORT|IMPORT)/.test(statement)),
  ...attacks["change the session"].filter((statement) =>
    /^(SET [^V]|RESET|PRAGMA threads|ATTACH|LOAD)/.test(statement),
  ),
];

describe("the database alone, whose parse nobody looked at", () => {
  test.each(reaching)("does not %s", async (statement) => {
    const found = await locked.rows(statement).catch(() => []);
    expect(found).toEqual([]);
  });

  test("reads the file it is given and none beside it", async () => {
    expect(await locked.rows(`SELECT code FROM ${quoteText(join(folder, "1-1.parquet"))}`)).toEqual([["SCOM"]]);
    for (const other of ["2-1.parquet", "secret.txt", "*"])
      await expect(locked.rows(`SELECT * FROM read_text(${quoteText(join(folder, other))})`)).rejects.toThrow();
    await expect(locked.rows(`SELECT * FROM ${quoteText(join(folder, "2-1.parquet"))}`)).rejects.toThrow();
  });
});

test("a view shows the columns of the definition, and what else its file has cannot be named", async () => {
  expect(await locked.rows("SELECT * FROM prices")).toEqual([["SCOM", 20.5]]);
  await expect(locked.rows("SELECT secret FROM prices")).rejects.toThrow(/not found/);
});

test.each([
  ['SELECT count(*) FROM "nse-kenya"', [{ name: "nse-kenya", columns: [] }]],
  ["SELECT close FROM prices WHERE code = 'SCOM'", [{ name: "prices", columns: ["close", "code"] }]],
  ["FROM prices", [{ name: "prices", columns: "all" }]],
  ["SELECT p FROM prices p", [{ name: "prices", columns: "all" }]],
  ["SELECT (SELECT p) FROM prices p", [{ name: "prices", columns: "all" }]],
  ["SELECT a FROM prices p(a, b)", [{ name: "prices", columns: "all" }]],
  ["SELECT #1 FROM prices", [{ name: "prices", columns: "all" }]],
  ["SELECT COLUMNS('c.*') FROM prices", [{ name: "prices", columns: "all" }]],
  ["SELECT * FROM (SELECT code FROM prices)", [{ name: "prices", columns: ["code"] }]],
  [
    "SELECT p.*, o.v FROM prices p JOIN other o USING (code)",
    [
      { name: "prices", columns: "all" },
      { name: "other", columns: ["o", "v", "code"] },
    ],
  ],
  [
    "SELECT * FROM prices NATURAL JOIN other",
    [
      { name: "prices", columns: "all" },
      { name: "other", columns: "all" },
    ],
  ],
  // A name of WITH hides a dataset where it holds, and nowhere else.
  ["WITH t AS (SELECT code FROM prices) SELECT code FROM t", [{ name: "prices", columns: ["code"] }]],
  ["WITH prices AS (SELECT code FROM prices) SELECT code FROM prices", [{ name: "prices", columns: ["code"] }]],
  ["WITH prices AS (SELECT 1 AS n) SELECT n FROM prices", []],
  [
    "SELECT code FROM prices WHERE code IN (WITH prices AS (SELECT 1) SELECT * FROM prices)",
    [{ name: "prices", columns: ["code"] }],
  ],
])("%s names its tables and what of them it reads", async (statement, tables) => {
  expect(await read(statement)).toEqual(tables);
});
