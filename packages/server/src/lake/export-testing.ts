import { hash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect } from "vitest";
import { Definition } from "../datasets/definition.ts";
import { parseQueryBody } from "./grammar-body.ts";
import type { FileFormat, FileShape, Part, Position, Query } from "./lake.ts";
import { type NewDefinition, openTestLake } from "./publish-testing.ts";

export type Published = { definition: Definition; parts: Part[] };
export type Row = Record<string, string | number | boolean | null>;

export const required = (name: string, type = "string") => ({ name, type, nullable: false });
export const optional = (name: string, type: string) => ({ name, type });

/** A lake with what a test of exports does with it. */
export async function openTestExports() {
  const world = await openTestLake();
  let exportsMade = 0;

  async function publish(definition: NewDefinition, source: { file: string } | { text: string }): Promise<Published> {
    const published =
      "file" in source ? world.publishFile(definition, source.file) : world.publishText(definition, source.text);
    return { definition: Definition.parse(definition), parts: (await published).parts };
  }

  function jobOf({ definition, parts }: Published, body: object, format: FileFormat, shape: Partial<FileShape> = {}) {
    const query = queryOf(definition, body);
    return {
      id: `exp_${exportsMade++}`,
      dataset: "prices",
      version: 7,
      definition,
      parts,
      query,
      format,
      shape: { ...shapeOf(format), ...shape },
    };
  }

  /** The text of an export, after proving what its manifest says of it. */
  async function exportCsv(published: Published, body: object): Promise<string> {
    const job = jobOf(published, body, "csv");
    const { files, rows, bytes } = await world.lake.export(job);
    const text = await readFile(world.lake.exportFile(job.id, "prices-v7.csv"), "utf8");
    expect(files).toEqual([{ name: "prices-v7.csv", rows, bytes, sha256: hash("sha256", text) }]);
    expect(Buffer.byteLength(text)).toBe(bytes);
    await world.lake.removeExport(job.id);
    return text;
  }

  /** Every row of a dataset as its pages show them. */
  async function pagedRows({ definition, parts }: Published): Promise<Row[]> {
    const rows: Row[] = [];
    let after: Position | null = null;
    do {
      const page = await world.lake.page(definition, parts, queryOf(definition, {}), after, 10_000);
      if (!page) throw new Error("no index serves this query");
      for (const row of page.rows) rows.push(JSON.parse(row));
      after = page.next;
    } while (after);
    return rows;
  }

  return { ...world, publish, jobOf, exportCsv, pagedRows };
}

const shapeOf = (format: FileFormat): FileShape => ({
  compression: format === "parquet" ? "zstd" : "none",
  rowsPerFile: null,
  bytesPerFile: null,
  formulaSafe: false,
});

export function queryOf(definition: Definition, body: object): Query {
  const parsed = parseQueryBody(definition, body);
  if ("issues" in parsed) throw new Error(JSON.stringify(parsed.issues));
  return parsed.query;
}

/** RFC 4180, told apart from an empty text: null is nothing at all between two commas. */
function csvCell(value: Row[string] | undefined): string {
  if (value === null || value === undefined) return "";
  const text = String(value);
  return text === "" || text.startsWith("#") || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function toCsv(columns: string[], rows: Row[]): string {
  const lines = rows.map((row) => columns.map((column) => csvCell(row[column])).join(","));
  return [columns.join(","), ...lines, ""].join("\n");
}

/** A small dataset with a column of each type, three parts, nulls and texts that CSV must quote. */
export const mixed = {
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
export const mixedColumns = mixed.columns.map(({ name }) => name);

const notes = ["plain", "", '"said ""so"""', '"one, two"', '"two\nlines"', "'; DROP TABLE rows; --", "é😀"];

function mixedLine(at: number): string {
  const cells = [
    `C${at % 7}`,
    `2024-0${1 + (at % 3)}-${10 + (at % 19)}T00:00:00.${100 + Math.floor(at / 7)}Z`,
    at % 5 === 0 ? "" : String((at - 300) * 0.1),
    at % 6 === 0 ? "" : String(at * 1_000_003),
    at % 4 === 0 ? "" : (at / 7).toFixed(2),
    at % 3 === 0 ? "" : String(at % 2 === 0),
    at % 8 === 0 ? "" : `2023-02-${10 + (at % 18)}`,
    notes[at % notes.length],
  ];
  return cells.join(",");
}

export const mixedRows = 600;
export const mixedCsv = `${[mixedColumns.join(","), ...Array.from({ length: mixedRows }, (_, at) => mixedLine(at))].join("\n")}\n`;
