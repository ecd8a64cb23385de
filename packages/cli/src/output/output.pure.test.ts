import fc from "fast-check";
import { expect, test } from "vitest";
import { Failure } from "../failures.ts";
import { InvalidValue } from "../fields.ts";
import { paint } from "../terminal.ts";
import { screen } from "../testing/terminal.ts";
import { escapeCell, escapeText, hideSecrets, toJson } from "./escape.ts";
import { minorUnits, moneyText } from "./money.ts";
import { type PageLike, PageStream } from "./page-stream.ts";
import { render } from "./render.ts";
import { renderStream } from "./stream.ts";
import { record, table } from "./view.ts";

const anyText = fc.string({ unit: "binary" });
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not come out
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;
const items = [
  { id: "par_1", company: "Baobab Capital", calls: 7 },
  { id: "par_2", company: "Acacia", calls: 12_000 },
];
const view = () => table(items, { id: ({ id }) => id, company: ({ company }) => company, calls: ({ calls }) => calls });

test("on a terminal a list is a table whose columns line up", async () => {
  const terminal = screen({ env: { NO_COLOR: "1" } });
  await render(terminal, "text", items, view);
  expect(terminal.shown.out).toBe(
    "id     company         calls\npar_1  Baobab Capital      7\npar_2  Acacia          12000\n",
  );
});

test("elsewhere a list is TSV without a header", async () => {
  const terminal = screen({ isTerminal: false });
  await render(terminal, "text", items, view);
  expect(terminal.shown.out).toBe("par_1\tBaobab Capital\t7\npar_2\tAcacia\t12000\n");
});

test("--json is the data, not what people see of it", async () => {
  const terminal = screen({ isTerminal: false });
  await render(terminal, "json", { data: items, has_more: false }, view);
  expect(JSON.parse(terminal.shown.out)).toEqual({ data: items, has_more: false });
});

test("--ndjson is one object a line", async () => {
  const terminal = screen({ isTerminal: false });
  await render(terminal, "ndjson", { data: items, has_more: false }, view);
  expect(
    terminal.shown.out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line)),
  ).toEqual(items);
});

test("a terminal is coloured, unless NO_COLOR is set or it is no terminal", async () => {
  const heading = "\u001b[1m";
  for (const [settings, isColoured] of [
    [{}, true],
    [{ env: { NO_COLOR: "1" } }, false],
    [{ env: { NO_COLOR: "" } }, true],
    [{ env: { TERM: "dumb" } }, false],
    [{ isTerminal: false }, false],
  ] as const) {
    const terminal = screen(settings);
    await render(terminal, "text", items, view);
    expect(terminal.shown.out.includes(heading)).toBe(isColoured);
    expect(paint(terminal, terminal.err, "red", "x") !== "x").toBe(isColoured);
  }
});

test("a narrow terminal loses the ends of long cells, never of ids or lines", async () => {
  const terminal = screen({ columns: 24, env: { NO_COLOR: "1" } });
  await render(terminal, "text", items, view);
  const lines = terminal.shown.out.trimEnd().split("\n");
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(24);
  expect(lines[1]).toMatch(/^par_1 {2}Baob.*… +7$/);
});

test("no text from elsewhere can command the terminal", async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      expect(escapeText(text)).not.toMatch(control);
      expect(toJson({ text })).not.toMatch(control);
      expect(JSON.parse(toJson({ text }))).toEqual({ text });
      const terminal = screen({ env: { NO_COLOR: "1" } });
      await render(terminal, "text", text, () => record({ name: text }));
      expect(terminal.shown.out).not.toMatch(control);
    }),
  );
});

test("a TSV cell is always one cell of one line, and different texts stay different", () => {
  fc.assert(
    fc.property(anyText, anyText, (one, other) => {
      expect(escapeCell(one)).not.toMatch(/[\t\n]/);
      if (one !== other) expect(escapeCell(one)).not.toBe(escapeCell(other));
    }),
  );
});

test("a message never repeats an API key", () => {
  const key = `wz_live_${"a".repeat(49)}`;
  expect(hideSecrets(`unknown option '${key}'`)).toBe("unknown option 'wz_live_…'");
});

