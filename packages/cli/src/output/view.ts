export type Cell = string | number | boolean | null | undefined;

export type DiffMark = "+" | "~" | "-" | "!" | " ";
/** Without a title its lines stand by themselves. */
export type DiffGroup = { title: string; lines: readonly (readonly [mark: DiffMark, text: string])[] };

export type TableView = {
  kind: "table";
  columns: readonly string[];
  rows: readonly (readonly Cell[])[];
  notes?: readonly string[];
};

/** How a command's data looks to people. The renderer decides between a table, TSV and plain text. */
export type View = (
  | TableView
  | { kind: "record"; fields: readonly (readonly [name: string, value: Cell])[] }
  | { kind: "text"; text: string }
  /** What changes, by what it belongs to. */
  | { kind: "diff"; groups: readonly DiffGroup[] }
  /** Several views, each under its name; in TSV the name is the first cell of each line. */
  | { kind: "sections"; sections: readonly (readonly [name: string, view: View])[] }
) & { notes?: readonly string[] };

/** Columns of a table: a name and where its cell comes from. */
export type Columns<Item> = Record<string, (item: Item) => Cell>;

export function table<Item>(items: readonly Item[], columns: Columns<Item>, notes: readonly string[] = []): View {
  const cells = Object.values(columns);
  return {
    kind: "table",
    columns: Object.keys(columns),
    rows: items.map((item) => cells.map((cell) => cell(item))),
    notes,
  };
}

export function record(fields: Record<string, Cell>, notes: readonly string[] = []): View {
  return { kind: "record", fields: Object.entries(fields).filter(([, value]) => value !== undefined), notes };
}

export function sections(named: Record<string, View>, notes: readonly string[] = []): View {
  return { kind: "sections", sections: Object.entries(named), notes };
}

export const plain = (text: string, notes: readonly string[] = []): View => ({ kind: "text", text, notes });

/** Any value of the API in one cell. */
export function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return value;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return JSON.stringify(value);
}
