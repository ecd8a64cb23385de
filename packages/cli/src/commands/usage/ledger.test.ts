import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { entry, openPartner, openShop } from "../../testing/catalog.ts";
import { json } from "../../testing/process.ts";

const slug = entry.slug;
const shop = await openShop("premium", afterAll);
const { world, partner, partnerId, cli } = shop;
const file = (name: string) => join(partner.home, name);
const other = await openPartner(shop, "basic");
const receipts: string[] = [];
for (const [day, calls] of [
  ["2026-03-10T10:00:00Z", 3],
  ["2026-03-11T10:00:00Z", 2],
  // Already the 12th in Johannesburg.
  ["2026-03-11T23:00:00Z", 4],
] as const) {
  world.clock.set(new Date(day));
  for (let call = 0; call < calls; call++) {
    const { headers } = await world.ask("GET", `/data/${slug}?limit=10`, { key: shop.key });
    receipts.push(headers.get("wizdata-receipt") ?? "");
  }
  await world.ask("GET", `/data/${slug}?limit=10`, { key: other.key });
}
world.clock.set(new Date("2026-03-12T06:00:00Z"));
await world.signDays();

const days = ["2026-03-10", "2026-03-11"];
const documents = days.map((day) => file(`ledger/${day}-${partnerId}.json`));
await partner.run(["usage", "ledger", "--from", "2026-03-10", "--to", "2026-03-12", "--out", file("ledger")]);
writeFileSync(file("report.json"), (await partner.run(["usage", "report", "--by", "day", "--json"])).stdout);
writeFileSync(file("receipts.txt"), receipts.join("\n"));
const all = [...documents, "--receipts", file("receipts.txt"), "--report", file("report.json"), "--json"];

const verify = (args: readonly string[], input = "") =>
  // Nothing is asked of anybody: there is nobody at this address.
  partner.run(["usage", "verify", ...args], { env: { WIZDATA_BASE_URL: "http://127.0.0.1:1" }, input });
const changed = (change: (text: string) => string) => {
  const text = readFileSync(documents[0] ?? "", "utf8");
  expect(change(text)).not.toBe(text);
  writeFileSync(file("changed.json"), change(text));
  return [file("changed.json"), ...documents.slice(1)];
};

test("every receipt is in the signed ledger, and the report is its sum, where days are covered", async () => {
  const ended = await verify(all);
  expect(json(ended)).toMatchObject({
    status: "verified",
    days: [
      { day: "2026-03-10", events: 3, whole: true },
      { day: "2026-03-11", events: 6, whole: true },
    ],
    receipts: { proven: 9, missing: [] },
    report: { compared: ["2026-03-11"], not_covered: ["2026-03-10", "2026-03-12"], differences: [] },
    faults: [],
  });
  expect(ended.code).toBe(0);
});

test("a document goes through a pipe, and people read what was found", async () => {
  const { stdout } = await partner.run(["usage", "ledger", "--day", "2026-03-10", "--json"]);
  const { code, stdout: shown, stderr } = await verify(["-"], stdout);
  expect(code).toBe(0);
  expect(shown).toContain("verified");
  expect(stderr).toContain("--keys takes those you know");
});

test("an operator downloads the same as the partner", async () => {
  const own = json(await partner.run(["usage", "ledger", "--day", "2026-03-10", "--json"]));
  const args = ["usage", "ledger", "--day", "2026-03-10", "--partner", partnerId, "--json"];
  expect(json(await cli.run(args))).toEqual(own);
});

test.each([
  ["an event", (text: string) => text.replace('"rows":10', '"rows":9'), "is not in the day that was signed"],
  ["the signature", (text: string) => text.replace(/"signature":"./, '"signature":"_'), "is not what was signed"],
  ["the day", (text: string) => text.replace('"day":"2026-03-10"', '"day":"2026-03-09"'), "is not what was signed"],
  ["the key", (text: string) => text.replace(/"x":"..../, '"x":"AAAA'), "is not what was signed"],
])("a document in which %s was changed is exit code 12", async (_what, change, problem) => {
  const ended = await verify([...changed(change), "--json"]);
  const { status, faults } = json(ended);
  expect([ended.code, status]).toEqual([12, "failed"]);
  expect(JSON.stringify(faults)).toContain(problem);
});

test("a receipt that nobody signed, and a report that says more than the ledger, are exit code 12", async () => {
  writeFileSync(file("more.txt"), `${receipts[0]}\n{"receipt":"use_00000000000000000000000000"}\n`);
  const missing = await verify([...documents, "--receipts", file("more.txt"), "--json"]);
  expect([missing.code, json(missing).receipts]).toEqual([
    12,
    { proven: 1, missing: ["use_00000000000000000000000000"] },
  ]);
  const report = JSON.parse(readFileSync(file("report.json"), "utf8"));
  for (const row of report.data) row.rows += 1;
  writeFileSync(file("wrong.json"), JSON.stringify(report));
  const wrong = await verify([...documents, "--report", file("wrong.json"), "--json"]);
  expect([wrong.code, json(wrong).report.differences]).toEqual([
    12,
    [{ day: "2026-03-11", figure: "rows", ledger: 20, report: 21 }],
  ]);
});

test("a report of which no day is covered proves nothing, and what is no document is a mistake", async () => {
  const ended = await verify([documents[0] ?? "", "--report", file("report.json"), "--json"]);
  expect([ended.code, json(ended).faults]).toEqual([12, [expect.objectContaining({ subject: "report" })]]);
  expect(json(await verify([file("report.json"), "--json"])).error.exit_code).toBe(2);
});

test("a day that is not over is a conflict that says when it will be signed", async () => {
  const ended = await partner.run(["usage", "ledger", "--day", "2026-03-12", "--json"]);
  expect([ended.code, json(ended).error]).toEqual([7, expect.objectContaining({ code: "ledger_not_signed" })]);
});
