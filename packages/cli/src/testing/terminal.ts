import { Readable } from "node:stream";
import type { Sink, Terminal } from "../terminal.ts";

export type Screen = Terminal & { shown: { out: string; err: string } };

/** A terminal in memory, to see what a person would see. */
export function screen({
  isTerminal = true,
  columns = 100,
  env = {} as Record<string, string>,
  input = Readable.from([]) as Readable,
} = {}): Screen {
  const shown = { out: "", err: "" };
  const sink = (name: "out" | "err"): Sink => ({
    isTerminal,
    columns: isTerminal ? columns : undefined,
    write: async (text) => {
      shown[name] += text;
    },
  });
  // Nobody types here; what a prompt needs of a terminal is tested with a real one.
  const stdin = input as NodeJS.ReadStream;
  return { env, out: sink("out"), err: sink("err"), stdin, signal: new AbortController().signal, shown };
}
