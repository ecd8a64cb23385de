import { canDraw, type Terminal } from "../terminal.ts";
import { escapeCell } from "./escape.ts";
import { writeNote } from "./render.ts";

/** How far a piece of work is. `total` is absent where it is not known. */
export type Progress = { what: string; done: number; total?: number | undefined; unit: "bytes" | "rows" | "steps" };
export type ProgressState = string | Progress;
/** `clear` leaves nothing of it behind, and must be waited for before anything else is written. */
export type ProgressReporter = { show(state: ProgressState): void; clear(): Promise<void> };

// Work that ends before says nothing, and does not load what draws it.
const quietMs = 300;

/** Live on a terminal; elsewhere, as in the log of a job, a line now and then. */
export function progressReporter(terminal: Terminal, now = () => performance.now()): ProgressReporter {
  return canDraw(terminal, terminal.err) ? liveReporter(terminal) : lineReporter(terminal, now);
}

function liveReporter(terminal: Terminal): ProgressReporter {
  let latest: ProgressState = "";
  let live: Promise<ProgressReporter> | undefined;
  let begin: NodeJS.Timeout | undefined;
  return {
    show(state) {
      latest = state;
      begin ??= setTimeout(() => {
        live = import("./live-progress.ts").then(({ openLive }) => openLive(terminal));
        void live.then(({ show }) => show(latest));
      }, quietMs);
      void live?.then(({ show }) => show(latest));
    },
    async clear() {
      clearTimeout(begin);
      const opened = await live;
      begin = undefined;
      live = undefined;
      await opened?.clear();
    },
  };
}

const lineEveryMs = 5_000;
const stepShare = 0.1;
const stepEveryMs = 1_000;

function lineReporter(terminal: Terminal, now: () => number): ProgressReporter {
  let saidAt = now();
  let saidShare = 0;
  let said = "";
  return {
    show(state) {
      const waitedMs = now() - saidAt;
      const share = shareOf(state) ?? 0;
      const isStep = share - saidShare >= stepShare && waitedMs >= stepEveryMs;
      if (waitedMs < lineEveryMs && !isStep) return;
      const text = progressText(state);
      if (text === said) return;
      [saidAt, saidShare, said] = [now(), share, text];
      void writeNote(terminal, text);
    },
    clear: async () => {},
  };
}

export function shareOf(state: ProgressState): number | undefined {
  if (typeof state === "string" || !state.total) return undefined;
  return Math.min(1, state.done / state.total);
}

/** `prices.csv: 12.5 of 40.0 MB, 31 %` */
export function progressText(state: ProgressState): string {
  if (typeof state === "string") return escapeCell(state);
  const { what, done, total, unit } = state;
  const share = shareOf(state);
  const amount =
    total === undefined ? amountText(done, unit) : `${amountText(done, unit, false)} of ${amountText(total, unit)}`;
  return `${escapeCell(what)}: ${amount}${share === undefined ? "" : `, ${Math.floor(share * 100)} %`}`;
}

const bytesPerMegabyte = 1_000_000;

function amountText(count: number, unit: Progress["unit"], withUnit = true): string {
  const number = unit === "bytes" ? (count / bytesPerMegabyte).toFixed(1) : String(count);
  return withUnit ? `${number} ${unit === "bytes" ? "MB" : unit}` : number;
}
