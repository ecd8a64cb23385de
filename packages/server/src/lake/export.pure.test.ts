import { mkdir, readdir, readFile, stat, truncate } from "node:fs/promises";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Definition } from "../datasets/definition.ts";
import { run } from "./export-job.ts";
import { parseQueryBody } from "./grammar-body.ts";
import type { ExportFormat, Part, Position, Query } from "./lake.ts";
import { type NewDefinition, openTestLake, sharedData } from "./publish-testing.ts";

type TestLake = Awaited<ReturnType<typeof openTestLake>>;
type Published = { definition: Definition; parts: Part[] };
type Row = Record<string, string | number | boolean | null>;

let world: TestLake;
beforeAll(async () => {
  world = await openTestLake();
});
afterAll(() => world.close());

async function publish(definition: NewDefinition, source: { file: string } | { text: string }): Promise<Published> {
  const published =
    "file" in source ? world.publishFile(definition, source.file) : world.publishText(definition, source.text);
  return { definition: Definition.parse(definition), parts: (await published).parts };
}

function queryOf(definition: Definition, body: object): Query {
  const parsed = parseQueryBody(definition, body);
  if ("issues" in parsed) throw new Error(JSON.stringify(parsed.issues));
  return parsed.query;
}

let exportsMade = 0;
const jobOf = ({ definition, parts }: Published, body: object, format: ExportFormat) => {
  return {
    id: `exp_${exportsMade++}`,
    dataset: "prices",
    version: 7,
    definition,
    parts,
    query: queryOf(definition, body),
    format,
  };
};

