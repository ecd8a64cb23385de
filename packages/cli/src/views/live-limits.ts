import type { Limits } from "@wizdata/sdk";
import type { LiveLine, LiveScreen } from "../command.ts";
import { moneyText } from "../output/money.ts";
import { cellText } from "../output/table.ts";
import { countdownText, timeText } from "../output/times.ts";
import type { View } from "../output/view.ts";
import { limitsView, spendingLeft } from "./usage.ts";

/** The limits as they were at a moment. */
export type Seen = Limits & { at: string };

/** Each look as lines of its own, for a log or a pipe. */
export function seenView(looks: readonly Seen[]): View {
  const tables = looks.map((seen) => ({ at: timeText(seen.at), ...limitsView(seen) }));
  return {
    kind: "table",
    columns: ["at", ...(tables[0]?.columns ?? [])],
    rows: tables.flatMap(({ at, rows }) => rows.map((row) => [at, ...row])),
  };
}

/** One window: how full it is, and the texts beside its bar. */
type Window = {
  usedShare: number;
  heldShare: number;
  name: string;
  of: string;
  used: string;
  left: string;
  resets: string;
};

const gap = "  ";
const barCharsMin = 6;
const barCharsMax = 30;
const nearShare = 0.8;
const heads = { name: "limit", of: "of", bar: "", used: "used", left: "left", resets: "resets in" };

/** A bar for every window, in colour from 80 % on. Where not all have room, those that are fullest are shown. */
export function limitLines(seen: Seen, { columns, rows, nowMs }: LiveScreen): LiveLine[] {
  const all = windowsOf(seen, nowMs);
  const title = `Limits of ${seen.partner_id} at ${timeText(seen.at)}. The tightest one decides.`;
  const roomRows = Math.max(1, rows - 2);
  const isCut = all.length > roomRows;
  const shown = isCut ? fullest(all, Math.max(1, roomRows - 1)) : all;
  const widest = (column: "name" | "of" | "used" | "left" | "resets") =>
    Math.max(heads[column].length, ...shown.map((window) => window[column].length));
  const widths = {
    name: widest("name"),
    of: widest("of"),
    used: widest("used"),
    left: widest("left"),
    resets: widest("resets"),
  };
  const besideChars = Object.values(widths).reduce((sum, width) => sum + width + gap.length, "100 %".length + 1);
  const barChars = Math.min(barCharsMax, Math.max(barCharsMin, columns - besideChars));
  const line = (window: Omit<Window, "usedShare" | "heldShare">, bar: LiveLine): LiveLine => [
    { text: `${window.name.padEnd(widths.name)}${gap}${window.of.padEnd(widths.of)}${gap}` },
    ...bar,
    {
      text: `${gap}${window.used.padStart(widths.used)}${gap}${window.left.padStart(widths.left)}${gap}${window.resets.padStart(widths.resets)}`,
    },
  ];
  const headLine = line(heads, [{ text: " ".repeat(barChars + "100 %".length + 1) }]);
  return [
    [{ text: title }],
    headLine.map((span) => ({ ...span, isDim: true })),
    ...shown.map((window) => line(window, barOf(window, barChars))),
    ...(isCut ? [[{ text: `and ${all.length - shown.length} more, which are less full`, isDim: true }]] : []),
  ];
}

/** Used and reserved, one after the other, and how much both are of the whole. */
function barOf({ usedShare, heldShare }: Window, barChars: number): LiveLine {
  const share = usedShare + heldShare;
  // The least that is used can be seen.
  const charsOf = (share: number) => (share > 0 ? Math.max(1, Math.round(share * barChars)) : 0);
  const usedChars = Math.min(barChars, charsOf(usedShare));
  const heldChars = Math.min(barChars - usedChars, charsOf(heldShare));
  const color = share >= 1 ? "red" : share >= nearShare ? "yellow" : "green";
  // Rounded down: 100 % is what is used up.
  const percent = `${Math.floor(share * 100)} %`.padStart("100 %".length);
  return [
    { text: "█".repeat(usedChars) + "▒".repeat(heldChars), color },
    { text: "░".repeat(barChars - usedChars - heldChars), isDim: true },
    { text: ` ${percent}`, color },
  ];
}

function windowsOf({ data, spending }: Limits, nowMs: number): Window[] {
  const windows = data.map(({ name, dataset, lineage_id, limit, used, held, remaining, resets_at }) => ({
    ...shares(limit, used, held),
    name: cellText(name),
    of: cellText(dataset ?? lineage_id),
    used: `${used}/${limit}`,
    left: String(remaining),
    // A minute that nothing is in has nothing to forget.
    resets: name.endsWith("-minute") && used === 0 ? "" : countdownText(Date.parse(resets_at) - nowMs),
  }));
  if (!spending) return windows;
  const { limit, used, held, resets_at } = spending;
  const money: Window = {
    ...shares(limit.amount, used.amount, held.amount),
    name: "spending-month",
    of: "",
    used: `${moneyText(used)}/${moneyText(limit).replace(/^\w+ /, "")}`,
    left: moneyText(spendingLeft(spending)).replace(/^\w+ /, ""),
    resets: countdownText(Date.parse(resets_at) - nowMs),
  };
  return [...windows, money];
}

/** Of a limit of nothing everything is used. */
function shares(limit: number, used: number, held: number) {
  return limit === 0 ? { usedShare: 1, heldShare: 0 } : { usedShare: used / limit, heldShare: held / limit };
}

/** In the order in which they stand, for lines that jump cannot be read. */
function fullest(windows: readonly Window[], count: number): Window[] {
  const share = ({ usedShare, heldShare }: Window) => usedShare + heldShare;
  const kept = new Set(windows.toSorted((left, right) => share(right) - share(left)).slice(0, count));
  return windows.filter((window) => kept.has(window));
}
