import { expect, test } from "vitest";
import { countdownText } from "../output/times.ts";
import { limitLines, type Seen } from "./live-limits.ts";

const at = "2026-11-27T18:00:00.000Z";
const nowMs = Date.parse(at);
const screen = { columns: 100, rows: 20, nowMs };
const limitOf = (name: string, limit: number, used: number, held = 0) => ({
  name,
  dataset: name.startsWith("license-") ? "nse-kenya" : null,
  lineage_id: null,
  limit,
  used,
  held,
  remaining: Math.max(0, limit - used - held),
  window_seconds: 86_400,
  resets_at: "2026-11-27T22:00:00.000Z",
  override: null,
});
const seen = (data: Seen["data"], spending: Seen["spending"] = null): Seen => ({
  at,
  partner_id: "par_1",
  data,
  spending,
});
const texts = (lines: ReturnType<typeof limitLines>) => lines.map((line) => line.map(({ text }) => text).join(""));
const colors = (lines: ReturnType<typeof limitLines>) =>
  lines.slice(2).map((line) => line.find(({ color }) => color !== undefined)?.color);

test("a window is a bar of what is used and reserved, how much of how much, what is left, and when it resets", () => {
  const [title, head, line] = texts(limitLines(seen([limitOf("license-day", 1_000, 300, 200)]), screen));
  expect(title).toContain("par_1 at 2026-11-27 18:00:00Z");
  expect(head).toMatch(/^limit +of +used +left +resets in$/);
  expect(line).toMatch(/^license-day {2}nse-kenya {2}█{9}▒{6}░{15} {2}50 % +300\/1000 +500 +4 h$/);
});

test("a window is yellow from 80 % on and red when nothing is left, with what is reserved", () => {
  const data = [
    limitOf("license-day", 1_000, 799),
    limitOf("license-month", 1_000, 800),
    limitOf("plan-day", 1_000, 999),
    limitOf("plan-minute", 1_000, 900, 100),
    limitOf("key-day", 0, 0),
  ];
  const lines = limitLines(seen(data), screen);
  expect(colors(lines)).toEqual(["green", "yellow", "yellow", "red", "red"]);
  expect(
    texts(lines)
      .slice(2)
      .map((line) => /\d+ %/.exec(line)?.[0]),
  ).toEqual(["79 %", "80 %", "99 %", "100 %", "100 %"]);
});

test("a spending limit is a window of money", () => {
  const money = (amount: number) => ({ amount, currency: "ZAR" });
  const spending = {
    limit: money(500_000),
    used: money(450_050),
    held: money(0),
    resets_at: "2026-11-30T22:00:00.000Z",
  };
  const lines = limitLines(seen([], spending), screen);
  expect(texts(lines)[2]).toMatch(/^spending-month .* 90 % {2}ZAR 4500\.50\/5000\.00 {2}499\.50 {2} *3 d 4 h$/);
  expect(colors(lines)).toEqual(["yellow"]);
});

test("where not all have room the fullest are shown, as many as there is room for", () => {
  const data = Array.from({ length: 30 }, (_, at) => limitOf(`key-day`, 100, (at * 7) % 30));
  const lines = limitLines(seen(data), { columns: 60, rows: 8, nowMs });
  expect(lines).toHaveLength(8);
  expect(texts(lines)[7]).toBe("and 25 more, which are less full");
  expect(
    texts(lines)
      .slice(2, 7)
      .map((line) => Number(/(\d+)\/100/.exec(line)?.[1]))
      .sort(),
  ).toEqual([25, 26, 27, 28, 29]);
});

test("the least that is used can be seen, and a minute without a call resets nothing", () => {
  const [, , day, minute] = texts(
    limitLines(seen([limitOf("plan-day", 1_000_000, 1), limitOf("plan-minute", 60, 0)]), screen),
  );
  expect(day).toContain("█░");
  expect(minute).toMatch(/░ {3}0 % +0\/60 +60 *$/);
});

test.each([
  [-1, "now"],
  [1, "1 s"],
  [59_001, "1 min"],
  [200_000, "3 min 20 s"],
  [3_600_000, "1 h"],
  [90_061_000, "1 d 1 h"],
  [86_461_000, "1 d"],
])("%d ms from now is %s", (ms, text) => expect(countdownText(ms)).toBe(text));
