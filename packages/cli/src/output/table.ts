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

  constructor(columns: readonly string[], sample: readonly (readonly Cell[])[], widthChars: number) {
    const wanted = columns.map((name, at) => Math.max(name.length, ...sample.map((row) => length(cellText(row[at])))));
    this.#widths = fit(wanted, widthChars - gap.length * (columns.length - 1));
    this.#alignRight = columns.map(
      (_, at) => sample.length > 0 && sample.every((row) => typeof row[at] === "number" || row[at] == null),
    );
  }

  line(cells: readonly Cell[]): string {
    const padded = cells.map((cell, at) => {
      const width = this.#widths[at] ?? 0;
      const shown = cut(cellText(cell), width);
      const space = " ".repeat(Math.max(0, width - length(shown)));
      return this.#alignRight[at] ? space + shown : shown + space;
    });
    return `${padded.join(gap).trimEnd()}\n`;
  }
}

const length = (text: string) => [...text].length;
const cut = (text: string, width: number) =>
  length(text) <= width ? text : `${[...text].slice(0, width - 1).join("")}…`;

/** Narrows the widest columns until all fit, but none so far that nothing is left of it. */
function fit(wanted: readonly number[], spaceChars: number): number[] {
  const widths = [...wanted];
  let excess = widths.reduce((sum, width) => sum + width, 0) - spaceChars;
  while (excess > 0) {
    const widest = Math.max(...widths);
    if (widest <= narrowestChars) break;
    const second = Math.max(narrowestChars, ...widths.filter((width) => width < widest));
    const sharing = widths.filter((width) => width === widest).length;
    const less = Math.min(widest - second, Math.max(1, Math.floor(excess / sharing)));
    let left = excess;
    for (const [at, width] of widths.entries()) {
      if (width !== widest || left <= 0) continue;
      widths[at] = width - less;
      left -= less;
    }
    excess = left;
  }
  return widths;
}
