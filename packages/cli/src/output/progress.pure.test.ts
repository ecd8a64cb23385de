import { expect, test } from "vitest";
import { screen } from "../testing/terminal.ts";
import { progressReporter, progressText } from "./progress.ts";

test("in a log, progress is a line each tenth or every few seconds, and quick work says nothing", async () => {
  const terminal = screen({ isTerminal: false });
  let ms = 0;
  const { show, clear } = progressReporter(terminal, () => ms);
  for (let done = 0; done <= 100; done++) {
    ms += 150;
    show({ what: "prices.csv", done: done * 1_000_000, total: 100_000_000, unit: "bytes" });
  }
  await clear();
  const lines = terminal.shown.err.trimEnd().split("\n");
  expect(lines[0]).toBe("prices.csv: 10.0 of 100.0 MB, 10 %");
  expect(lines.length).toBeLessThanOrEqual(10);
  const stuck = screen({ isTerminal: false });
  const waiting = progressReporter(stuck, () => ms);
  for (let second = 0; second < 30; second++) {
    ms += 1_000;
    waiting.show(`waits since ${second} s`);
  }
  expect(stuck.shown.err.trimEnd().split("\n")).toHaveLength(6);
  const quick = screen({ isTerminal: false });
  progressReporter(quick, () => ms).show("begins");
  expect(quick.shown.err + quick.shown.out + terminal.shown.out).toBe("");
});

test("what is done is told with its unit and share, and nothing in a name commands the terminal", () => {
  expect(progressText({ what: "exp_1", done: 5, total: 20, unit: "rows" })).toBe("exp_1: 5 of 20 rows, 25 %");
  expect(progressText({ what: "a\u001b[2J", done: 1_500_000, unit: "bytes" })).toBe("a\\u001b[2J: 1.5 MB");
});
