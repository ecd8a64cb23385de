import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { NotFoundError, PermissionDeniedError, QuotaExceededError, ValidationError } from "./index.ts";
import { open, prices, pricesCsv, pricesRows } from "./testing/world.ts";

test("what an operator publishes is what a partner reads, row by row", async () => {
  const { operator, onboard } = await open();
  await operator.datasets.create(prices);
  const published = await operator.datasets.publish("prices", new Uint8Array(gzipSync(pricesCsv)));
  expect(published).toMatchObject({ number: 1, rows: pricesRows.length });
  const { wizdata } = await onboard("prices");
  expect(await Array.fromAsync(wizdata.data.rows("prices", { order: "time" }))).toEqual(pricesRows);
  expect(await Array.fromAsync(wizdata.data.rows("prices", { order: "time" }, { pageRowsMax: 100 }))).toEqual(
    pricesRows,
  );
  const some = wizdata.data.rows("prices", {
    code: ["KCB", "SCOM"],
    from: "2024-07-01",
    to: "2024-12-30",
    columns: ["close"],
  });
  const wanted = pricesRows.filter(({ date, code }) => code !== "EQTY" && date >= "2024-07-01" && date < "2024-12-30");
  expect(await Array.fromAsync(some)).toEqual(wanted.map(({ close }) => ({ close })));
});

test("a query too long for an address is the same query", async () => {
  const { operator, onboard } = await open();
  await operator.datasets.create(prices);
  await operator.datasets.publish("prices", pricesCsv);
  const { wizdata } = await onboard("prices");
  const code = [...Array.from({ length: 900 }, (_, at) => `none-${at}`), "KCB", "EQTY"];
  const rows = await Array.fromAsync(
    wizdata.data.rows("prices", { code, from: "2024-07-01", order: "key" }, { pageRowsMax: 40 }),
  );
  const wanted = await Array.fromAsync(
    wizdata.data.rows("prices", { code: ["KCB", "EQTY"], from: "2024-07-01", order: "key" }),
  );
  expect(rows).toEqual(wanted);
  expect(rows.length).toBeGreaterThan(40);
  await expect(wizdata.data.query("prices", { code: [...code, ...code] })).rejects.toMatchObject({
    issues: [{ path: "filters.code" }],
  });
});

test("rows come as CSV too, and a sample costs nothing", async () => {
  const { operator, onboard } = await open();
  await operator.datasets.create(prices);
  await operator.datasets.publish("prices", pricesCsv);
  const { wizdata } = await onboard("prices");
  const text = (await Array.fromAsync(wizdata.data.csv("prices", { columns: ["code", "close"] }))).join("");
  expect(text).toBe(`code,close\n${pricesRows.map(({ code, close }) => `${code},${close}\n`).join("")}`);
  const usage = await wizdata.usage.report({ by: "dataset" });
  expect(await operator.data.sample("prices")).toEqual({
    dataset: "prices",
    version: 1,
    data: pricesRows.slice(0, 20),
  });
  expect((await wizdata.data.sample("prices")).data).toHaveLength(20);
  expect(await wizdata.usage.report({ by: "dataset" })).toEqual(usage);
});

test("a page has a receipt, under which its usage can be read, and the limits as they are after it", async () => {
  const { operator, onboard } = await open();
  await operator.datasets.create(prices);
  await operator.datasets.publish("prices", pricesCsv);
  const { wizdata } = await onboard("prices");
  const page = await wizdata.data.query("prices", { code: "KCB", limit: 7 });
  expect(page).toMatchObject({ dataset: "prices", version: 1, has_more: true });
  expect(await wizdata.usage.event(page.receipt ?? "")).toMatchObject({
    dataset: "prices",
    operation: "query",
    rows: 7,
  });
  expect(page.limits.find(({ name }) => name === "license-day")).toMatchObject({ quota: 50_000, remaining: 49_999 });
  const { data } = await wizdata.usage.report({ by: "dataset" });
  expect(data).toMatchObject([{ dataset: "prices", rows: 7 }]);
  expect(await wizdata.usage.reportCsv({ by: "dataset" })).toContain("prices");
});

test("a file with faults is refused whole, and each fault is told by line and column", async () => {
  const { operator } = await open();
  await operator.datasets.create(prices);
  const error = await operator.datasets
    .publish("prices", "date,code,close\n2024-02-30,KCB,1\n2024-02-29,KCB,dear\n")
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ValidationError);
  expect(error).toMatchObject({
    code: "faulty_upload",
    faults: [
      { line: 2, column: "date", value: "2024-02-30" },
      { line: 3, column: "close", value: "dear" },
    ],
  });
});

test("who may not read rows is told why", async () => {
  const { operator, onboard } = await open();
  await operator.datasets.create(prices);
  await operator.datasets.publish("prices", pricesCsv);
  const { wizdata } = await onboard();
  await expect(wizdata.data.query("prices")).rejects.toBeInstanceOf(PermissionDeniedError);
  await expect(wizdata.data.query("prices")).rejects.toMatchObject({ code: "subscription_required" });
  await expect(wizdata.data.query("nothing")).rejects.toBeInstanceOf(NotFoundError);
});

test("a quota that is used up is told at once, with the time until it begins anew", async () => {
  const { operator, onboard, client } = await open();
  await operator.datasets.create(prices);
  await operator.datasets.publish("prices", pricesCsv);
  const { partner } = await onboard("prices");
  const key = await operator.keys.create(partner.id, { name: "two a day", caps: { per_day: 2 } });
  const reading = Array.fromAsync(client(key.secret).data.rows("prices", {}, { pageRowsMax: 100 }));
  const error = await reading.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(QuotaExceededError);
  expect(error).toMatchObject({ code: "quota_exceeded", attempts: [{ status: 429 }] });
});

test("a client's last seen limits are those that the platform counts", async () => {
  const { operator, onboard } = await open();
  await operator.datasets.create(prices);
  await operator.datasets.publish("prices", pricesCsv);
  const { wizdata } = await onboard("prices");
  await wizdata.data.query("prices", { limit: 1 });
  await wizdata.exports.create({ dataset: "prices", format: "csv" });
  const { data } = await wizdata.usage.limits();
  const facts = (limits: readonly { name: string; dataset: string | null; remaining: number }[]) =>
    limits.map(({ name, dataset, remaining }) => `${name} ${dataset} ${remaining}`).sort();
  expect(facts(wizdata.limits)).toEqual(facts(data));
});
