import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { packageFaults } from "./accept.ts";

const entry = { types: "./src/index.d.ts", default: "./src/index.js" };

test("a package with JavaScript and types may be published", async () => {
  const folder = packageOf({
    "src/index.js": "export const a = 1;\n",
    "src/index.d.ts": "export declare const a: number;\n",
  });
  expect(await packageFaults(folder, "esm")).toEqual([]);
});

test("a package whose entry lacks its types is refused", async () => {
  const faults = await packageFaults(packageOf({ "src/index.js": "export const a = 1;\n" }), "esm");
  expect(faults.join("\n")).toContain("index.d.ts");
});

test("a package whose types name a file that is not packed is refused", async () => {
  const types = 'export { b } from "./missing.js";\n';
  const faults = await packageFaults(
    packageOf({ "src/index.js": "export const b = 1;\n", "src/index.d.ts": types }),
    "esm",
  );
  expect(faults.join("\n")).toMatch(/attw/);
});

function packageOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "package-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const manifest = {
    name: "a",
    version: "1.0.0",
    license: "Apache-2.0",
    type: "module",
    exports: { ".": entry },
    files: ["src"],
  };
  mkdirSync(join(folder, "src"));
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  return folder;
}
