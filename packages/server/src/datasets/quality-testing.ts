import type { Definition } from "./definition.ts";

// The quality of a file, counted once more in plain JavaScript: nothing here is shared with what it is compared with.

type Row = Record<string, string>;
type Counts = {
  values: number;
  invalid: number;
  cells: number;
  unique: number;
  source: number;
  expected: number;
  present: number;
};

export function countQuality(csv: string, definition: Definition, cadence: "annual" | "daily"): Counts {
  const [header = [], ...records] = csv.trimEnd().split("\n").map(fieldsOf);
  const all = records.map((record): Row => Object.fromEntries(header.map((name, at) => [name, record[at] ?? ""])));
  const kept = [...new Map(all.map((row) => [definition.key.map((name) => row[name]).join("|"), row])).values()];
  const cells = kept.flatMap((row) => definition.columns.map(({ name }) => ({ row, name, text: row[name] ?? "" })));
  const values = cells.filter(({ text }) => text !== "");
  return {
    source: all.length,
    unique: kept.length,
    cells: cells.length,
    values: values.length,
    invalid: values.filter(({ row, name, text }) => isInvalid(definition, row, name, text)).length,
    ...countPairs(kept, definition, cadence),
  };
}

function isInvalid({ columns, relations }: Definition, row: Row, name: string, text: string): boolean {
  const column = columns.find((candidate) => candidate.name === name);
  const compared = relations.filter(({ left, right }) => left === name && row[right] !== "");
  return (
    (column?.minimum !== undefined && Number(text) < column.minimum) ||
    (column?.maximum !== undefined && Number(text) > column.maximum) ||
    (column?.values !== undefined && !column.values.includes(text)) ||
    (column?.pattern !== undefined && !new RegExp(`^(?:${column.pattern})$`).test(text)) ||
    compared.some(({ right }) => Number(text) > Number(row[right])) // every relation of the shipped datasets is <=
  );
}

/** Years are expected one by one; days only where some key has a row. */
function countPairs(rows: Row[], { key, time }: Definition, cadence: "annual" | "daily") {
  const times = rows.map((row) => row[time ?? ""] ?? "");
  const days = [...new Set(times)].sort();
  const places = new Map(days.map((day, at) => [day, cadence === "annual" ? Number(day) : at]));
  const spans = new Map<string, number[]>();
  for (const row of rows) {
    const name = key
      .filter((column) => column !== time)
      .map((column) => row[column])
      .join("|");
    const place = places.get(row[time ?? ""] ?? "") ?? Number.NaN;
    const [first = place, last = place, count = 0] = spans.get(name) ?? [];
    spans.set(name, [Math.min(first, place), Math.max(last, place), count + 1]);
  }
  let [expected, present] = [0, 0];
  for (const [first = 0, last = 0, count = 0] of spans.values()) {
    expected += last - first + 1;
    present += count;
  }
  return { expected, present };
}

/** The shipped files quote fields with a comma in them, and have no quote within a field. */
function fieldsOf(line: string): string[] {
  if (!line.includes('"')) return line.split(",");
  return line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).map((field) => field.replaceAll('"', ""));
}