async function exportCsv(published: Published, body: object): Promise<string> {
  const job = jobOf(published, body, "csv");
  const { files, rows, bytes } = await world.lake.export(job);
  expect(files).toEqual([{ name: "prices-v7.csv", rows, bytes, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  const text = await readFile(world.lake.exportFile(job.id, "prices-v7.csv"), "utf8");
  expect(Buffer.byteLength(text)).toBe(bytes);
  await world.lake.removeExport(job.id);
  return text;
}

/** Every page of a query, as the rows' own texts. */
async function walkPages({ definition, parts }: Published, query: Query): Promise<string[]> {
  const rows: string[] = [];
  let after: Position | null = null;
  do {
    const page = await world.lake.page(definition, parts, query, after, 10_000);
    if (!page) throw new Error("no index serves this query");
    for (const row of page.rows) rows.push(row);
    after = page.next;
  } while (after);
  return rows;
}

/** RFC 4180, told apart from an empty text: null is nothing at all between two commas. */
function csvCell(value: Row[string] | undefined): string {
  if (value === null || value === undefined) return "";
  const text = String(value);
  return text === "" || text.startsWith("#") || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function toCsv(columns: string[], rows: Row[]): string {
  const lines = rows.map((row) => columns.map((column) => csvCell(row[column])).join(","));
  return [columns.join(","), ...lines, ""].join("\n");
}

const required = (name: string, type = "string") => ({ name, type, nullable: false });
const optional = (name: string, type: string) => ({ name, type });

describe("a CSV export has the very texts of the pages", () => {
  const numbers = (...names: string[]) => names.map((name) => optional(name, "number"));
  const indicator = [required("country_iso3"), required("country")];
  const datasets: Record<string, { file: string; definition: NewDefinition }> = {
    "nse-kenya": {
      file: "jse-market/nse-kenya-daily.csv.gz",
      definition: {
        columns: [
          required("date", "date"),
          required("code"),
          optional("name", "string"),
          ...numbers("day_low", "day_high", "day_price", "previous"),
          optional("volume", "integer"),
          ...numbers("adjusted"),
        ],
        key: ["code", "date"],
        time: "date",
        partition: "year",
        repeated_key: "keep_last",
      },
    },
    "african-economic-indicators": {
      file: "african-economic-indicators/african-economic-indicators.csv",
      definition: {
        columns: [...indicator, required("indicator"), required("year", "integer"), ...numbers("value")],
        key: ["country_iso3", "indicator", "year"],
        time: "year",
      },
    },
    "sadc-esg": {
      file: "sadc-esg/sadc-esg.csv",
      definition: {
        columns: [
          ...indicator,
          required("pillar"),
          required("indicator"),
          required("year", "integer"),
          ...numbers("value"),
          optional("source", "string"),
        ],
        key: ["country_iso3", "indicator", "year"],
        time: "year",
      },
    },
    "fx-ticks": {
      file: "fx-ticks/fx-quote-ticks.csv.gz",
      definition: {
        columns: [
          required("symbol"),
          required("ts", "timestamp"),
          optional("bid", "decimal(12,6)"),
          ...numbers("ask"),
          optional("source", "string"),
        ],
        time: "ts",
        partition: "month",
      },
    },
  };

  test.each(Object.entries(datasets))("%s", async (_, { file, definition }) => {
    const published = await publish(definition, { file: join(sharedData, file) });
    const rows = (await walkPages(published, queryOf(published.definition, {}))).map((row): Row => JSON.parse(row));
    expect(rows.length).toBe(published.parts.reduce((total, part) => total + part.rows, 0));
    const expected = toCsv(
      published.definition.columns.map(({ name }) => name),
      rows,
    );
    expect((await exportCsv(published, {})) === expected).toBe(true);
  });
});

describe("an export", () => {
  const definition = {
    columns: [
      required("code"),
      required("at", "timestamp"),
      optional("price", "number"),
      optional("volume", "integer"),
      optional("fee", "decimal(6,2)"),
      optional("halted", "boolean"),
      optional("day", "date"),
      optional("note", "string"),
    ],
    key: ["code", "at"],
    time: "at",
    partition: "month",
  } satisfies NewDefinition;
  const notes = ["plain", "", '"said ""so"""', '"one, two"', '"two\nlines"', "'; DROP TABLE rows; --", "é😀"];
  const lines = Array.from({ length: 600 }, (_, at) => {
    const month = 1 + (at % 3);
    const cells = [
      `C${at % 7}`,
      `2024-0${month}-${10 + (at % 19)}T00:00:00.${100 + Math.floor(at / 7)}Z`,
      at % 5 === 0 ? "" : String((at - 300) * 0.1),
      at % 6 === 0 ? "" : String(at * 1_000_003),
      at % 4 === 0 ? "" : (at / 7).toFixed(2),
      at % 3 === 0 ? "" : String(at % 2 === 0),
      at % 8 === 0 ? "" : `2023-02-${10 + (at % 18)}`,
      notes[at % notes.length],
    ];
    return cells.join(",");
  });
  let published: Published;
  let rows: Row[];

  beforeAll(async () => {
    const header = definition.columns.map(({ name }) => name).join(",");
    published = await publish(definition, { text: `${[header, ...lines].join("\n")}\n` });
    rows = (await walkPages(published, queryOf(published.definition, {}))).map((row): Row => JSON.parse(row));
    expect(rows).toHaveLength(600);
  });

  const columnNames = definition.columns.map(({ name }) => name);
  const codes = fc.uniqueArray(fc.constantFrom("C0", "C1", "C6", "C9", "' OR 1=1 --"), { minLength: 1, maxLength: 3 });
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 1 });
  const instant = fc.integer({ min: 1, max: 28 }).map((day) => `2024-02-${String(day).padStart(2, "0")}`);
  const filters = fc.record(
    {
      code: codes,
      "code.ne": codes,
      "price.gt": fc.integer({ min: -40, max: 40 }),
      "price.lte": fc.constantFrom(29.900000000000002, 0, 1e300),
      "volume.lt": fc.integer({ min: 0, max: 600_000_000 }),
      "fee.gte": fc.constantFrom("7.00", "9.5", "10"),
      halted: fc.boolean(),
      "day.ne": fc.constantFrom("2023-02-11", "2023-02-27"),
      "note.null": fc.boolean(),
      note: fc.constantFrom('said "so"', "one, two", "'; DROP TABLE rows; --"),
      "at.gte": fc.constantFrom("2024-02-11T00:00:00.150Z", "2024-02-11T00:00:00.1501Z"),
    },
    { requiredKeys: [] },
  );
  const bodies = fc.record(
    {
      filters: filters.map((all) => Object.fromEntries(Object.entries(all).slice(0, 2))),
      from: maybe(instant),
      columns: maybe(fc.shuffledSubarray(columnNames, { minLength: 2 })),
      order: fc.constantFrom("time", "-time", "key", "-key"),
    },
    { requiredKeys: ["order"] },
  );

  const typeOf = (column: string) => definition.columns.find(({ name }) => name === column)?.type ?? "";
  /** Of this dataset only: all its times and dates have one length, so they compare as texts. */
  function compare(column: string, left: Row[string] | undefined, right: string): number {
    const numeric = ["number", "integer", "decimal(6,2)"].includes(typeOf(column));
    const pad = (text: string) =>
      typeOf(column) === "timestamp" ? text.slice(0, -1).replace(/:00$/, ":00.").padEnd(27, "0") : text;
    const [one, other] = numeric ? [Number(left), Number(right)] : [pad(String(left)), pad(right)];
    return one < other ? -1 : one > other ? 1 : 0;
  }
  function keeps(row: Row, { filters, from, to }: Query): boolean {
    const bounds = [
      ...(from === null ? [] : [{ column: "at", operator: "gte", values: [from] }]),
      ...(to === null ? [] : [{ column: "at", operator: "lt", values: [to] }]),
    ];
    return [...filters, ...bounds].every(({ column, operator, values }) => {
      const value = row[column];
      if (operator === "null") return (value === null) === (values[0] === "true");
      if (value === null) return false;
      const differences = values.map((text) => compare(column, value, text));
      const [difference = 0] = differences;
      if (operator === "eq") return differences.includes(0);
      if (operator === "ne") return !differences.includes(0);
      return operator.startsWith("g")
        ? difference > 0 || (operator === "gte" && difference === 0)
        : difference < 0 || (operator === "lte" && difference === 0);
    });
  }
  function expected(query: Query): string {
    const kept = rows.filter((row) => keeps(row, query));
    const byCode = (left: Row, right: Row) => compare("code", left.code, String(right.code));
    // A stable sort keeps the rows of a code in order of time.
    if (query.order.endsWith("key")) kept.sort(byCode);
    if (query.order.startsWith("-")) kept.reverse();
    return toCsv(query.columns ?? columnNames, kept);
  }

  test("has the rows, columns and order its query means, whatever it filters by", async () => {
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        expect(await exportCsv(published, body)).toBe(expected(queryOf(published.definition, body)));
      }),
      { numRuns: 40 },
    );
  });

  test.each(["csv", "parquet"] as const)(
    "has the same bytes every time as %s, however many threads write it",
    async (format) => {
      const files = new Set<string>();
      for (const threads of [1, 2, 1, 2]) {
        const job = jobOf(published, { order: "-key", filters: { "price.gt": 0 } }, format);
        const work = world.paths.jobWork(job.id);
        await mkdir(work, { recursive: true });
        const duckdb = { memoryMb: 200, threads };
        files.add(JSON.stringify((await run(job, { home: world.home, work, progress: () => {}, duckdb })).files));
      }
      expect(files.size).toBe(1);
    },
  );

  test("of a whole version as Parquet is the parts themselves", async () => {
    const job = jobOf(published, {}, "parquet");
    const { files } = await world.lake.export(job);
    expect(files.map(({ name }) => name)).toEqual([
      "prices-v7-2024-01.parquet",
      "prices-v7-2024-02.parquet",
      "prices-v7-2024-03.parquet",
    ]);
    expect(files.map(({ sha256, rows, bytes }) => ({ sha256, rows, bytes }))).toEqual(
      published.parts.map(({ sha256, rows, bytes }) => ({ sha256, rows, bytes })),
    );
    for (const { name, sha256 } of files) {
      const [exported, part] = await Promise.all([
        stat(world.lake.exportFile(job.id, name)),
        stat(world.paths.part(sha256)),
      ]);
      expect(exported.ino).toBe(part.ino);
    }
  });

  test("as Parquet keeps types, and has the rows of its query", async () => {
    const job = jobOf(
      published,
      { filters: { code: "C3" }, order: "-time", columns: ["at", "fee", "halted", "price"] },
      "parquet",
    );
    const { files, rows } = await world.lake.export(job);
    expect(files.map(({ name }) => name)).toEqual(["prices-v7.parquet"]);
    const found = await readParquet(world.lake.exportFile(job.id, "prices-v7.parquet"));
    expect(found.types).toEqual(["TIMESTAMP", "DECIMAL(6,2)", "BOOLEAN", "DOUBLE"]);
    expect(found.rows).toHaveLength(rows);
    expect(found.rows.map((row) => row[3])).toEqual(
      expectedRows("C3")
        .map((row) => row.price)
        .reverse(),
    );
  });
  const expectedRows = (code: string) => rows.filter((row) => row.code === code);

  test("that finds nothing is a header, or a Parquet file without rows", async () => {
    expect(await exportCsv(published, { filters: { code: "C9" }, columns: ["code", "at"] })).toBe("code,at\n");
    expect(await exportCsv(published, { from: "2030-01-01", columns: ["at"] })).toBe("at\n");
    expect(await exportCsv({ ...published, parts: [] }, { order: "-time", columns: ["fee", "day"] })).toBe("fee,day\n");
    const job = jobOf({ ...published, parts: [] }, {}, "parquet");
    expect((await world.lake.export(job)).rows).toBe(0);
    expect((await readParquet(world.lake.exportFile(job.id, "prices-v7.parquet"))).rows).toEqual([]);
  });

  test("that is canceled leaves nothing behind, and the next one works", async () => {
    const job = jobOf(published, { order: "-key" }, "csv");
    const controller = new AbortController();
    const running = world.lake.export({ ...job, signal: controller.signal });
    setTimeout(() => controller.abort(new Error("canceled by its owner")), 20);
    await expect(running).rejects.toThrow("canceled by its owner");
    expect(await readdir(world.paths.exports)).not.toContain(job.id);
    expect(await readdir(world.paths.staging)).not.toContain(job.id);
    expect(await exportCsv(published, { columns: ["code"] })).toMatch(/^code\n/);
  });

  test("begun again replaces what an attempt before it left", async () => {
    const job = jobOf(published, {}, "csv");
    const first = await world.lake.export(job);
    const again = await world.lake.export({ ...job, format: "parquet" });
    expect((await readdir(world.paths.export(job.id))).sort()).toEqual(again.files.map(({ name }) => name).sort());
    expect(first.rows).toBe(again.rows);
  });

  test("of a damaged or missing part fails, and leaves nothing behind", async () => {
    const own = await publish(definition, { text: `${columnNames.join(",")}\nZ,2024-05-01T00:00:00Z,1,,,,,\n` });
    const [part] = own.parts;
    if (!part) throw new Error("nothing was published");
    await truncate(world.paths.part(part.sha256), part.bytes - 1);
    for (const parts of [own.parts, [{ ...part, sha256: "0".repeat(64) }]]) {
      for (const format of ["csv", "parquet"] as const) {
        const job = jobOf({ definition: own.definition, parts }, {}, format);
        await expect(world.lake.export(job)).rejects.toThrow(/damaged|ENOENT/);
        expect(await readdir(world.paths.exports)).not.toContain(job.id);
      }
    }
  });

  test("never takes a file's name from what a caller wrote", async () => {
    const job = { ...jobOf(published, {}, "csv"), dataset: "../../evil" };
    await expect(world.lake.export(job)).rejects.toThrow();
    expect((await world.files()).filter((name) => name.includes("evil"))).toEqual([]);
  });
});

async function readParquet(file: string): Promise<{ types: string[]; rows: unknown[][] }> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  try {
    const result = await connection.runAndReadAll("SELECT * FROM read_parquet(?)", [file]);
    return { types: result.columnTypes().map(String), rows: result.getRowsJS() };
  } finally {
    connection.closeSync();
  }
}
