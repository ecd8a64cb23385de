import { existsSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import Database from "better-sqlite3";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Definition } from "../datasets/definition.ts";
import type { Part } from "./lake.ts";
import { hashFile } from "./parts-files.ts";
import { recordFields } from "./publish-record.ts";
import { type NewDefinition, openTestLake, sharedData } from "./publish-testing.ts";
import { createWorkers } from "./workers.ts";

let world: Awaited<ReturnType<typeof openTestLake>>;
beforeAll(async () => {
  world = await openTestLake();
});
afterAll(async () => await world.close());

const number = (name: string) => ({ name, type: "number" });
const required = (name: string, type = "string") => ({ name, type, nullable: false });

const nse = {
  columns: [
    required("date", "date"),
    required("code"),
    { name: "name", type: "string" },
    ...["day_low", "day_high", "day_price", "previous"].map(number),
    { name: "volume", type: "integer" },
    number("adjusted"),
  ],
  key: ["code", "date"],
  time: "date",
  partition: "year",
  repeated_key: "keep_last",
} satisfies NewDefinition;

const fx = {
  columns: [required("symbol"), required("ts", "timestamp"), ...["open", "high", "low", "close"].map(number)],
  key: ["symbol", "ts"],
  time: "ts",
  partition: "month",
  repeated_key: "keep_first",
  source_time_zone: "America/Panama",
} satisfies NewDefinition;

type Row = Record<string, unknown>;

/** The rows of a file read by other means than the lake's: fields split here, values made by JavaScript. */
function readSource(file: string, definition: NewDefinition): Row[] {
  const bytes = readFileSync(file);
  const [header = "", ...lines] = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes)
    .toString()
    .trimEnd()
    .split(/\r?\n/);
  const types = new Map(Definition.parse(definition).columns.map(({ name, type }) => [name, type]));
  const names = recordFields(header);
  return lines.map((line) => {
    const values = recordFields(line).map((text, at) => toValue(text, types.get(names[at] ?? "")));
    return Object.fromEntries(names.map((name, at) => [name, values[at]]));
  });
}

function toValue(text: string, type: string | undefined): unknown {
  if (text === "") return null;
  return type === "number" || type === "integer" ? Number(text) : text;
}

/** Sorted as the lake promises: by time, then key, texts by their bytes. All our data is ASCII in these columns. */
function inOrder(rows: Row[], names: string[]): Row[] {
  const compare = (a: unknown, b: unknown) => (a === b ? 0 : (a as string) < (b as string) ? -1 : 1);
  return rows.toSorted((a, b) => names.reduce((order, name) => order || compare(a[name], b[name]), 0));
}

/** One row a key: the later one of the file wins. */
const lastOfKey = (rows: Row[], key: string[]) => [
  ...new Map(rows.map((row) => [key.map((name) => row[name]).join("|"), row])).values(),
];

/** The first row that differs, since a whole comparison of a hundred thousand rows takes far longer than publishing them. */
function firstDifference(parts: Part[], source: Row[], columns: { name: string }[]) {
  const names = columns.map(({ name }) => name);
  const expected = source.map((row) => JSON.stringify(row, names));
  const actual = world.jsonOf(parts);
  const at = Array.from({ length: Math.max(actual.length, expected.length) }).findIndex(
    (_, at) => actual[at] !== expected[at],
  );
  return at < 0 ? undefined : { at, actual: actual[at], expected: expected[at] };
}

async function expectPartsWhole(parts: Part[]): Promise<void> {
  for (const part of parts) {
    expect(await hashFile(world.paths.part(part.sha256))).toBe(part.sha256);
    expect(world.rowsOf([part])).toHaveLength(part.rows);
  }
}

