import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { csv, entry, openShop, rows } from "../../testing/catalog.ts";
import { openPlatform } from "../../testing/platform.ts";
import { json } from "../../testing/process.ts";

test("a dataset is registered and published, from a file and from a pipe", async () => {
  const { cli } = await openPlatform();
  writeFileSync(join(cli.home, "entry.json"), JSON.stringify(entry));
  writeFileSync(join(cli.home, "rows.csv.gz"), gzipSync(csv));
  expect(json(await cli.run(["datasets", "create", "entry.json", "--json"]))).toMatchObject({
    slug: entry.slug,
    state: "draft",
  });
  const publish = async (file: string, input = "") =>
    json(await cli.run(["datasets", "publish", entry.slug, "--file", file, "--json"], { input }));
  expect(await publish("rows.csv.gz")).toMatchObject({ number: 1, rows: rows.length, unchanged: false });
  expect(await publish("-", csv)).toMatchObject({ number: 1, rows: rows.length, unchanged: true });
  expect(await publish("-", `${csv}2025-01-01,NPN,1,1\n`)).toMatchObject({ number: 2, rows: rows.length + 1 });
  expect(json(await cli.run(["datasets", "list", "--category", "market", "--json"])).data).toMatchObject([
    { slug: entry.slug, state: "published", current_version: 2 },
  ]);
});

test("an upload with faults is refused whole, and each is said with line, column, value and reason", async () => {
  const { cli } = await openShop();
  const input = "date,ticker,close,volume\n2024-02-30,NPN,1,1\n2024-03-01,NPN,abc,1\n";
  const ended = await cli.run(["datasets", "publish", entry.slug, "--file", "-"], { input });
  expect(ended).toMatchObject({ code: 2, stdout: "" });
  expect(ended.stderr).toMatch(/line 2 · column date · "2024-02-30" · /);
  expect(ended.stderr).toMatch(/line 3 · column close · "abc" · /);
  const inJson = json(await cli.run(["datasets", "publish", entry.slug, "--file", "-", "--json"], { input }));
  expect(inJson.error).toMatchObject({
    code: "faulty_upload",
    fault_count: 2,
    faults: [
      { line: 2, column: "date" },
      { line: 3, column: "close" },
    ],
  });
  expect(json(await cli.run(["datasets", "show", entry.slug, "--json"]))).toMatchObject({ current_version: 1 });
});

test("a file that is missing, empty or not JSON is said before anything is sent", async () => {
  const { cli } = await openPlatform();
  const publish = (file: string) => cli.run(["datasets", "publish", entry.slug, "--file", file, "--json"]);
  expect(json(await publish("missing.csv"))).toMatchObject({ error: { code: "file", exit_code: 2 } });
  expect(json(await publish("-"))).toMatchObject({
    error: { exit_code: 2, message: expect.stringContaining("empty") },
  });
  const broken = await cli.run(["datasets", "create", "-", "--json"], { input: "{" });
  expect(json(broken)).toMatchObject({
    error: { code: "usage", exit_code: 2, message: expect.stringContaining("not JSON") },
  });
  const wrong = await cli.run(["datasets", "create", "-", "--json"], {
    input: JSON.stringify({ ...entry, cadence: "now and then" }),
  });
  expect(json(wrong)).toMatchObject({
    error: { code: "invalid_request", exit_code: 2, errors: [{ path: "cadence" }] },
  });
});

test("show tells source, columns with units and tiers with prices", async () => {
  const { partner } = await openShop();
  const { stdout } = await partner.run(["datasets", "show", entry.slug]);
  expect(stdout).toContain("dataset\tattribution\tSomewhere, 2024\n");
  expect(stdout).toContain("columns\tvolume\tinteger?\tshares\ttraded that day\n");
  expect(stdout).toContain("quality\tvalidity\t100.00 %\t");
  expect(stdout).toContain("quality\tcompleteness_cells\t96.41 %\t3 471 of 3 600 cells have a value.\n");
  expect(stdout).toContain("tiers\tpremium\t200\t50000\t500000\tZAR 2500.00\tZAR 25000.00\t");
});

