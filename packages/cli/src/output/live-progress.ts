import { PassThrough } from "node:stream";
import { Box, render, Text } from "ink";
import { createElement, type ReactElement } from "react";
import type { Terminal } from "../terminal.ts";
import { type ProgressReporter, type ProgressState, progressText, shareOf } from "./progress.ts";

const barCharsMax = 30;
const barCharsMin = 8;
const framesPerSecondMax = 15;
const fallbackColumns = 80;

/** Progress drawn with ink on stderr. Loaded only where somebody watches a terminal and the work takes its time. */
export function openLive(terminal: Terminal): ProgressReporter {
  const stderr = terminal.err.stream ?? process.stderr;
  const columns = () => terminal.err.columns ?? fallbackColumns;
  const hasColor = !terminal.env.NO_COLOR;
  const instance = render(frame("", columns(), hasColor), {
    stdout: stderr,
    stderr,
    // Nothing is typed at it: Ctrl-C stays the process's own signal, and prompts keep their input.
    stdin: new PassThrough() as unknown as NodeJS.ReadStream,
    exitOnCtrlC: false,
    patchConsole: false,
    maxFps: framesPerSecondMax,
  });
  return {
    show: (state) => instance.rerender(frame(state, columns(), hasColor)),
    async clear() {
      // It leaves its last frame behind, so that must be an empty one.
      instance.rerender(null);
      instance.clear();
      instance.unmount();
      await instance.waitUntilExit();
    },
  };
}

function frame(state: ProgressState, columns: number, hasColor: boolean): ReactElement {
  const share = shareOf(state);
  const text = createElement(Text, { wrap: "truncate-end" }, progressText(state));
  if (share === undefined) return createElement(Box, { width: columns - 1 }, text);
  const barChars = Math.min(barCharsMax, Math.max(barCharsMin, Math.floor(columns / 4)));
  const doneChars = Math.round(share * barChars);
  const bar = `${"█".repeat(doneChars)}${"░".repeat(barChars - doneChars)} `;
  return createElement(
    Box,
    { width: columns - 1 },
    createElement(Box, { flexShrink: 0 }, createElement(Text, hasColor ? { color: "cyan" } : {}, bar)),
    text,
  );
}
