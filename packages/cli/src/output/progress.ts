import { paint, type Terminal } from "../terminal.ts";
import { escapeCell } from "./escape.ts";

const redrawEveryMs = 80;

/** One line on stderr that replaces itself. Where stderr is no terminal nobody watches, so nothing is written. */
export function progressLine(terminal: Terminal): { show: (text: string) => void; clear: () => void } {
  const { err } = terminal;
  if (!err.isTerminal) return { show: () => {}, clear: () => {} };
  let drawnAtMs = Number.NEGATIVE_INFINITY;
  const erase = "\r\u001b[K";
  return {
    show: (text) => {
      const nowMs = performance.now();
      if (nowMs - drawnAtMs < redrawEveryMs) return;
      drawnAtMs = nowMs;
      const shown = escapeCell(text).slice(0, (err.columns ?? 80) - 1);
      void err.write(erase + paint(terminal, err, "dim", shown));
    },
    clear: () => {
      if (drawnAtMs !== Number.NEGATIVE_INFINITY) void err.write(erase);
      drawnAtMs = Number.NEGATIVE_INFINITY;
    },
  };
}
