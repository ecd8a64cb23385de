import type { Row } from "@wizdata/sdk";
import { toggle } from "../fields.ts";
import { csvLines } from "../output/csv.ts";
import { cellOf, plain, table, type View } from "../output/view.ts";

/** For every command that prints rows of a dataset. */
export const csvFlag = {
  csv: toggle("print CSV, with the names of the columns first; --json and --ndjson come before it"),
};

// A stream shows page by page, and the names of the columns stand above the first one only.
const laterPages = new WeakSet<object>();

/** Says of a page that others were shown before it. */
export const laterPage = <Page extends object>(page: Page): Page => {
  laterPages.add(page);
  return page;
};

type Shown = { data: readonly Row[]; version: number };

/** Rows as a table or as CSV, with a note on where they were cut. */
export function rowsView(page: Shown, asked: { columns?: string[] | undefined; csv: boolean }, note?: string): View {
  const { data, version } = page;
  const names = asked.columns ?? Object.keys(data[0] ?? {});
  const notes = data.length === 0 ? [`No rows in version ${version}.`] : note === undefined ? [] : [note];
  if (asked.csv) {
    const header = laterPages.has(page) || names.length === 0 ? "" : `${names.join(",")}\n`;
    return plain(header + csvLines(names, data), notes);
  }
  const cells = Object.fromEntries(names.map((name) => [name, (row: Row) => cellOf(row[name])]));
  return table(data, data.length === 0 ? {} : cells, notes);
}
