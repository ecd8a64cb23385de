import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { ConflictError, ExportFailedError } from "./index.ts";
import { open, prices, pricesCsv, pricesRows } from "./testing/world.ts";

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "wizdata-sdk-"));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

test("an export is ordered, waited for and downloaded, and is what was published", async () => {
  const { operator, onboard } = await open();
  await operator.datasets.create(prices);
  await operator.datasets.publish("prices", pricesCsv);
  const { wizdata } = await onboard("prices");
  const to = await folder();
  const job = await wizdata.exports.create({ dataset: "prices", format: "csv", order: "time" });
  const ready = await wizdata.exports.wait(job.id);
  const progress: number[] = [];
  const paths = await wizdata.exports.download(ready, { to, onProgress: ({ bytes }) => progress.push(bytes) });
  expect(paths).toHaveLength(1);
  expect(await readFile(paths[0] ?? "", "utf8")).toBe(pricesCsv);
  expect(progress.at(-1)).toBe(ready.bytes);
  expect(ready.rows).toBe(pricesRows.length);
});

test("a Parquet export comes as the parts of the version, each verified", async () => {
  const { operator, onboard } = await open();
  await operator.datasets.create(prices);
  await operator.datasets.publish("prices", pricesCsv);
  const { wizdata } = await onboard("prices");
  const to = await folder();
  const job = await wizdata.exports.create({ dataset: "prices", format: "parquet" });
  const paths = await wizdata.exports.download((await wizdata.exports.wait(job.id)).id, { to });
  const { files } = await wizdata.exports.manifest(job.id);
  const papers = ["manifest.json", "manifest.json.sig", "wizdata-keys.json"];
  expect(await readdir(to)).toEqual([...papers, ...files.map(({ name }) => name)].sort());
  expect((await readFile(paths[0] ?? "")).subarray(0, 4).toString()).toBe("PAR1");
});

test("pages, rows and exports are of an earlier state where one is named", async () => {
  const { operator, onboard, clock } = await open();
  await operator.datasets.create(prices);
  const first = await operator.datasets.publish("prices", pricesCsv);
  clock.advance(86_400_000);
  await operator.datasets.publish("prices", pricesCsv.replace(/\n[^\n]*\n$/, "\n"));
  const { wizdata } = await onboard("prices");
  for (const state of [{ version: 1 }, { as_of: first.created_at }]) {
    expect((await wizdata.data.query("prices", state)).version).toBe(1);
    expect(await Array.fromAsync(wizdata.data.rows("prices", state))).toHaveLength(pricesRows.length);
    expect(await wizdata.exports.create({ dataset: "prices", format: "csv", ...state })).toMatchObject({ version: 1 });
  }
  expect((await wizdata.data.query("prices")).version).toBe(2);
});

test("an export that was canceled is not waited for, and has nothing to download", async () => {
  const { operator, onboard } = await open();
  await operator.datasets.create(prices);
  await operator.datasets.publish("prices", pricesCsv);
  const { wizdata } = await onboard("prices");
  const job = await wizdata.exports.create({ dataset: "prices", format: "csv" });
  await wizdata.exports.cancel(job.id);
  await expect(wizdata.exports.wait(job.id)).rejects.toBeInstanceOf(ExportFailedError);
  await expect(wizdata.exports.download(job.id, { to: await folder() })).rejects.toBeInstanceOf(ConflictError);
});
