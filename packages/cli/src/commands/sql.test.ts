import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { entry, openShop, rows } from "../testing/catalog.ts";
import { json } from "../testing/process.ts";

// Nothing here changes what it holds.
const shop = await openShop("enterprise", afterAll);
const table = entry.slug.replaceAll("-", "_");
const statement = `SELECT ticker, count(*) AS days FROM ${table} GROUP BY ticker ORDER BY ticker`;
const wanted = [...Map.groupBy(rows, ({ ticker }) => ticker)]
  .map(([ticker, days]) => ({ ticker, days: days.length }))
  .sort((a, b) => (a.ticker < b.ticker ? -1 : 1));

test("a statement given as one argument, or in a file, has the same rows in each form", async () => {
  const { partner, cli } = shop;
  const result = json(await partner.run(["sql", statement, "--json"]));
  expect(result).toMatchObject({ data: wanted, rows: wanted.length, datasets: [{ dataset: entry.slug }] });
  const file = join(cli.home, "days.sql");
  writeFileSync(file, `${statement};\n`);
  const lines = await partner.run(["sql", "--file", file]);
  expect(lines.stdout).toBe(wanted.map(({ ticker, days }) => `${ticker}\t${days}\n`).join(""));
  expect(lines.stderr).toContain(`${wanted.length} rows of ${entry.slug} version 1`);
  const csv = await partner.run(["sql", statement, "--csv", "--version", `${entry.slug}=1`]);
  expect(csv.stdout).toBe(`ticker,days\n${wanted.map(({ ticker, days }) => `${ticker},${days}\n`).join("")}`);
}, 180_000);

test("a faulty statement is exit code 2 and says where it is wrong; one that is too broad says what to do", async () => {
  const { partner } = shop;
  const faulty = await partner.run(["sql", `SELECT missing FROM ${table}`, "--json"]);
  expect(faulty.code).toBe(2);
  expect(json(faulty).error).toMatchObject({ code: "faulty_sql", message: expect.stringContaining("character 8") });
  const broad = json(await partner.run(["sql", `SELECT * FROM ${table}`, "--max-rows", "1", "--json"]));
  expect(broad.error).toMatchObject({ code: "sql_too_broad" });
  expect((await partner.run(["sql", statement, "--file", "x.sql"])).code).toBe(2);
}, 180_000);
