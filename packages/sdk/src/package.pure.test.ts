import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { version } from "./index.ts";
import { answer, apiKey, serve } from "./testing/server.ts";

const run = promisify(execFile);
const node = (script: string) =>
  run(process.execPath, ["--input-type=module", "-e", script], { cwd: import.meta.dirname });

test("the version that is sent is the package's own", async () => {
  expect(JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8")).version).toBe(version);
});

test("importing it opens nothing and reads no profile", async () => {
  const { stdout } = await node(`
    const before = process.getActiveResourcesInfo().sort().join();
    const { WizData } = await import("./index.ts");
    new WizData({ profile: "none" });
    console.log(process.getActiveResourcesInfo().sort().join() === before);
  `);
  expect(stdout).toBe("true\n");
});

test("a program ends when its last call has, whatever became of it", async () => {
  const { baseURL } = await serve((response, { url }) =>
    url.includes("me") ? answer(response, { id: 1 }) : response.destroy(),
  );
  const { stdout } = await node(`
    import { WizData } from "./index.ts";
    const wizdata = new WizData({ apiKey: "${apiKey}", baseURL: "${baseURL}", maxRetries: 0, timeoutMs: 600_000 });
    const signal = new AbortController().signal;
    await wizdata.me.retrieve({ signal });
    await wizdata.partners.retrieve("par_1", { signal }).catch((error) => console.log(error.name));
    console.log(process.getActiveResourcesInfo().includes("Timeout"));
  `);
  expect(stdout).toBe("ConnectionError\nfalse\n");
});

test.each([
  ["core", "./core/transport.ts", 12_000],
  ["whole", "./index.ts", 25_000],
])("the %s package is small enough for a browser, and needs nothing that browsers lack", async (_, entry, bytesMax) => {
  const stdin = { contents: `export * from "${entry}"`, resolveDir: import.meta.dirname };
  const { outputFiles } = await build({
    stdin,
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    write: false,
  });
  expect(gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).length).toBeLessThanOrEqual(bytesMax);
});
