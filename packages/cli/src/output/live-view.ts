import { PassThrough } from "node:stream";
import { Box, render, Text } from "ink";
import { createElement, type ReactElement } from "react";
import type { LiveLine, LiveScreen, LiveView } from "../command.ts";
import { Failure } from "../failures.ts";
import type { Terminal } from "../terminal.ts";
import { escapeCell } from "./escape.ts";
import type { PageLike, PageStream } from "./page-stream.ts";

const fallbackColumns = 80;
const fallbackRows = 24;
const redrawMs = 1_000;
// Under the state: an empty line, and one that says how to end it. The cursor stands below.
const footRows = 3;

/**
 * A stream of states drawn with ink, each in the place of the one before. Loaded only where somebody watches a terminal. Ends when the
 * stream does, or with q; the last state stays on the screen.
 *
 * @throws Failure on Ctrl-C, which a terminal that hands over single keys does not make a signal of
 */
export async function renderLive(terminal: Terminal, stream: PageStream<unknown>, view: LiveView): Promise<void> {
  const pages = stream.pages[Symbol.asyncIterator]();
  // Nothing is drawn before there is something to see: what fails at once is told as usual.
  let next = await pages.next();
  if (next.done) return;
  const keys = openKeys(terminal);
  const drawing = openDrawing(terminal, keys.areRead);
  const show = (page: PageLike) =>
    drawing.show(page.data.length > 0 ? (screen) => view(page, screen) : undefined, page.note);
  try {
    while (!next.done) {
      show(next.value);
      const after = pages.next();
      // It may fail when nobody waits for it any more.
      after.catch(() => {});
      const end = await Promise.race([after, keys.ended]);
      if (end === "ended") return;
      next = end;
    }
  } finally {
    keys.close();
    await drawing.close();
  }
}

/** q and Ctrl-C, where somebody can type. */
function openKeys({ stdin }: Terminal): { areRead: boolean; ended: Promise<"ended">; close(): void } {
  const { promise: ended, resolve, reject } = Promise.withResolvers<"ended">();
  ended.catch(() => {});
  const areRead = stdin.isTTY === true;
  const take = (typed: Buffer | string) => {
    const text = String(typed);
    if (text.includes("\u0003")) reject(new Failure("interrupted", "interrupted", "Stopped."));
    else if (/q/i.test(text)) resolve("ended");
  };
  if (areRead) {
    stdin.setRawMode(true);
    stdin.on("data", take).resume();
  }
  const close = () => {
    if (!areRead) return;
    stdin.off("data", take).pause();
    stdin.setRawMode(false);
  };
  return { areRead, ended, close };
}

type Draw = (screen: LiveScreen) => readonly LiveLine[];

/** Draws anew each second, for a countdown goes on between two states. */
function openDrawing(terminal: Terminal, hasKeys: boolean) {
  const stdout = terminal.out.stream ?? process.stdout;
  const hasColor = !terminal.env.NO_COLOR;
  let draw: Draw = () => [];
  let note: string | undefined;
  const frame = () => {
    const columns = (terminal.out.columns ?? fallbackColumns) - 1;
    const rows = Math.max(1, (stdout.rows || fallbackRows) - footRows - (note === undefined ? 0 : 1));
    const lines = [...draw({ columns, rows, nowMs: Date.now() }), [{ text: " " }]];
    if (note !== undefined) lines.push([{ text: escapeCell(note), color: "red" }]);
    lines.push([{ text: hasKeys ? "q ends it." : "Ctrl-C ends it.", isDim: true }]);
    return createElement(
      Box,
      { flexDirection: "column", width: columns },
      ...lines.map((line) => lineOf(line, hasColor)),
    );
  };
  const instance = render(frame(), {
    stdout,
    stderr: terminal.err.stream ?? process.stderr,
    // Keys are read by hand, so that Ctrl-C is told from q.
    stdin: new PassThrough() as unknown as NodeJS.ReadStream,
    exitOnCtrlC: false,
    patchConsole: false,
  });
  const redraw = () => instance.rerender(frame());
  const timer = setInterval(redraw, redrawMs);
  stdout.on("resize", redraw);
  return {
    /** Without a state the one before stays. */
    show(latest: Draw | undefined, said: string | undefined) {
      draw = latest ?? draw;
      note = said;
      redraw();
    },
    async close() {
      clearInterval(timer);
      stdout.off("resize", redraw);
      instance.unmount();
      await instance.waitUntilExit();
    },
  };
}

function lineOf(line: LiveLine, hasColor: boolean): ReactElement {
  const spans = line.map(({ text, color, isDim = false }) =>
    createElement(Text, { ...(hasColor && color ? { color } : {}), dimColor: hasColor && isDim }, text),
  );
  return createElement(Text, { wrap: "truncate-end" }, ...spans);
}