test("money survives from text to minor units and back, in every currency", () => {
  fc.assert(
    fc.property(fc.nat({ max: 1e9 }), fc.constantFrom("ZAR", "JPY", "KWD", "USD"), (amount, currency) => {
      const [, text = ""] = moneyText({ amount, currency }).split(" ");
      expect(minorUnits(text, currency)).toBe(amount);
    }),
  );
  expect(moneyText({ amount: 12_500, currency: "ZAR" })).toBe("ZAR 125.00");
  expect(moneyText({ amount: 5, currency: "KWD" })).toBe("KWD 0.005");
});

test("an amount with more digits than its currency has is refused, not rounded", () => {
  for (const [text, currency] of [
    ["1.005", "ZAR"],
    ["1.5", "JPY"],
    ["-1", "ZAR"],
    ["1e3", "ZAR"],
    ["", "ZAR"],
  ] as const) {
    expect(() => minorUnits(text, currency)).toThrow(InvalidValue);
  }
});

test("rows that stream are one JSON value, also when they break off in the middle", async () => {
  const failure = new Failure("network", "interrupted_answer", "It broke off.");
  const shown = async (rows: number, breaks: boolean) => {
    const terminal = screen({ isTerminal: false });
    const stream = new PageStream<PageLike>(pagesOf(rows, breaks));
    const ended = await renderStream(terminal, "json", stream, showRows, async () => failure);
    return { ended, value: JSON.parse(terminal.shown.out) };
  };
  expect(await shown(0, false)).toEqual({ ended: undefined, value: { data: [], has_more: false, next_cursor: null } });
  expect((await shown(3, false)).value).toEqual({
    data: [{ n: 0 }, { n: 1 }, { n: 2 }],
    has_more: false,
    next_cursor: null,
  });
  expect(await shown(0, true)).toEqual({
    ended: failure,
    value: { error: expect.objectContaining({ exit_code: 11 }) },
  });
  expect(await shown(2, true)).toEqual({
    ended: failure,
    value: {
      data: [{ n: 0 }, { n: 1 }],
      has_more: true,
      next_cursor: "c2",
      error: expect.objectContaining({ exit_code: 11 }),
    },
  });
});

test("rows that stream line up under one heading on a terminal, and are TSV or NDJSON elsewhere", async () => {
  const shown = async (mode: "text" | "ndjson", isTerminal: boolean) => {
    const terminal = screen({ isTerminal, env: { NO_COLOR: "1" } });
    await renderStream(terminal, mode, new PageStream<PageLike>(pagesOf(150, false)), showRows, async () =>
      expect.fail(),
    );
    return terminal.shown.out.split("\n");
  };
  expect((await shown("text", true)).slice(0, 3)).toEqual([" n", " 0", " 1"]);
  expect((await shown("text", true)).length).toBe(152);
  expect((await shown("text", false)).slice(148)).toEqual(["148", "149", ""]);
  expect((await shown("ndjson", false)).slice(148)).toEqual(['{"n":148}', '{"n":149}', ""]);
});

test("on a terminal that cannot be drawn on, a state is shown when it comes", async () => {
  const terminal = screen({ env: { NO_COLOR: "1" } });
  const shownBefore: string[] = [];
  async function* watched() {
    for await (const page of pagesOf(6, false)) {
      shownBefore.push(terminal.shown.out);
      yield page;
    }
  }
  await renderStream(terminal, "text", new PageStream<PageLike>(watched()), showRows, async () => expect.fail(), 1);
  expect(shownBefore).toEqual(["", "n\n0\n1\n", "n\n0\n1\n2\n3\n"]);
});

const showRows = (page: unknown) => table((page as PageLike).data, { n: (row) => (row as { n: number }).n });

/** Pages of two rows, and an empty one where there are none; what breaks off does so after its last page. */
async function* pagesOf(count: number, breaks: boolean): AsyncGenerator<PageLike> {
  if (breaks && count === 0) throw new Error("broken");
  const rows = Array.from({ length: count }, (_, n) => ({ n }));
  for (let at = 0; at === 0 || at < count; at += 2) {
    const isLast = at + 2 >= count && !breaks;
    yield { data: rows.slice(at, at + 2), has_more: !isLast, next_cursor: isLast ? null : `c${at + 2}` };
  }
  if (breaks) throw new Error("broken");
}
