import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type SyncBatch, type SyncStore, WizData } from "../index.ts";
import { folder } from "../testing/files.ts";
import { open, prices, pricesCsv, pricesRows } from "../testing/world.ts";

const header = "date,code,close\n";
// As long as a busy machine takes.
const settings = { WIZDATA_SEARCH_DEADLINE_MS: "120000" };
const timeout = 300_000;

type State = { version: number; files: { name: string; rows: number }[] };
const stateOf = async (folder: string): Promise<State> =>
  JSON.parse(await readFile(join(folder, "wizdata-sync.json"), "utf8"));

/** What a reader of the copy finds. */
async function copyIn(folder: string): Promise<string[]> {
  const { files } = await stateOf(folder);
  const texts = await Promise.all(files.map(({ name }) => readFile(join(folder, name), "utf8")));
  return texts.flatMap((text) => text.trimEnd().split("\n")).sort();
}
const linesOf = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).sort();

test("a copy in a folder follows its dataset, by the rows that changed alone, and survives whatever is in its way", {
  timeout,
}, async () => {
  const { operator, onboard, fetch } = await open(settings);
  await operator.datasets.create(prices);
  await operator.datasets.publish("prices", pricesCsv);
  const { key } = await onboard("prices");
  const sent = { bytes: 0, fails: false };
  const counting: typeof globalThis.fetch = async (input, init) => {
    if (sent.fails) throw new TypeError("the network is away");
    const response = await fetch(input, init);
    sent.bytes += (await response.clone().arrayBuffer()).byteLength;
    return response;
  };
  const wizdata = new WizData({ apiKey: key.secret, baseURL: "http://localhost", fetch: counting });
  const to = await folder();
  const whole = await wizdata.data.sync("prices", { to });
  expect(whole).toEqual({
    dataset: "prices",
    since: null,
    version: 1,
    added: 1098,
    changed: 0,
    removed: 0,
    expired: 0,
  });
  expect(await copyIn(to)).toEqual(linesOf(pricesRows));
  const wholeBytes = sent.bytes;

  // One row of 2024 has another value, one is gone, and a day of 2025 came.
  const [first, , ...others] = pricesRows;
  const later = [{ ...first, close: 99 }, ...others, { date: "2025-01-02", code: "KCB", close: 1 }];
  const csv = header + later.map((row) => `${Object.values(row).join(",")}\n`).join("");
  await operator.datasets.publish("prices", csv);
  sent.fails = true;
  await expect(wizdata.data.sync("prices", { to, maxRetries: 0 })).rejects.toThrow();
  sent.fails = false;
  // What a sync that was killed has left.
  await writeFile(join(to, "2025-2.ndjson"), "half a li");
  expect(await copyIn(to)).toEqual(linesOf(pricesRows));
  sent.bytes = 0;
  const changes = { added: 1, changed: 1, removed: 1, expired: 0 };
  expect(await wizdata.data.sync("prices", { to })).toEqual({ dataset: "prices", since: 1, version: 2, ...changes });
  expect(await copyIn(to)).toEqual(linesOf(later));
  expect(sent.bytes / wholeBytes).toBeLessThanOrEqual(0.05);
  expect((await readdir(to)).sort()).toEqual(["2024-2.ndjson", "2025-2.ndjson", "wizdata-sync.json"]);

  // Nothing new; then a file is lost, and the copy is made anew.
  expect(await wizdata.data.sync("prices", { to })).toMatchObject({ since: 2, version: 2, added: 0 });
  await rm(join(to, "2024-2.ndjson"));
  expect(await wizdata.data.sync("prices", { to })).toMatchObject({ since: null, added: later.length });
  expect(await copyIn(to)).toEqual(linesOf(later));
  await expect(wizdata.data.sync("others", { to })).rejects.toThrow("holds a copy of prices");
});

test("a store of one's own is given batches, and a token it can begin from; what cannot be compared comes anew", {
  timeout,
}, async () => {
  const { operator, onboard } = await open(settings);
  await operator.datasets.create(prices);
  await operator.datasets.publish("prices", `${header}2024-01-01,KCB,1\n`);
  const { wizdata } = await onboard("prices");
  const seen: Pick<SyncBatch, "isFirst" | "isWhole" | "changes">[] = [];
  let token: string | null = null;
  const store: SyncStore = {
    state: async () => token,
    apply: async ({ isFirst, isWhole, changes }) => void seen.push({ isFirst, isWhole, changes }),
    commit: async (reached) => {
      token = reached;
    },
  };
  await wizdata.data.sync("prices", { store });
  await operator.datasets.publish("prices", `${header}2024-01-02,KCB,2\n`);
  expect(await wizdata.data.sync("prices", { store })).toMatchObject({ since: 1, added: 1, removed: 1 });
  const row = (_change: string, date: string, close: number) => ({ _change, date, code: "KCB", close });
  expect(seen).toEqual([
    { isFirst: true, isWhole: true, changes: [row("added", "2024-01-01", 1)] },
    { isFirst: true, isWhole: false, changes: [row("removed", "2024-01-01", 1), row("added", "2024-01-02", 2)] },
  ]);
  token = "not.given";
  expect(await wizdata.data.sync("prices", { store })).toMatchObject({ since: null, version: 2, added: 1 });
});