test("the end of a dataset is announced, shown with what comes after, and meant only when it is said", async () => {
  const { cli, partner } = await openShop();
  const announce = [
    "datasets",
    "deprecate",
    entry.slug,
    "--sunset",
    "2030-01-01",
    "--note",
    "Moves to another exchange.",
  ];
  expect((await cli.run(announce)).code).toBe(0);
  const { stdout } = await partner.run(["datasets", "show", entry.slug]);
  expect(stdout).toContain("dataset\tstate\tdeprecated\ndataset\tdeprecated_at\t2026-03-10 09:30:00Z\n");
  expect(stdout).toContain("dataset\tsunset_at\t2030-01-01 00:00:00Z\n");
  expect(stdout).toContain("dataset\tstate_note\tMoves to another exchange.\n");
  const retire = (...flags: string[]) => cli.run(["datasets", "retire", entry.slug, "--json", ...flags]);
  expect(json(await retire()).error).toMatchObject({ exit_code: 2 });
  expect(json(await retire("--yes")).error).toMatchObject({ code: "transition_not_allowed", exit_code: 7 });
  expect(json(await retire("--yes", "--early"))).toMatchObject({ state: "retired" });
  expect(json(await partner.run(["data", "query", entry.slug, "--json"])).error).toMatchObject({
    code: "dataset_retired",
    exit_code: 6,
  });
});

test("a version is published with a note, which is listed, changed and taken away", async () => {
  const { cli } = await openShop();
  const input = `${csv}2025-01-01,NPN,1,1\n`;
  await cli.run(["datasets", "publish", entry.slug, "--file", "-", "--note", "Adds a day"], { input });
  const listed = await cli.run(["datasets", "versions", entry.slug]);
  expect(listed.stdout.split("\n")[0]?.split("\t").at(-1)).toBe("Adds a day");
  const note = (...flags: string[]) => cli.run(["datasets", "note", entry.slug, "2", "--json", ...flags]);
  expect(json(await note("--note", "Adds a Wednesday"))).toMatchObject({ number: 2, note: "Adds a Wednesday" });
  expect(json(await note("--remove"))).toMatchObject({ note: null });
  expect(json(await note()).error).toMatchObject({ code: "usage" });
});

test("the catalog is searched by words, and a search that finds nothing says what to try", async () => {
  const { partner } = await openShop();
  const found = await partner.run(["datasets", "search", "npn", "SHARE", "south"]);
  expect(found).toMatchObject({ code: 0, stdout: expect.stringMatching(/^share-prices\t/) });
  const none = await partner.run(["datasets", "search", "share", "cloves"]);
  expect(none).toMatchObject({ code: 0, stdout: "" });
  expect(none.stderr).toContain('No dataset matches "share cloves".');
  expect(none.stderr).toContain("wizdata datasets list");
  expect(json(await partner.run(["datasets", "search", "--json"])).error).toMatchObject({ code: "usage" });
});

test("the type that is written makes the SDK know the dataset's columns", async () => {
  const { cli } = await openShop();
  const folder = projectFolder();
  const file = join(folder, "share-prices.d.ts");
  expect(json(await cli.run(["datasets", "types", entry.slug, "--out", file, "--json"]))).toMatchObject({
    dataset: entry.slug,
    version: 1,
    file,
  });
  expect(readFileSync(file, "utf8")).toContain("      /** shares · traded that day */\n      volume: number | null;\n");
  writeFileSync(
    join(folder, "use.ts"),
    `import { WizData } from "@wizdata/sdk";
     for await (const row of new WizData().data.rows("share-prices", { ticker: "NPN" })) {
       const close: number | null = row.close;
       const date: string = row.date;
       // @ts-expect-error there is no such column
       console.log(close, date, row.clsoe);
     }`,
  );
  expect(typeErrors(folder)).toBe("");
});

/** Inside the repository, so that the SDK is found as it is in a project. */
function projectFolder(): string {
  const folder = fileURLToPath(
    new URL(`../../../.tmp/types-${process.pid}-${process.env.WIZDATA_TEST_STORE}`, import.meta.url),
  );
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(folder, { recursive: true });
  const base = fileURLToPath(new URL("../../../../../tsconfig.base.json", import.meta.url));
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ extends: base, include: ["*.ts"], exclude: [] }));
  return folder;
}

function typeErrors(folder: string): string {
  try {
    execFileSync(
      fileURLToPath(new URL("../../../../../node_modules/.bin/tsc", import.meta.url)),
      ["--project", folder],
      { encoding: "utf8" },
    );
    return "";
  } catch (error) {
    return error instanceof Error && "stdout" in error ? String(error.stdout) : String(error);
  }
}
