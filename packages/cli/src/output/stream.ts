import { type Failure, failureBody } from "../failures.ts";
import type { Sink, Terminal } from "../terminal.ts";
import { hideSecrets, toJson } from "./escape.ts";
import { heading, type Mode, renderFailure } from "./render.ts";
import { TableLayout, tsvLine } from "./table.ts";
import { type Cell, cellOf, type RowStream } from "./view.ts";

const chunkCharsMax = 1 << 16;
const sampleRowsMax = 100;

type Row = Readonly<Record<string, unknown>>;
type Writer = { row(row: Row): Promise<void>; end(failure: Failure | undefined): Promise<void> };

/** Prints rows as they come, and gives the failure that broke them off, if one did. */
export async function renderStream(
  terminal: Terminal,
  mode: Mode,
  stream: RowStream,
  explain: (error: unknown) => Promise<Failure>,
): Promise<Failure | undefined> {
  const writer = mode === "json" ? jsonWriter(terminal, stream) : lineWriter(terminal, mode);
  let failure: Failure | undefined;
  try {
    for await (const row of stream.rows) await writer.row(row);
  } catch (error) {
    failure = await explain(error);
  }
  await writer.end(failure);
  return failure;
}

/** One JSON value even where it breaks off: the rows so far, the cursor that goes on, and the error beside them. */
function jsonWriter(terminal: Terminal, { rest }: RowStream): Writer {
  const out = new Chunks(terminal.out);
  const opening = '{"data":[';
  let before = opening;
  return {
    async row(row) {
      await out.write(before + toJson(row));
      before = ",";
    },
    async end(failure) {
      if (failure && before === opening) return renderFailure(terminal, "json", failure);
      const error = failure ? `,"error":${hideSecrets(toJson(failureBody(failure)))}` : "";
      await out.write(`${before === opening ? opening : ""}],${toJson(rest()).slice(1, -1)}${error}}\n`);
      await out.flush();
    },
  };
}

function lineWriter(terminal: Terminal, mode: Mode): Writer {
  const out = new Chunks(terminal.out);
  const lines =
    mode === "ndjson" ? objectLines(out) : terminal.out.isTerminal ? tableLines(terminal, out) : cellLines(out);
  return {
    row: lines.row,
    async end(failure) {
      await lines.end();
      await out.flush();
      if (failure) await renderFailure(terminal, mode, failure);
    },
  };
}

type Lines = { row(row: Row): Promise<void>; end(): Promise<void> };
const nothing = async () => {};

const objectLines = (out: Chunks): Lines => ({ row: (row) => out.write(`${toJson(row)}\n`), end: nothing });
const cellLines = (out: Chunks): Lines => ({ row: (row) => out.write(tsvLine(cellsOf(row))), end: nothing });

/** Widths are taken from the first rows, so these are held until there are enough of them. */
function tableLines(terminal: Terminal, out: Chunks): Lines {
  const sample: Row[] = [];
  let layout: TableLayout | undefined;
  const begin = async () => {
    const columns = Object.keys(sample[0] ?? {});
    const begun = new TableLayout(columns, sample.map(cellsOf), terminal.out.columns ?? Number.MAX_SAFE_INTEGER);
    layout = begun;
    if (sample.length > 0) await out.write(heading(terminal, begun, columns));
    for (const row of sample) await out.write(begun.line(cellsOf(row)));
  };
  return {
    async row(row) {
      if (layout) await out.write(layout.line(cellsOf(row)));
      else if (sample.push(row) === sampleRowsMax) await begin();
    },
    async end() {
      if (!layout) await begin();
    },
  };
}

const cellsOf = (row: Row): Cell[] => Object.values(row).map(cellOf);

/** Gathers small texts into few writes. */
class Chunks {
  readonly #sink: Sink;
  #text = "";

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  async write(text: string): Promise<void> {
    this.#text += text;
    if (this.#text.length >= chunkCharsMax) await this.flush();
  }

  async flush(): Promise<void> {
    const text = this.#text;
    this.#text = "";
    await this.#sink.write(text);
  }
}