describe.skipIf(!existsSync(sharedData))("real data", { timeout: 180_000 }, () => {
  const nseFile = join(sharedData, "jse-market/nse-kenya-daily.csv.gz");

  test("the prices of Nairobi become one part a year, keeping the last of a repeated row", async () => {
    const told: number[] = [];
    const { parts, report } = await world.lake.publish(
      { id: "nse", definition: Definition.parse(nse), files: [nseFile], cadence: "daily", form: {} },
      (rows) => told.push(rows),
    );
    expect(report).toMatchObject({ sourceRows: 285_729, rows: 285_592, repeatedRows: 137, failedChecks: 0 });
    expect(report.repeatedKeys).toHaveLength(100);
    expect(parts.map(({ partition }) => partition)).toEqual(Array.from({ length: 18 }, (_, at) => String(2007 + at)));
    expect(parts[0]).toMatchObject({ timeMin: "2007-01-02" });
    expect(parts.at(-1)).toMatchObject({ timeMax: "2024-12-31" });
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    await expectPartsWhole(parts);
    const source = lastOfKey(readSource(nseFile, nse), ["code", "date"]);
    expect(firstDifference(parts, inOrder(source, ["date", "code"]), nse.columns)).toBeUndefined();
    const nonNull = source.reduce((sum, row) => sum + Object.values(row).filter((value) => value !== null).length, 0);
    expect(report).toMatchObject({ cells: 285_592 * 9, nonNullCells: nonNull });
  });

  test("African indicators stay one part, ordered by year", async () => {
    const definition = {
      columns: [
        required("country_iso3"),
        required("country"),
        required("indicator"),
        required("year", "integer"),
        number("value"),
      ],
      key: ["country_iso3", "indicator", "year"],
      time: "year",
      partition: "none",
    } satisfies NewDefinition;
    const file = join(sharedData, "african-economic-indicators/african-economic-indicators.csv");
    const { parts, report } = await world.publishFile(definition, file);
    expect(report).toMatchObject({ rows: 76_187, repeatedRows: 0 });
    expect(parts).toMatchObject([{ partition: "all", rows: 76_187, timeMin: "1960", timeMax: "2024" }]);
    expect(
      firstDifference(
        parts,
        inOrder(readSource(file, definition), ["year", "country_iso3", "indicator"]),
        definition.columns,
      ),
    ).toBeUndefined();
  });

  test("ESG figures of southern Africa are told value by value as JavaScript writes them", async () => {
    const texts = ["country_iso3", "country", "pillar", "indicator"].map((name) => required(name));
    const definition = {
      columns: [...texts, required("year", "integer"), number("value"), { name: "source", type: "string" }],
      key: ["country_iso3", "indicator", "year"],
      time: "year",
      partition: "year",
    } satisfies NewDefinition;
    const file = join(sharedData, "sadc-esg/sadc-esg.csv");
    const { parts, report } = await world.publishFile(definition, file);
    expect(report).toMatchObject({ rows: 20_351 });
    const source = inOrder(readSource(file, definition), ["year", "country_iso3", "indicator"]);
    expect(firstDifference(parts, source, definition.columns)).toBeUndefined();
  });

  test("minute bars without a zone are moved to UTC, and the first bar of the repeated hour is kept", async () => {
    const file = join(sharedData, "fx-minute/EURUSD-M1-2019.csv.gz");
    const { parts, report } = await world.publishFile(fx, file);
    expect(report).toMatchObject({ sourceRows: 372_530, repeatedRows: 60, rows: 372_470 });
    expect(parts[0]).toMatchObject({ partition: "2019-01", timeMin: "2019-01-01T22:02:00Z" });
    const source = lastOfKey(readSource(file, fx).toReversed(), ["ts"]).map((row) => {
      return { ...row, ts: new Date(`${row.ts}-05:00`).toISOString().replace(".000", "") };
    });
    expect(firstDifference(parts, inOrder(source, ["ts"]), fx.columns)).toBeUndefined();
  });

  test("ticks have no key: equal times stay in the order of the file, in milliseconds", async () => {
    const definition = {
      columns: [required("symbol"), required("ts", "timestamp"), number("bid"), number("ask"), required("source")],
      time: "ts",
      partition: "year",
    } satisfies NewDefinition;
    const file = join(sharedData, "fx-ticks/fx-quote-ticks.csv.gz");
    const { parts, report } = await world.publishFile(definition, file);
    expect(report).toMatchObject({ rows: 121_000 });
    expect(firstDifference(parts, inOrder(readSource(file, definition), ["ts"]), definition.columns)).toBeUndefined();
  });

  test("adjusted prices of Johannesburg keep every digit", async () => {
    const definition = {
      columns: [required("date", "date"), required("ticker"), { name: "adj_close", type: "decimal(18,6)" }],
      key: ["ticker", "date"],
      time: "date",
      partition: "year",
    } satisfies NewDefinition;
    const file = join(sharedData, "jse-market/jse-adj-close.csv.gz");
    const { parts } = await world.publishFile(definition, file);
    const source = readSource(file, definition).map((row) => ({ ...row, adj_close: sixDigits(String(row.adj_close)) }));
    expect(firstDifference(parts, inOrder(source, ["date", "ticker"]), definition.columns)).toBeUndefined();
  });

  test("the same rows give the same parts, whatever their order in the file and the threads that read it", async () => {
    const [header = "", ...lines] = gunzipSync(readFileSync(nseFile)).toString().trimEnd().split("\n");
    const shuffled = join(world.home, "shuffled.csv");
    const definition = Definition.parse({ ...nse, partition: "none" });
    // Without the rows that say two things of one day: which of them is last does depend on the order.
    const unique = [...new Map(lines.map((line) => [line.split(",").slice(0, 2).join(), line])).values()];
    const mixed = unique.map((line, at) => [(at * 7_919) % unique.length, line] as const).toSorted(([a], [b]) => a - b);
    await writeFile(shuffled, `${[header, ...mixed.map(([, line]) => line)].join("\r\n")}\r\n`);
    const plain = join(world.home, "plain.csv");
    await writeFile(plain, `${[header, ...unique].join("\n")}\n`);
    const publishWith = async (threads: number, file: string) => {
      const workers = createWorkers({ home: world.home, log: pino({ level: "silent" }), threads });
      try {
        const result = await workers.run("publish", {
          id: `t${threads}`,
          definition,
          files: [file],
          cadence: "daily",
          form: {},
          mode: "replace",
          base: null,
        });
        return "parts" in result ? result.parts : result;
      } finally {
        await workers.close();
      }
    };
    const parts = await publishWith(1, plain);
    expect(parts).toMatchObject([{ rows: 285_592 }]);
    expect(await publishWith(4, shuffled)).toEqual(parts);
  });
});

