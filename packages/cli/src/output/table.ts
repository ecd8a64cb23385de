import { escapeCell } from "./escape.ts";
import type { Cell } from "./view.ts";

const gap = "  ";
const narrowestChars = 6;

export const cellText = (cell: Cell): string => (cell === null || cell === undefined ? "" : escapeCell(String(cell)));

export const tsvLine = (cells: readonly Cell[]): string => `${cells.map(cellText).join("\t")}\n`;

/** Lines under one heading, with widths decided once, so that rows that come later line up with those before. */
export class TableLayout {
  readonly #widths: number[];
  readonly #alignRight: boolean[];

  constructor(columns: readonly string[], sample: readonly (readonly Cell[])[], spaceChars: number) {
    const wanted = columns.map((name, at) => Math.max(name.length, ...sample.map((row) => charsOf(cellText(row[at])))));
    // The first column names the thing, and half a name is of no use: it is never cut.
    const [first = 0, ...others] = wanted;
    const between = gap.length * (columns.length - 1);
    this.#widths = [first, ...narrow(others, spaceChars - first - between)];
    this.#alignRight = columns.map(
      (_, at) => sample.length > 0 && sample.every((row) => typeof row[at] === "number" || row[at] === null),
    );
  }

  line(cells: readonly Cell[]): string {
    const padded = cells.map((cell, at) => {
      const width = this.#widths[at] ?? 0;
      const shown = at === 0 ? cellText(cell) : cut(cellText(cell), width);
      const space = " ".repeat(Math.max(0, width - charsOf(shown)));
      return this.#alignRight[at] ? space + shown : shown + space;
    });
    return `${padded.join(gap).trimEnd()}\n`;
  }
}

const charsOf = (text: string) => [...text].length;
const cut = (text: string, width: number) =>
  charsOf(text) <= width ? text : `${[...text].slice(0, Math.max(0, width - 1)).join("")}…`;

/** Takes from the widest columns until all fit, but leaves something of each. */
function narrow(wanted: readonly number[], spaceChars: number): number[] {
  const widest = Math.max(narrowestChars, ...wanted);
  const total = (most: number) => wanted.reduce((sum, width) => sum + Math.min(width, most), 0);
  let most = widest;
  while (most > narrowestChars && total(most) > spaceChars) most -= 1;
  return wanted.map((width) => Math.min(width, most));
}
