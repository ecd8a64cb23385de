import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Definition } from "../datasets/definition.ts";
import { type ParsedQuery, parseQuery, queryText } from "./grammar.ts";
import { parseQueryBody, toQueryBody } from "./grammar-body.ts";

const prices = Definition.parse({
  columns: [
    { name: "ticker", type: "string", nullable: false },
    { name: "date", type: "date", nullable: false },
    { name: "close", type: "number" },
    { name: "volume", type: "integer" },
    { name: "fee", type: "decimal(6,2)" },
    { name: "halted", type: "boolean" },
    { name: "seen_at", type: "timestamp" },
  ],
  key: ["ticker", "date"],
  time: "date",
  partition: "year",
});
const ticks = Definition.parse({ columns: [{ name: "ts", type: "timestamp", nullable: false }], time: "ts" });
const yearly = Definition.parse({
  columns: [
    { name: "country", type: "string", nullable: false },
    { name: "year", type: "integer", nullable: false },
  ],
  key: ["country", "year"],
  time: "year",
});
const texts = Definition.parse({ columns: [{ name: "text", type: "string" }] });

const parse = (definition: Definition, search: string) => parseQuery(definition, new URLSearchParams(search));
function accept(parsed: ParsedQuery) {
  if ("issues" in parsed) throw new Error(JSON.stringify(parsed.issues));
  return parsed;
}
const refusal = (definition: Definition, search: string) => {
  const parsed = parse(definition, search);
  return "issues" in parsed ? parsed.issues : [];
};

