import type { Definition } from "../datasets/definition.ts";
import { gapsOf, valueEnd } from "../lake/page-columns.ts";

/** Lines of RFC 4180 as an export writes them, so that pages joined are an export's bytes: the header, then one maker of lines. */
export function csvOf(names: readonly string[]): { header: string; line(row: string): string } {
  const gaps = gapsOf(names);
  const line = (row: string) => {
    let text = "";
    let end = 0;
    for (const [at, gap] of gaps.entries()) {
      const start = end + gap;
      end = valueEnd(row, start);
      text += at === 0 ? cellOf(row, start, end) : `,${cellOf(row, start, end)}`;
    }
    return text;
  };
  return { header: names.join(","), line };
}

const quote = 34;
const nOfNull = 110;

/** A value's one text, out of its JSON: null is nothing at all, and so an empty text has to have quotes. */
function cellOf(row: string, start: number, end: number): string {
  const first = row.charCodeAt(start);
  if (first !== quote) return first === nOfNull ? "" : row.slice(start, end);
  const inner = row.slice(start + 1, end - 1);
  // JSON of a string is a string.
  const text = inner.includes("\\") ? (JSON.parse(`"${inner}"`) as string) : inner;
  return isQuoted.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const isQuoted = /^$|^#|[",\r\n]/;

export const columnNames = ({ columns }: Definition, chosen: readonly string[] | null): readonly string[] =>
  chosen ?? columns.map(({ name }) => name);
