import { type Failure, failureBody } from "../failures.ts";
import type { Sink, Terminal } from "../terminal.ts";
import { hideSecrets, toJson } from "./escape.ts";
import type { PageLike, PageStream } from "./page-stream.ts";
import { heading, type Mode, renderFailure, viewText, writeNote } from "./render.ts";
import { TableLayout, tsvLine } from "./table.ts";
import type { Cell, View } from "./view.ts";

const sampleRowsMax = 100;

type ShowPage = (page: unknown) => View;
type Writer = { page(page: PageLike): Promise<void>; end(failure: Failure | undefined): Promise<void> };

/**
 * Prints pages as they come, and gives the failure that broke them off, if one did. On a terminal `rowsBefore` rows are waited for, which
 * say how wide the columns are.
 */
export async function renderStream(
  terminal: Terminal,
  mode: Mode,
  stream: PageStream<unknown>,
  view: ShowPage,
  explain: (error: unknown) => Promise<Failure>,
  rowsBefore = sampleRowsMax,
): Promise<Failure | undefined> {
  const writer =
    mode === "json"
      ? jsonWriter(terminal)
      : mode === "ndjson"
        ? lineWriter(terminal)
        : viewWriter(terminal, view, rowsBefore);
  let failure: Failure | undefined;
  let said: string | undefined;
  try {
    for await (const page of stream.pages) {
      await writer.page(page);
      const { note } = page;
      if (note !== undefined && note !== said) await writeNote(terminal, note);
      said = note;
    }
  } catch (error) {
    failure = await explain(error);
  }
  await writer.end(failure);
  return failure;
}

/** One JSON value even where it breaks off: the items so far, the cursor that goes on, and the error beside them. */
function jsonWriter(terminal: Terminal): Writer {
  const { out } = terminal;
  let rest: Record<string, unknown> | undefined;
  let before = "";
  return {
    async page({ data, note: _note, ...beside }) {
      const items = data.map((item) => toJson(item)).join(",");
      await out.write(`${rest ? "" : '{"data":['}${items === "" ? "" : before + items}`);
      if (items !== "") before = ",";
      rest = beside;
    },
    async end(failure) {
      if (!rest) {
        if (failure) await renderFailure(terminal, "json", failure);
        return;
      }
      const error = failure ? `,"error":${hideSecrets(toJson(failureBody(failure)))}` : "";
      await out.write(`],${toJson(rest).slice(1, -1)}${error}}\n`);
    },
  };
}

/** An object a line: what `--ndjson` prints and `--output` writes. */
export const linesOf = ({ data }: PageLike): string => data.map((item) => `${toJson(item)}\n`).join("");

function lineWriter(terminal: Terminal): Writer {
  return {
    page: (page) => terminal.out.write(linesOf(page)),
    async end(failure) {
      if (failure) await renderFailure(terminal, "ndjson", failure);
    },
  };
}

function viewWriter(terminal: Terminal, view: ShowPage, rowsBefore: number): Writer {
  const lines = terminal.out.isTerminal ? tableLines(terminal, rowsBefore) : cellLines(terminal.out);
  let isEmpty = true;
  let notes: readonly string[] = [];
  return {
    async page(page) {
      const shown = view(page);
      if (isEmpty) notes = shown.notes ?? [];
      isEmpty &&= page.data.length === 0;
      if (shown.kind === "table") await lines.rows(shown.columns, shown.rows);
      else await terminal.out.write(viewText(terminal, shown));
    },
    async end(failure) {
      await lines.end();
      if (failure) await renderFailure(terminal, "text", failure);
      else if (isEmpty) for (const note of notes) await writeNote(terminal, note);
    },
  };
}

type Rows = readonly (readonly Cell[])[];
type Lines = { rows(columns: readonly string[], rows: Rows): Promise<void>; end(): Promise<void> };

const cellLines = (out: Sink): Lines => ({
  rows: (_, rows) => out.write(rows.map(tsvLine).join("")),
  end: async () => {},
});

/** Widths are taken from the first rows, so these are held until there are enough of them. */
function tableLines(terminal: Terminal, rowsBefore: number): Lines {
  const { out } = terminal;
  const sample: (readonly Cell[])[] = [];
  let columns: readonly string[] = [];
  let layout: TableLayout | undefined;
  const begin = async () => {
    if (sample.length === 0) return;
    const begun = new TableLayout(columns, sample, out.columns ?? Number.MAX_SAFE_INTEGER);
    layout = begun;
    await out.write(heading(terminal, begun, columns) + sample.map((row) => begun.line(row)).join(""));
  };
  return {
    async rows(names, rows) {
      const known = layout;
      if (known) return out.write(rows.map((row) => known.line(row)).join(""));
      if (columns.length === 0) columns = names;
      sample.push(...rows);
      if (sample.length >= rowsBefore) await begin();
    },
    async end() {
      if (!layout) await begin();
    },
  };
}
