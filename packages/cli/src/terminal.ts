/** A place to write to. `write` resolves when there is room for more, so that a slow reader slows the writer. */
export type Sink = {
  readonly isTerminal: boolean;
  /** Undefined where lines have no width, as in a file. */
  readonly columns: number | undefined;
  /** What is drawn on live; absent where nobody can watch. */
  readonly stream?: NodeJS.WriteStream;
  write(text: string): Promise<void>;
};

/** Everything a command may know of the world around the process. */
export type Terminal = {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly out: Sink;
  readonly err: Sink;
  readonly stdin: NodeJS.ReadStream;
  /** Aborted by Ctrl-C or SIGTERM; the reason is "interrupted" or "terminated". */
  readonly signal: AbortSignal;
};

export const canAsk = (terminal: Terminal) => terminal.stdin.isTTY === true && terminal.err.isTerminal;

/** Whether lines that were written can be drawn over there. */
export const canDraw = ({ env }: Terminal, { isTerminal, stream }: Sink) =>
  isTerminal && stream !== undefined && env.TERM !== "dumb";

export function processSink(stream: NodeJS.WriteStream): Sink {
  return {
    isTerminal: stream.isTTY === true,
    // A terminal that does not know its width says 0.
    get columns() {
      return stream.isTTY ? stream.columns || 80 : undefined;
    },
    stream,
    write: (text) =>
      new Promise((resolve) => {
        if (stream.write(text)) resolve();
        else stream.once("drain", resolve);
      }),
  };
}

const styles = { bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], cyan: [36, 39] } as const;

/** Colours text for a terminal whose user did not say NO_COLOR; elsewhere leaves it as it is. */
export function paint(terminal: Terminal, sink: Sink, style: keyof typeof styles, text: string): string {
  const noColor = terminal.env.NO_COLOR !== undefined && terminal.env.NO_COLOR !== "";
  if (!sink.isTerminal || noColor || terminal.env.TERM === "dumb") return text;
  const [on, off] = styles[style];
  return `\u001b[${on}m${text}\u001b[${off}m`;
}