function sixDigits(text: string): string {
  const [whole, fraction = ""] = text.split(".");
  return `${whole}.${fraction.padEnd(6, "0")}`;
}

test("a version's timestamps have the fewest digits that lose nothing", async () => {
  const definition = { columns: [required("at", "timestamp"), { name: "then", type: "timestamp" }], time: "at" };
  const thensOf = async (then: string) => {
    const { parts } = await world.publishText(
      definition,
      `at,then\n2024-01-01T00:00:00Z,${then}\n2024-01-02T00:00:00Z,\n`,
    );
    return world.jsonOf(parts)[0];
  };
  expect(await thensOf("2024-01-01T02:00:00+02:00")).toBe(
    '{"at":"2024-01-01T00:00:00Z","then":"2024-01-01T00:00:00Z"}',
  );
  expect(await thensOf("2024-01-01T00:00:00.5Z")).toBe(
    '{"at":"2024-01-01T00:00:00.000Z","then":"2024-01-01T00:00:00.500Z"}',
  );
  expect(await thensOf("2024-01-01T00:00:00.000001Z")).toBe(
    '{"at":"2024-01-01T00:00:00.000000Z","then":"2024-01-01T00:00:00.000001Z"}',
  );
});

test("columns come in their declared order, values in their one text", async () => {
  const definition = {
    columns: [
      { name: "select", type: "string" },
      { name: "row", type: "integer" },
      { name: "place", type: "number" },
      { name: "json", type: "decimal(4,2)" },
      { name: "meta", type: "boolean" },
    ],
    key: [],
  };
  const text = 'meta,json,place,row,select\ntrue,1.5,-0,134.00,"a ""b"",\n\té"\n,,,,\nfalse,0,1e21,-0,=1+1\n';
  const { parts } = await world.publishText(definition, text);
  expect(world.jsonOf(parts)).toEqual([
    '{"select":"a \\"b\\",\\n\\té","row":134,"place":0,"json":"1.50","meta":true}',
    '{"select":null,"row":null,"place":null,"json":null,"meta":null}',
    '{"select":"=1+1","row":0,"place":1e+21,"json":"0.00","meta":false}',
  ]);
});

test("the index of a part serves equality, time and key without sorting", async () => {
  const definition = {
    columns: [required("a"), required("b", "integer"), required("c", "number"), required("day", "date")],
    key: ["a", "day", "b", "c"],
    time: "day",
  };
  const { parts } = await world.publishText(definition, "a,b,c,day\nx,1,0.5,2024-01-02\nx,1,0.5,2024-01-01\n");
  const sqlite = new Database(world.paths.index(parts[0]?.sha256 ?? ""), { readonly: true });
  const lists = sqlite
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'index' AND name LIKE 'by %'")
    .pluck()
    .all();
  expect(lists.toSorted()).toEqual(
    ["a", "a, b", "a, b, c", "a, c", "a, day, b, c", "b", "b, c", "c", "day"].map((list) => `by ${list}`).toSorted(),
  );
  expect(sqlite.prepare("SELECT place, a, b, c, day FROM rows ORDER BY place").raw().all()).toEqual([
    [0, "x", 1, 0.5, "2024-01-01"],
    [1, "x", 1, 0.5, "2024-01-02"],
  ]);
  const meta = Object.fromEntries(sqlite.prepare<[], [string, string]>("SELECT name, value FROM meta").raw().all());
  expect(meta).toMatchObject({ format: "1", rows: "2", definition_sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  const plan = sqlite.prepare("EXPLAIN QUERY PLAN SELECT json FROM rows WHERE a = ? AND b = ? ORDER BY place LIMIT 9");
  expect(JSON.stringify(plan.all("x", 1))).not.toContain("TEMP B-TREE");
  sqlite.close();
});

test("an unchanged part is shared by both versions", async () => {
  const definition = { columns: [required("day", "date"), number("v")], key: ["day"], time: "day", partition: "year" };
  const first = await world.publishText(definition, "day,v\n2023-01-01,1\n2024-01-01,2\n");
  const second = await world.publishText(definition, "day,v\n2023-01-01,1\n2024-01-01,3\n");
  expect(second.parts[0]).toEqual(first.parts[0]);
  expect(second.parts[1]?.sha256).not.toBe(first.parts[1]?.sha256);
  const described = { ...definition, columns: definition.columns.map((column) => ({ ...column, description: "why" })) };
  expect((await world.publishText(described, "day,v\n2023-01-01,1\n2024-01-01,2\n")).parts).toEqual(first.parts);
});