describe("the query of GET /data/{slug}", () => {
  test("reads every word of the grammar", () => {
    const search =
      "ticker=NPN&ticker=SOL&close.gte=100&from=2020-01-01&to=2021-01-01&columns=date,close&order=-time&limit=50&after=abc&version=7";
    expect(accept(parse(prices, search))).toEqual({
      query: {
        filters: [
          { column: "ticker", operator: "eq", values: ["NPN", "SOL"] },
          { column: "close", operator: "gte", values: ["100"] },
        ],
        from: "2020-01-01",
        to: "2021-01-01",
        columns: ["date", "close"],
        order: "-time",
      },
      page: { limitRows: 50, after: "abc", version: 7, asOf: null, format: null },
    });
  });

  test("asks for the first 100 rows in order of time, or of the key where there is no time", () => {
    expect(accept(parse(prices, "")).page).toEqual({
      limitRows: 100,
      after: null,
      version: null,
      asOf: null,
      format: null,
    });
    expect(accept(parse(prices, "")).query.order).toBe("time");
    expect(accept(parse(texts, "")).query.order).toBe("key");
    expect(refusal(ticks, "order=key")).toEqual([{ path: "order", message: "must be one of time, -time" }]);
    expect(refusal(texts, "order=time")).toEqual([{ path: "order", message: "must be one of key, -key" }]);
  });

  test("takes each value in the one text of its type", () => {
    const values = (search: string) => accept(parse(prices, search)).query.filters.flatMap((filter) => filter.values);
    expect(values("close=1.50&close=15e-1&close=-0")).toEqual(["1.5", "0"]);
    expect(values("volume=007")).toEqual(["7"]);
    expect(values("fee=1&fee=01.500&fee=-0.00")).toEqual(["1.00", "1.50", "0.00"]);
    expect(values("seen_at=2024-03-01T01:30:00%2B02:00")).toEqual(["2024-02-29T23:30:00Z"]);
    expect(values("seen_at=2024-03-01T00:00:00.120000Z&seen_at=2024-03-01T00:00:00.1201Z")).toEqual([
      "2024-03-01T00:00:00.120Z",
      "2024-03-01T00:00:00.120100Z",
    ]);
    expect(values("close.null=true")).toEqual(["true"]);
  });

  test("lets a coarser text stand for its first instant where it ends a range, and nowhere else", () => {
    expect(accept(parse(ticks, "from=2020-01-01&to=2020-01-01T00:00:00.5Z")).query).toMatchObject({
      from: "2020-01-01T00:00:00Z",
      to: "2020-01-01T00:00:00.500Z",
    });
    expect(accept(parse(prices, "seen_at.lt=2020-01-01")).query.filters[0]?.values).toEqual(["2020-01-01T00:00:00Z"]);
    expect(refusal(prices, "seen_at=2020-01-01")).toHaveLength(1);
    expect(accept(parse(yearly, "from=2020-01-01&to=2022")).query).toMatchObject({ from: "2020", to: "2022" });
    expect(refusal(yearly, "from=2020-06-01")).toHaveLength(1);
    expect(refusal(yearly, "year.gte=2020-01-01")).toHaveLength(1);
  });

  test.each([
    ["from=2023-02-30", "from"],
    ["date=2023-02-29", "date"],
    ["date=1900-02-29", "date"],
    ["date=0000-01-01", "date"],
    ["date=2023-1-1", "date"],
    ["seen_at=2023-02-30T00:00:00Z", "seen_at"],
    ["seen_at=2023-02-28T24:00:00Z", "seen_at"],
    ["seen_at=2023-02-28T00:00:60Z", "seen_at"],
    ["seen_at=2023-02-28T00:00:00", "seen_at"],
    ["seen_at=2023-02-28T00:00:00.1234567Z", "seen_at"],
    ["seen_at=0001-01-01T00:00:00%2B01:00", "seen_at"],
    ["volume=9007199254740992", "volume"],
    ["volume=1.0", "volume"],
    ["volume=", "volume"],
    ["volume=１", "volume"],
    ["close=NaN", "close"],
    ["close=Infinity", "close"],
    ["close=1e400", "close"],
    ["close=0x10", "close"],
    ["close= 1", "close"],
    ["fee=1.005", "fee"],
    ["fee=12345", "fee"],
    ["halted=TRUE", "halted"],
    ["halted.gt=false", "halted.gt"],
    ["close.null=maybe", "close.null"],
    ["close.gt=1&close.gt=2", "close.gt"],
    ["ticker=a%00b", "ticker"],
    ["limit=0", "limit"],
    ["limit=-1", "limit"],
    ["limit=1.5", "limit"],
    ["limit=10001", "limit"],
    ["limit=1e2", "limit"],
    ["limit=", "limit"],
    ["limit=1&limit=2", "limit"],
    ["version=0", "version"],
    ["version=99999999999999999999", "version"],
    ["version=1&as_of=2024-01-01", "as_of"],
    ["after=", "after"],
    ["from=2021-01-01&to=2021-01-01", "to"],
    ["from=2021-01-02&to=2021-01-01", "to"],
    ["from=2021-01-01&from=2021-01-01", "from"],
    ["columns=", "columns"],
    ["columns=date,date", "columns"],
    ["columns=date,nope", "columns"],
    ["order=close", "order"],
    ["__proto__=1", "__proto__"],
    ["__proto__.gt=1", "__proto__.gt"],
    ["constructor=1", "constructor"],
    ["ticker.__proto__=1", "ticker.__proto__"],
    ["ticker.=1", "ticker."],
    ["=1", ""],
    ["close%20or%201%3D1=1", "close or 1=1"],
  ])("refuses %s and says where", (search, path) => {
    expect(refusal(prices, search).map((issue) => issue.path)).toEqual([path]);
  });

  test("refuses a range of time where there is no time", () => {
    expect(refusal(texts, "from=2020-01-01")).toEqual([
      { path: "from", message: "this dataset has no time column, so it has no range of time" },
    ]);
  });

  test("refuses lone surrogates and texts beyond 64 KiB", () => {
    const issuesOf = (text: string) => parseQuery(prices, [["ticker", text]]);
    expect(issuesOf("\ud800")).toHaveProperty("issues");
    expect(issuesOf("é".repeat(32 * 1024 + 1))).toHaveProperty("issues");
    expect(issuesOf("é".repeat(32 * 1024))).toHaveProperty("query");
  });

  test("refuses a list of more than 1 000 values", () => {
    const list = (count: number) => Array.from({ length: count }, (_, at): [string, string] => ["ticker", `T${at}`]);
    expect(parseQuery(prices, list(1_000))).toHaveProperty("query");
    expect(parseQuery(prices, list(1_001))).toEqual({
      issues: [{ path: "ticker", message: "lists more than 1000 values" }],
    });
  });

  test("names what the caller may have meant, and every fault at once", () => {
    const issues = refusal(prices, "clse=1&closs.gte=2&close.ge=3&lmit=4&zzz=5");
    expect(issues.map(({ message }) => message)).toEqual([
      "is neither a column nor a word of the query; did you mean close?",
      "is neither a column nor a word of the query; did you mean close?",
      "there is no condition .ge; there are .ne, .gt, .gte, .lt, .lte, .null",
      "is neither a column nor a word of the query; did you mean limit?",
      expect.stringContaining("there are ticker, date, close, volume"),
    ]);
  });

  test("answers any parameters at all with a query or with at most 20 issues", () => {
    const name = fc.oneof(
      fc.constantFrom("ticker", "date", "from", "to", "limit", "order", "columns", "close.gt"),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.string({ unit: "binary" }))), (params) => {
        const parsed = parseQuery(prices, params);
        if ("issues" in parsed) expect(parsed.issues.length).toBeLessThanOrEqual(20);
        else expect(parseQueryBody(prices, toQueryBody(parsed.query))).toEqual({ query: parsed.query });
      }),
    );
  });
});

