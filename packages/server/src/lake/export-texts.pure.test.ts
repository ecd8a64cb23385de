import { existsSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDuckdb, quoteText } from "./duckdb.ts";
import { openTestExports, optional, type Published, queryOf, type Row, required, toCsv } from "./export-testing.ts";
import type { FileFormat, FileShape, Position } from "./lake.ts";
import { type NewDefinition, sharedData } from "./publish-testing.ts";
import { parseColumnType, rowJsonSql } from "./value-text.ts";

const catalog = join(import.meta.dirname, "../../catalog");
const pageRows = 10_000;

let world: Awaited<ReturnType<typeof openTestExports>>;
beforeAll(async () => {
  world = await openTestExports();
});
afterAll(() => world.close());

/** Every row of a version as the text its pages have. */
async function pagedTexts({ definition, parts }: Published): Promise<string[]> {
  const texts: string[] = [];
  let after: Position | null = null;
  do {
    const page = await world.lake.page(definition, parts, queryOf(definition, {}), after, pageRows);
    if (!page) throw new Error("no index serves this query");
    texts.push(...page.rows);
    after = page.next;
  } while (after);
  return texts;
}

/** The files of an export, in their order. */
async function exported(published: Published, format: FileFormat, shape?: Partial<FileShape>): Promise<string[]> {
  const job = world.jobOf(published, {}, format, shape);
  const { files } = await world.lake.export(job);
  return files.map(({ name }) => world.lake.exportFile(job.id, name));
}

/** The rows of Parquet files as the texts they would have in a page. */
async function textsOf(files: string[], { definition, parts }: Published): Promise<string> {
  const work = world.paths.jobWork("readback");
  await mkdir(work, { recursive: true });
  const duckdb = { memoryMb: 200, threads: 1, temporaryBytesMax: 2 ** 30 };
  const db = await openDuckdb({ home: world.home, work, duckdb });
  try {
    const digits = parts.some(({ timeMax }) => timeMax?.includes(".")) ? 3 : 0;
    const columns = definition.columns.map(({ name, type }) => ({ name, type: parseColumnType(type) }));
    const file = join(work, "rows.ndjson");
    await db.connection.run(`COPY (SELECT ${rowJsonSql(columns, digits)} FROM read_parquet([${files.map(quoteText).join(", ")}]))
      TO ${quoteText(file)} (FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER E'\\x01')`);
    return await readFile(file, "utf8");
  } finally {
    db.close();
    await world.lake.unstage("readback");
  }
}

/** Says where two long texts part: a failure that prints both would never end. */
function firstDifference(actual: string, expected: string): string | undefined {
  if (actual === expected) return undefined;
  const [one, other] = [actual.split("\n"), expected.split("\n")];
  const at = one.findIndex((line, at) => line !== other[at]);
  return `line ${at + 1}: ${one[at]} instead of ${other[at]}`;
}

async function expectSameTexts(published: Published): Promise<void> {
  const texts = await pagedTexts(published);
  expect(texts.length).toBe(published.parts.reduce((total, part) => total + part.rows, 0));
  const lines = `${texts.join("\n")}\n`;
  const columns = published.definition.columns.map(({ name }) => name);
  const [csv = ""] = await exported(published, "csv");
  const rows = texts.map((text): Row => JSON.parse(text));
  expect(firstDifference(await readFile(csv, "utf8"), toCsv(columns, rows))).toBeUndefined();
  const [ndjson = ""] = await exported(published, "ndjson");
  expect(firstDifference(await readFile(ndjson, "utf8"), lines)).toBeUndefined();
  // The parts themselves, and a file that was written for the export.
  for (const compression of ["zstd", "none"] as const) {
    const files = await exported(published, "parquet", { compression });
    expect(firstDifference(await textsOf(files, published), lines)).toBeUndefined();
  }
}

test.each(["african-economic-indicators", "nse-kenya", "sadc-esg"])(
  "each value of %s has one text in pages, CSV, NDJSON and Parquet, byte by byte",
  async (slug) => {
    const { definition } = JSON.parse(await readFile(join(catalog, slug, "dataset.json"), "utf8"));
    await expectSameTexts(await world.publish(definition, { file: join(catalog, slug, "data.csv.gz") }));
  },
  180_000,
);

const ticks = {
  columns: [
    required("symbol"),
    required("ts", "timestamp"),
    optional("bid", "decimal(12,6)"),
    optional("ask", "number"),
    optional("source", "string"),
  ],
  time: "ts",
  partition: "month",
} satisfies NewDefinition;

test.skipIf(!existsSync(sharedData))(
  "so have ticks, with decimals and milliseconds",
  async () => {
    await expectSameTexts(await world.publish(ticks, { file: join(sharedData, "fx-ticks/fx-quote-ticks.csv.gz") }));
  },
  180_000,
);
