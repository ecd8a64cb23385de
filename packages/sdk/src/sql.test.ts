import { expect, test } from "vitest";
import { ValidationError } from "./index.ts";
import { open, prices, pricesCsv, pricesRows } from "./testing/world.ts";

test("a statement is a typed result when awaited and rows when iterated, sent once and not before it is looked at", async () => {
  const { operator, onboard } = await open({ WIZDATA_SQL_DEADLINE_MS: "60000" });
  await operator.datasets.create(prices);
  await operator.datasets.publish("prices", pricesCsv);
  const { partner, wizdata } = await onboard();
  await operator.datasets.subscribe("prices", { partner_id: partner.id, tier: "enterprise" });

  const call = wizdata.sql<{ code: string; top: number }>(
    "SELECT code, max(close) AS top FROM prices GROUP BY code ORDER BY code",
    { versions: { prices: 1 } },
  );
  const wanted = ["EQTY", "KCB", "SCOM"].map((code) => ({
    code,
    top: Math.max(...pricesRows.filter((row) => row.code === code).map(({ close }) => close)),
  }));
  const { data, columns, datasets, limits } = await call;
  expect(data).toEqual(wanted);
  expect(columns).toEqual([
    { name: "code", type: "string" },
    { name: "top", type: "number" },
  ]);
  expect(datasets).toMatchObject([{ dataset: "prices", version: 1 }]);
  expect(limits.find(({ name }) => name === "license-minute")).toMatchObject({ remaining: 999 });
  const tops: number[] = [];
  for await (const { top } of call) tops.push(top);
  expect(tops).toEqual(wanted.map(({ top }) => top));
  expect((await wizdata.usage.report()).data).toMatchObject([{ calls: 1 }]);

  const faulty = wizdata.sql("SELECT missing FROM prices").then(() => {});
  await expect(faulty).rejects.toThrow(ValidationError);
}, 180_000);
