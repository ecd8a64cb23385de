import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../testing/world.ts";
import { openPolicies, type PriceRow, priceRows } from "./policy-testing.ts";

const now = new Date("2025-02-10T09:30:00.000Z");
const dayMs = 86_400_000;

let world: World;
let policies: Awaited<ReturnType<typeof openPolicies>>;
let key: string;
beforeAll(async () => {
  // What is right does not depend on how busy the machine is.
  world = await openWorld({ now, settings: { WIZDATA_SEARCH_DEADLINE_MS: "300000" } });
  policies = await openPolicies(world);
  key = (await policies.subscriber({ slug: "limited", tier: "premium" })).key;
}, 180_000);
afterAll(() => world.close());

const codes = ["EQTY", "KCB", "SCOM"];
const anyPolicy = fc.record({
  rows: fc.oneof(
    fc.constant({}),
    fc.subarray([...codes, "NONE"], { minLength: 1 }).map((code) => ({ code })),
  ),
  columns: fc.option(fc.subarray(["close", "volume", "code"], { minLength: 1 })),
  history_days: fc.option(fc.integer({ min: 60, max: 400 })),
  delay_hours: fc.option(fc.integer({ min: 1, max: 1_400 })),
});
const anyDay = fc.integer({ min: -20, max: 220 }).map((day) => dayOf(Date.UTC(2024, 8, 1 + day)));
const anyQuery = fc
  .record({
    code: fc.option(fc.subarray(codes, { minLength: 1 })),
    from: fc.option(anyDay),
    to: fc.option(anyDay),
    order: fc.constantFrom("time", "-time", "key", "-key"),
  })
  .filter(({ from, to }) => from === null || to === null || from < to);

type Policy = typeof anyPolicy extends fc.Arbitrary<infer Value> ? Value : never;
type Query = typeof anyQuery extends fc.Arbitrary<infer Value> ? Value : never;

const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const hourMs = Math.floor(now.getTime() / 3_600_000) * 3_600_000;

/** What a policy leaves, row by row, as its documentation says it. */
function allowed({ rows, columns, history_days: days, delay_hours: hours }: Policy): PriceRow[] {
  const first = days === null ? "" : dayOf(hourMs - days * dayMs);
  const last = hours === null ? "9" : dayOf(hourMs - hours * 3_600_000);
  const isSeen = (name: string) => columns === null || columns.some((column) => column === name);
  return priceRows
    .filter(({ date, code }) => date >= first && date < last && (!("code" in rows) || rows.code.includes(code)))
    .map(({ date, code, close, volume }) => ({
      date,
      code,
      ...(isSeen("close") && { close }),
      ...(isSeen("volume") && { volume }),
    }));
}

const byKey = (left: PriceRow, right: PriceRow) =>
  `${left.code} ${left.date}` < `${right.code} ${right.date}` ? -1 : 1;

function answerOf(rows: PriceRow[], { code, from, to, order }: Query): PriceRow[] {
  const found = rows.filter(
    (row) =>
      (code === null || code.includes(row.code)) &&
      (from === null || row.date >= from) &&
      (to === null || row.date < to),
  );
  const ordered = order.endsWith("key") ? found.toSorted(byKey) : found;
  return order.startsWith("-") ? ordered.toReversed() : ordered;
}

test("whatever the policy and the query, each way gives the rows and columns it leaves, and no other", async () => {
  const property = fc.asyncProperty(anyPolicy, anyQuery, async (policy, query) => {
    await policies.setPolicy(policy);
    const expected = answerOf(allowed(policy), query);
    const { code, ...rest } = query;
    const words = Object.entries(rest).filter(([, value]) => value !== null);
    const search = [...words, ...(code ?? []).map((one) => ["code", one])].map((pair) => pair.join("=")).join("&");
    expect(await policies.walk(key, search)).toEqual(expected);
    // No index serves this one: a worker reads the parts.
    expect(await policies.walk(key, `${search}&date.ne=1900-01-01`)).toEqual(expected);
    const order = { ...Object.fromEntries(words), ...(code && { filters: { code } }) };
    expect(await policies.exported(key, order)).toEqual(expected);
  });
  await fc.assert(property, { numRuns: 8 });
}, 600_000);