describe("the query of an export", () => {
  test("is the same grammar as JSON", () => {
    const body = {
      filters: { ticker: ["NPN", "SOL"], "close.gte": 100, "halted.ne": true, "fee.null": false },
      from: "2020-01-01",
      columns: ["date", "close"],
      order: "-time",
    };
    const search =
      "ticker=NPN&ticker=SOL&close.gte=100&halted.ne=true&fee.null=false&from=2020-01-01&columns=date,close&order=-time";
    expect(parseQueryBody(prices, body)).toEqual({ query: accept(parse(prices, search)).query });
    expect(parseQueryBody(prices, { filters: {}, from: null })).toEqual({ query: accept(parse(prices, "")).query });
    expect(parseQueryBody(yearly, { from: 2020 })).toEqual({ query: accept(parse(yearly, "from=2020")).query });
  });

  test.each([
    [[], ""],
    ["x", ""],
    [{ filter: {} }, "filter"],
    [{ limit: 5 }, "limit"],
    [{ filters: [] }, "filters"],
    [{ filters: { ticker: [] } }, "filters.ticker"],
    [{ filters: { ticker: null } }, "filters.ticker"],
    [{ filters: { ticker: ["A", {}] } }, "filters.ticker.1"],
    [{ filters: { "close.gt": [1, 2] } }, "filters.close.gt.1"],
    [{ filters: JSON.parse('{"__proto__": "x"}') }, "filters.__proto__"],
    [{ columns: "date" }, "columns"],
    [{ columns: [] }, "columns"],
    [{ from: {} }, "from"],
    [{ from: "2023-02-30" }, "from"],
    [{ order: 1 }, "order"],
  ])("refuses %j and says where", (body, path) => {
    const parsed = parseQueryBody(prices, body);
    expect("issues" in parsed ? parsed.issues.map((issue) => issue.path) : []).toEqual([path]);
  });
});

describe("the text of a query", () => {
  const textOf = (search: string) => queryText(accept(parse(prices, search)).query);

  test("is the same however the query was written", () => {
    expect(textOf("close.gte=1.0&ticker=SOL&ticker=NPN&from=2020-01-01")).toBe(
      textOf("from=2020-01-01&ticker=NPN&ticker=SOL&ticker=NPN&close.gte=1"),
    );
  });

  test("differs where the answer differs", () => {
    const searches = [
      "",
      "order=-time",
      "ticker=A",
      "ticker.ne=A",
      "ticker=A&ticker=B",
      "ticker=A%22,%22B",
      "from=2020-01-01",
      "to=2020-01-01",
      "columns=date,close",
      "columns=close,date",
    ];
    expect(new Set(searches.map(textOf)).size).toBe(searches.length);
  });
});
