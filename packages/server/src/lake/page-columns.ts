import type { Definition } from "../datasets/definition.ts";

/**
 * Picks columns out of rows' JSON texts without parsing them: an index writes all columns in declared order with nothing
 * between them, so a value is where the names before it say. Four times faster than parsing and writing again.
 */
export function columnPicker({ columns }: Definition, wanted: string[]): (row: string) => string {
  const places = wanted.map((name) => columns.findIndex((column) => column.name === name));
  const valuesMax = Math.max(...places) + 1;
  const gaps = gapsOf(columns.slice(0, valuesMax).map(({ name }) => name));
  const heads = wanted.map((name, at) => `${at === 0 ? "{" : ","}"${name}":`);
  return (row) => {
    const edges: number[] = [];
    let end = 0;
    for (const gap of gaps) {
      edges.push(end + gap);
      end = valueEnd(row, end + gap);
      edges.push(end);
    }
    let picked = "";
    for (let at = 0; at < heads.length; at++) {
      const place = (places[at] ?? 0) * 2;
      picked += heads[at] + row.slice(edges[place], edges[place + 1]);
    }
    return `${picked}}`;
  };
}

/** What stands before each of a row's first values: a brace or comma, its name in quotes, and a colon. */
export const gapsOf = (names: readonly string[]): number[] => names.map((name) => name.length + 4);

const quote = 34;
const backslash = 92;

/** Where the value that begins at `start` ends. */
export function valueEnd(row: string, start: number): number {
  if (row.charCodeAt(start) !== quote) {
    const comma = row.indexOf(",", start);
    return comma < 0 ? row.length - 1 : comma;
  }
  let end = start;
  do end = row.indexOf('"', end + 1);
  while (isEscaped(row, end));
  return end + 1;
}

/** Whether an odd number of backslashes stands before it. */
function isEscaped(row: string, at: number): boolean {
  let first = at;
  while (row.charCodeAt(first - 1) === backslash) first--;
  return (at - first) % 2 === 1;
}
