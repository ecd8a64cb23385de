import { afterAll, beforeAll, expect, test } from "vitest";
import { eq } from "../store/drizzle.ts";
import { closes, create, publish } from "../testing/datasets.ts";
import { openWorld, type World } from "../testing/world.ts";
import { indexOldDatasets } from "./search-index.ts";

let world: World;
let partner: { key: string };
const entry = (slug: string, changes: object) =>
  closes(slug, { countries: [], series: [], category: "none", title: "Untitled", description: "Nothing.", ...changes });

beforeAll(async () => {
  world = await openWorld();
  partner = await world.onboard();
  const { columns, ...definition } = closes("x").definition;
  const dividend = { name: "gross_dividend", type: "number", description: "Paid per share, before Quellensteuer" };
  await publish(world, entry("a-in-text", { description: "Dividends of companies in Abidjan." }));
  await publish(world, entry("b-in-column", {}));
  await world.ask("PATCH", "/datasets/b-in-column", {
    body: { definition: { ...definition, columns: [...columns, dividend] } },
  });
  await publish(world, entry("c-in-country", { countries: ["CIV", "ZAF"], series: ["DIVIDEND-30", "C&G"] }));
  await publish(world, entry("d-in-title", { title: "Dividendes d'Abidjan: marché financier" }));
  await create(world, entry("e-draft", { title: "Dividend drafts" }));
});
afterAll(() => world.close());

async function found(q: string, more = "", key = world.operatorKey): Promise<string[]> {
  const { body } = await world.ask("GET", `/datasets?q=${encodeURIComponent(q)}${more}`, { key });
  return body.data.map(({ slug }: { slug: string }) => slug);
}

test("words are found by their beginnings, whatever their accents and capitals, the title first", async () => {
  expect(await found("dividend")).toEqual(["d-in-title", "e-draft", "c-in-country", "a-in-text"]);
  expect(await found("DIVIDEN abid")).toEqual(["d-in-title", "a-in-text"]);
  expect(await found("marche")).toEqual(["d-in-title"]);
  expect(await found("MARCHÉ fin")).toEqual(["d-in-title"]);
  expect(await found("ividend")).toEqual([]);
  expect(await found("dividendx")).toEqual([]);
});

test.each([
  ["a country's name", "cote d'iv"],
  ["another name of it", "ivory"],
  ["its codes", "civ za"],
  ["a series with signs in it", "c&g"],
  ["its slug", "c-in-country"],
])("a dataset is found by %s", async (_case, q) => {
  expect(await found(q)).toEqual(["c-in-country"]);
});

test("columns are found as soon as a version has them, and not before", async () => {
  expect(await found("gross")).toEqual([]);
  const raw = "date,code,close,gross_dividend\n2025-01-02,SCOM,1,2\n";
  await world.ask("POST", "/datasets/b-in-column/versions", { raw, headers: { "content-type": "text/csv" } });
  expect(await found("gross")).toEqual(["b-in-column"]);
  expect(await found("quellen")).toEqual(["b-in-column"]);
  expect(await found("dividend")).toEqual(["d-in-title", "e-draft", "c-in-country", "b-in-column", "a-in-text"]);
});

test("a change of the entry changes what it is found by, and a change elsewhere does not", async () => {
  await create(world, entry("renamed", { title: "Zanzibar cloves" }));
  expect(await found("zanzibar")).toEqual(["renamed"]);
  await world.ask("PATCH", "/datasets/renamed", { body: { price: { amount: 1 } } });
  expect(await found("zanzibar")).toEqual(["renamed"]);
  await world.ask("PATCH", "/datasets/renamed", { body: { title: "Pemba cloves" } });
  expect([await found("zanzibar"), await found("pemba")]).toEqual([[], ["renamed"]]);
});

test("partners find what they may see, and filters narrow what is found", async () => {
  expect(await found("dividend", "", partner.key)).toEqual(["d-in-title", "c-in-country", "b-in-column", "a-in-text"]);
  expect(await found("dividend", "&country=ZAF")).toEqual(["c-in-country"]);
  expect(await found("dividend", "&state=draft")).toEqual(["e-draft"]);
  expect(await found("dividend", "&state=draft", partner.key)).toEqual([]);
});

test("pages continue where they ended, in one order, and a cursor is good for its own words only", async () => {
  const walked: string[] = [];
  let after = "";
  do {
    const { body } = await world.ask("GET", `/datasets?q=dividend&limit=1${after}`);
    walked.push(...body.data.map(({ slug }: { slug: string }) => slug));
    after = body.next_cursor === null ? "" : `&after=${body.next_cursor}`;
  } while (after !== "");
  expect(walked).toEqual(await found("dividend"));
  const { body } = await world.ask("GET", "/datasets?q=dividend&limit=1");
  for (const other of ["?q=abidjan&", "?", "?q=dividend&state=draft&"]) {
    const refused = await world.ask("GET", `/datasets${other}limit=1&after=${body.next_cursor}`);
    expect(refused.body.code).toBe("invalid_cursor");
  }
});

test.each(["", " ", "%26%25_", "a+b+c+d+e+f+g+h+i", "x".repeat(201)])("the words %j are refused", async (q) => {
  expect((await world.ask("GET", `/datasets?q=${q}`)).body).toMatchObject({ status: 400, errors: [{ path: "q" }] });
});

test("wildcards and SQL are words like any other", async () => {
  for (const q of ["%dividend", "div_dend", "' or 1=1 --"])
    expect(await found(q)).toEqual(q === "%dividend" ? await found("dividend") : []);
});

test("datasets that are older than search are found after the next start", async () => {
  const { store } = world.services;
  await store.transaction(async (tx) => {
    const { datasets, datasetWords } = tx.t;
    await tx.update(datasets).set({ wordsEdition: 0 }).where(eq(datasets.slug, "a-in-text"));
    await tx.delete(datasetWords).where(eq(datasetWords.dataset, "a-in-text"));
  });
  expect(await found("abidjan")).toEqual(["d-in-title"]);
  await Promise.all([indexOldDatasets(world.services), indexOldDatasets(world.services)]);
  expect(await found("abidjan")).toEqual(["d-in-title", "a-in-text"]);
});
