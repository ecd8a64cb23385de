import { expect, test } from "vitest";
import { Definition } from "./definition.ts";
import { toPolicy, toStoredPolicy } from "./policy.ts";
import { NewPolicy } from "./policy-schemas.ts";
import { addsOf, seesOf } from "./policy-words.ts";

const now = new Date("2026-03-10T09:59:59.999Z");
const prices = (time: string | null, type = "date") =>
  Definition.parse({
    columns: [
      { name: "code", type: "string", nullable: false },
      { name: "board", type: "integer", nullable: false },
      { name: "at", type, nullable: false },
      { name: "close", type: "number" },
      { name: "volume", type: "integer" },
    ],
    key: ["code", "board", "at"],
    time,
  });
const stored = (policy: object, definition = prices("at")) => toStoredPolicy(definition, NewPolicy.parse(policy));

test("a policy is kept in the one text of each value, and gives back what was meant", () => {
  const policy = stored({ rows: { code: ["SCOM", "KCB", "SCOM"], board: [7, "07"] }, columns: ["volume", "close"] });
  expect(policy && toPolicy(policy)).toEqual({
    rows: { board: ["7"], code: ["KCB", "SCOM"] },
    columns: ["close", "volume"],
    history_days: null,
    delay_hours: null,
    interval_seconds: null,
  });
  expect(stored({})).toBeNull();
});

test.each([
  ["rows of a column that is none", { rows: { isin: ["x"] } }, "policy.rows.isin"],
  ["rows of a column outside the key", { rows: { close: [1] } }, "policy.rows.close"],
  ["rows of the time column", { rows: { at: ["2024-01-01"] } }, "policy.rows.at"],
  ["a value that the column cannot have", { rows: { board: ["main"] } }, "policy.rows.board.0"],
  ["a column that is none", { columns: ["close", "isin"] }, "policy.columns.1"],
  ["a grid of dates", { interval_seconds: 3_600 }, "policy.interval_seconds"],
  ["a delay beyond the history", { history_days: 1, delay_hours: 24 }, "policy.delay_hours"],
])("%s is refused by its name", (_case, policy, path) => {
  expect(() => stored(policy)).toThrow(expect.objectContaining({ code: "invalid_request" }));
  try {
    stored(policy);
  } catch (error) {
    expect(JSON.stringify(error)).toContain(path);
  }
});

test("without a time there is no history and no delay", () => {
  expect(() => stored({ history_days: 1 }, prices(null))).toThrow();
  expect(() => stored({ delay_hours: 1 }, prices(null))).toThrow();
});

test("a grid divides the day", () => {
  expect(NewPolicy.safeParse({ interval_seconds: 3_601 }).success).toBe(false);
  expect(stored({ interval_seconds: 900 }, prices("at", "timestamp"))).toMatchObject({ intervalSeconds: 900 });
});

test.each([
  ["timestamp", { from: "2026-03-03T09:00:00Z", to: "2026-03-09T09:00:00Z" }],
  ["date", { from: "2026-03-03", to: "2026-03-09" }],
  ["integer", { from: "2026", to: "2026" }],
])("distances in time end on the hour that has begun, in the precision of a %s", (type, edges) => {
  const definition = prices("at", type);
  expect(seesOf(definition, stored({ history_days: 7, delay_hours: 24 }, definition), now)).toMatchObject(edges);
});

test("a tier's words say what it sees, and what it adds to the one before it", () => {
  const license = (policy: object | null, more: object) => ({
    ...{ dataset: "prices", tier: "basic", perMinute: 60, perDay: 1_000, perMonth: 10_000, priceMultiplierMillis: 0 },
    features: ["query"],
    policy: policy && stored(policy),
    ...more,
  });
  const basic = license({ rows: { code: ["KCB"] }, columns: ["close"], delay_hours: 24, history_days: 30 }, {});
  const premium = license(
    { rows: { code: ["KCB", "SCOM"] }, delay_hours: 1 },
    { perMinute: 200, features: ["query", "export"] },
  );
  expect(seesOf(prices("at"), basic.policy, now).words).toEqual([
    "only code KCB",
    "only the columns code, board, at, close",
    "the last 30 days: now from 2026-02-08 on",
    "24 hours late: now before 2026-03-09",
  ]);
  expect(addsOf(prices("at"), premium, basic)).toEqual([
    "code SCOM",
    "the column volume",
    "delay of 1 hour instead of 24",
    "all history",
    "200 calls a minute instead of 60",
    "export",
  ]);
  expect(addsOf(prices("at"), basic, premium)).toEqual([]);
});
