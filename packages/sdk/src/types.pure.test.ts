import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compileProgram } from "./testing/compile.ts";

const src = import.meta.dirname;

const imports = `import { writeFile } from "node:fs/promises";
import { APIError, type Export, FolderError, verifyExport, WizDataError } from "@wizdata/sdk";
import { record, replay } from "@wizdata/sdk/replay";
`;
/** What an example may take for granted. */
const given = "declare const error: unknown, job: Export, ready: Export;\n";
const prelude = `import { openAsBlob } from "node:fs";
import { WizData } from "@wizdata/sdk";
const wizdata = new WizData();
`;

const compile = (program: string, before = prelude) => compileProgram(before + program);

test("every example of a docstring compiles", async () => {
  const files = await Array.fromAsync(glob(join(src, "**/*.ts")));
  // The examples in types.ts are values of fields.
  const own = files.filter((file) => !/\.test\.ts$|generated\/types\.ts$/.test(file));
  const texts = await Promise.all(own.map((file) => readFile(file, "utf8")));
  const found = texts.flatMap((text) => [...text.matchAll(/^[ /]*\*+ @example\s(.*?)(?=\s*\*\/|\n \* @)/gms)]);
  const examples = found.map(([, example = ""]) => example.replace(/^ *\* /gm, ""));
  expect(examples.length).toBeGreaterThan(50);
  // Each in a scope of its own, but for the declaration of a module, which has to stand outside.
  const programs = examples.map((example) => (example.startsWith("declare module") ? example : `{ ${example} }`));
  expect(await compile(programs.join("\n"), `${imports}${prelude}${given}`)).toBe("");
});

test("every example of the README compiles", async () => {
  const text = await readFile(join(src, "../README.md"), "utf8");
  const programs = [...text.matchAll(/```ts\n(.*?)```/gs)].map(([, program]) => program ?? "");
  expect(programs.length).toBeGreaterThan(1);
  for (const program of programs) expect(await compile(program, "")).toBe("");
});

const nse = `declare module "@wizdata/sdk" {
  interface Datasets { "nse-kenya": { date: string; code: string; day_price: number | null } }
}
`;

test("a dataset whose columns are declared has typed rows, filters and columns", async () => {
  const program = `${nse}
    for await (const { day_price } of wizdata.data.rows("nse-kenya", { code: ["SCOM", "KCB"], "day_price.gte": 30, from: "2024-01-01" })) {
      const price: number | null = day_price;
    }
    const { data, version } = await wizdata.data.query("nse-kenya", { order: "-time", limit: 5 });
    const code: string | undefined = data[version]?.code;
    for await (const row of wizdata.data.rows("nse-kenya", { columns: ["date", "day_price"] })) {
      const picked: { date: string; day_price: number | null } = row;
    }`;
  expect(await compile(program)).toBe("");
});

test.each([
  ["a column there is not", `wizdata.data.rows("nse-kenya", { ticker: "NPN" });`, "ticker"],
  ["a comparison there is not", `wizdata.data.rows("nse-kenya", { "day_price.over": 1 });`, "day_price.over"],
  ["a column there is not, in a row", `for await (const row of wizdata.data.rows("nse-kenya")) row.ticker;`, "ticker"],
  [
    "a column that was not asked for",
    `for await (const row of wizdata.data.rows("nse-kenya", { columns: ["date"] })) row.code;`,
    "code",
  ],
  ["a column there is not, in columns", `wizdata.data.query("nse-kenya", { columns: ["ticker"] });`, "ticker"],
])("%s is told by the compiler", async (_, program, name) => {
  const said = await compile(nse + program);
  expect(said).toContain("error TS");
  expect(said).toContain(name);
});

test("a dataset that is not declared takes any column", async () => {
  expect(
    await compile(
      `${nse} for await (const row of wizdata.data.rows("other", { ticker: "NPN", "close.null": false })) row.close;
       const names: string[] = ["date", "close"];
       for await (const row of wizdata.data.rows("other", { columns: names })) row.close;
       const slug: string = "any";
       const { data } = await wizdata.data.query(slug, { columns: ["date"], limit: 1 });
       console.log(data[0]?.date);`,
    ),
  ).toBe("");
});
