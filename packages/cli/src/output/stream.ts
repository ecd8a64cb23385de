import { type Failure, failureBody } from "../failures.ts";
import type { Sink, Terminal } from "../terminal.ts";
import { hideSecrets, toJson } from "./escape.ts";
import { heading, type Mode, renderFailure } from "./render.ts";
import { TableLayout, tsvLine } from "./table.ts";
import type { Cell, RowSource, RowStream } from "./view.ts";

const chunkCharsMax = 1 << 16;
const sampleRowsMax = 100;

/**
 * Prints rows as they come. An answer that breaks off is still one JSON value: the rows so far, where to go on, and the error beside them.
 */
export async function renderStream(
  terminal: Terminal,
  mode: Mode,
  { rows, rest }: RowStream,
  explain: (error: unknown) => Promise<Failure>,
): Promise<Failure | undefined> {
  const out = new Chunks(terminal.out);
  if (mode === "json") await out.write('{"data":[');
  let failure: Failure | undefined;
  try {
    await (mode === "text" ? writeTable(terminal, out, rows) : writeJson(out, mode, rows));
  } catch (error) {
    failure = await explain(error);
  }
  if (mode === "json") {
    const error = failure ? `,"error":${hideSecrets(toJson(failureBody(failure)))}` : "";
    const members = toJson(rest()).slice(1, -1);
    await out.write(`]${members && `,${members}`}${error}}\n`);
  }
  await out.flush();
  if (failure && mode !== "json") await renderFailure(terminal, mode, failure);
  return failure;
}

async function writeJson(out: Chunks, mode: Mode, rows: RowSource): Promise<void> {
  let separator = "";
  for await (const row of rows) {
    await out.write(mode === "json" ? separator + toJson(row) : `${toJson(row)}\n`);
    separator = ",";
  }
}

async function writeTable(terminal: Terminal, out: Chunks, rows: RowSource): Promise<void> {
  const sample: Readonly<Record<string, unknown>>[] = [];
  let line: ((cells: Cell[]) => string) | undefined;
  const begin = async () => {
    const columns = Object.keys(sample[0] ?? {});
    if (!terminal.out.isTerminal) line = tsvLine;
    else {
      const layout = new TableLayout(columns, sample.map(cellsOf), terminal.out.columns ?? Number.MAX_SAFE_INTEGER);
      line = (cells) => layout.line(cells);
      if (columns.length > 0) await out.write(heading(terminal, layout, columns));
    }
    for (const row of sample) await out.write(line(cellsOf(row)));
  };
  try {
    for await (const row of rows) {
      if (line) await out.write(line(cellsOf(row)));
      else if (sample.push(row) === sampleRowsMax) await begin();
    }
  } finally {
    if (!line) await begin();
  }
}

const cellsOf = (row: Readonly<Record<string, unknown>>): Cell[] => Object.values(row).map(cellOf);

export function cellOf(value: unknown): Cell {
  if (
    value === null ||
    value === undefined ||
    typeof value === "string" ||
    typeof value === "number" ||
    typeof value === "boolean"
  )
    return value;
  return JSON.stringify(value);
}

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
