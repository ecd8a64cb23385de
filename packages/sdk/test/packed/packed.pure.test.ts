import { createHash } from "node:crypto";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answer, apiKey, refuse, serve } from "../../src/testing/server.ts";
import { bin, openScratch, program, said } from "./scratch.ts";

let scratch: Awaited<ReturnType<typeof openScratch>>;
beforeAll(async () => {
  scratch = await openScratch();
});
afterAll(() => scratch.close());

const esm = `import { NotFoundError, WizData } from "@wizdata/sdk";\n`;
const commonJs = `const { NotFoundError, WizData } = require("@wizdata/sdk");\n`;
const deno = ["run", "--no-prompt", "--cached-only", "--quiet", "--node-modules-dir=manual"];
const page = { data: [{ slug: "nse-kenya" }], has_more: false, next_cursor: null };

/** A server that has one dataset for the first call, and nothing for the second. */
async function server() {
  const { baseURL } = await serve((response, _, count) =>
    count === 1 ? answer(response, page) : refuse(response, 404, "not_found"),
  );
  return { WIZDATA_BASE_URL: baseURL, WIZDATA_API_KEY: apiKey };
}

test.each([
  ["an ES module", "node", "user.mjs", esm],
  ["CommonJS", "node", "user.cjs", commonJs],
])("the packed package works in %s, and its errors are told by their class", async (_, command, name, start) => {
  const env = await server();
  await writeFile(join(scratch.folder, name), start + program);
  expect(await said(command, [name], scratch.folder, env)).toBe('["nse-kenya"]\n');
  expect(await said(command, [name], scratch.folder, env)).toBe("true not_found\n");
});

test("an error of the one form of the package is an instance of the class of the other", async () => {
  const text = `${esm.replace("WizData", "APIError")}
    import { createRequire } from "node:module";
    const cjs = createRequire(import.meta.url)("@wizdata/sdk");
    const error = new cjs.NotFoundError(404, undefined, () => null);
    console.log(error instanceof NotFoundError, error instanceof APIError, cjs.NotFoundError === NotFoundError);
    const { replay } = await import("@wizdata/sdk/replay");
    await replay("none.ndjson")(new Request("http://localhost")).catch((error) => console.log(error.name));`;
  await writeFile(join(scratch.folder, "both.mjs"), text);
  expect(await said("node", ["both.mjs"], scratch.folder)).toBe("true true false\nConfigurationError\n");
});

test("it works in Deno with the network and the two variables it needs, and nothing else", async () => {
  const env = await server();
  await writeFile(join(scratch.folder, "deno.mjs"), esm + program);
  const host = new URL(env.WIZDATA_BASE_URL).host;
  const allowed = [`--allow-net=${host}`, "--allow-env=WIZDATA_API_KEY,WIZDATA_BASE_URL"];
  expect(await said(bin("deno"), [...deno, ...allowed, "deno.mjs"], scratch.folder, env)).toBe('["nse-kenya"]\n');
});

test("a download in Deno reads and writes its folder, and needs the name of the machine for its lock", async () => {
  const csv = "date,code\n2020-01-02,SCOM\n";
  const sha256 = createHash("sha256").update(csv).digest("hex");
  const { baseURL } = await serve((response, { url }) =>
    url.endsWith("/manifest")
      ? answer(response, { files: [{ name: "data.csv", bytes: csv.length, rows: 1, sha256 }] })
      : response.end(csv),
  );
  const text = `${esm}
    const wizdata = new WizData({ apiKey: "${apiKey}", baseURL: "${baseURL}" });
    await wizdata.exports.download("exp_1", { to: "files" });`;
  await writeFile(join(scratch.folder, "download.mjs"), text);
  const allowed = [
    `--allow-net=${new URL(baseURL).host}`,
    "--allow-read=files",
    "--allow-write=files",
    "--allow-sys=hostname",
  ];
  expect(await said(bin("deno"), [...deno, ...allowed, "download.mjs"], scratch.folder)).toBe("");
  expect(await readdir(join(scratch.folder, "files"))).toEqual(["data.csv"]);
});

const typed = `import { type Dataset, NotFoundError, type Page, WizData } from "@wizdata/sdk";
import { replay } from "@wizdata/sdk/replay";
async function first(wizdata: WizData): Promise<Dataset | undefined> {
  const page: Page<Dataset> = await wizdata.datasets.list({ limit: 1 });
  for await (const row of wizdata.data.rows("nse-kenya", { code: "SCOM" })) console.log(row.day_price);
  return page.data[0];
}
export const slug: Promise<string | undefined> = first(new WizData({ fetch: replay("prices.ndjson") })).then((dataset) => dataset?.slug);
// @ts-expect-error a limit is a number
new WizData().datasets.list({ limit: "one" });
export const isMissing = (error: unknown): boolean => error instanceof NotFoundError && error.code === "not_found";
`;

test.each([
  ["node16", "node16", ["user.mts", "user.cts"]],
  ["nodenext", "nodenext", ["user.mts", "user.cts"]],
  ["preserve", "bundler", ["user.ts"]],
])("its types are right under module %s, moduleResolution %s, in %s", async (module, moduleResolution, files) => {
  const project = join(scratch.folder, `tsconfig.${module}.json`);
  const compilerOptions = {
    module,
    moduleResolution,
    target: "es2022",
    lib: ["es2023", "dom"],
    types: ["node"],
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
  };
  await writeFile(project, JSON.stringify({ compilerOptions, files }));
  for (const name of files) await writeFile(join(scratch.folder, name), typed);
  expect(await said(bin("tsc"), ["--project", project], scratch.folder)).toBe("");
});

test("a bundle for browsers needs no module of Node's", async () => {
  const { metafile, outputFiles } = await build({
    stdin: { contents: esm + program, resolveDir: scratch.folder },
    bundle: true,
    format: "esm",
    platform: "browser",
    write: false,
    metafile: true,
  });
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
  expect(imports).toEqual([]);
  expect(outputFiles[0]?.text).not.toMatch(/require\("|from "node:/);
});
