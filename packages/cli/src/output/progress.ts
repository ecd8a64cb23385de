import { paint, type Terminal } from "../terminal.ts";
import { escapeCell } from "./escape.ts";

const redrawEveryMs = 80;
const eraseLine = "\r\u001b[K";

export type ProgressLine = { show(text: string): void; clear(): void };

/** One line on stderr that replaces itself. Where stderr is no terminal nobody watches, so nothing is written. */
export function progressLine(terminal: Terminal): ProgressLine {
  const { err } = terminal;
  if (!err.isTerminal) return { show: () => {}, clear: () => {} };
  let latest = "";
  let isDrawn = false;
  let redraw: NodeJS.Timeout | undefined;
  const draw = () => {
    const shown = escapeCell(latest).slice(0, (err.columns ?? 80) - 1);
    isDrawn = true;
    void err.write(eraseLine + paint(terminal, err, "dim", shown));
  };
  return {
    show(text) {
      latest = text;
      if (redraw) return;
      draw();
      // What comes in between is drawn once, late, so that the last state is always seen.
      redraw = setTimeout(() => {
        redraw = undefined;
        draw();
      }, redrawEveryMs);
      redraw.unref();
    },
    clear() {
      clearTimeout(redraw);
      redraw = undefined;
      if (isDrawn) void err.write(eraseLine);
      isDrawn = false;
    },
  };
}
