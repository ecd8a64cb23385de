import type { Definition } from "../datasets/definition.ts";
import { rowEdges } from "../lake/page-columns.ts";

/** Lines of RFC 4180 as an export writes them, so that pages joined are an export's bytes: the header, then one maker of lines. */
export function csvOf(names: readonly string[]): { header: string; line(row: string): string } {
  const edgesOf = rowEdges(names);
  const line = (row: string) => {
    const edges = edgesOf(row);
    let text = "";
    for (let at = 0; at < edges.length; at += 2)
      text += `${at === 0 ? "" : ","}${cellOf(row.slice(edges[at], edges[at + 1]))}`;
    return text;
  };
  return { header: names.join(","), line };
}

/** A value's one text, out of its JSON: null is nothing at all, and so an empty text has to have quotes. */
function cellOf(json: string): string {
  if (json === "null") return "";
  if (!json.startsWith('"')) return json;
  // JSON of a string is a string.
  const text = json.includes("\\") ? (JSON.parse(json) as string) : json.slice(1, -1);
  const isQuoted = text === "" || text.startsWith("#") || /[",\r\n]/.test(text);
  return isQuoted ? `"${text.replaceAll('"', '""')}"` : text;
}

export const columnNames = ({ columns }: Definition, chosen: readonly string[] | null): readonly string[] =>
  chosen ?? columns.map(({ name }) => name);
