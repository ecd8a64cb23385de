import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { bundle, publishedDependencies, writeNotices } from "./bundle.ts";
import type { Manifest } from "./manifest.ts";

const folder = join(import.meta.dirname, "../../packages/cli");
const manifest: Manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
const startBytesMax = 250_000;

test("the command starts from little code, needs none of its packages' sources, and still runs", async () => {
  // Within the repository, where what stays outside is installed.
  const dist = mkdtempSync(join(import.meta.dirname, "../../node_modules/.cache-cli-"));
  onTestFinished(() => rmSync(dist, { recursive: true, force: true }));
  const { startBytes } = await bundle(folder, manifest, dist);
  expect(startBytes).toBeGreaterThan(20_000);
  expect(startBytes).toBeLessThanOrEqual(startBytesMax);
  writeFileSync(join(dist, "package.json"), '{"type":"module"}');
  const run = (...args: string[]) =>
    execFileSync(process.execPath, [join(dist, "src/main.js"), ...args], { encoding: "utf8", env: { HOME: dist } });
  expect(run("--version")).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(run("keys", "rotate", "--help")).toContain("wizdata keys rotate key_");
  expect(JSON.parse(run("keys", "rotate", "--schema"))).toMatchObject({ title: "wizdata keys rotate" });
});

test("what the inlined packages need is a dependency of the command, they themselves are not, and their licences go along", () => {
  const dist = mkdtempSync(join(tmpdir(), "notices-"));
  onTestFinished(() => rmSync(dist, { recursive: true, force: true }));
  expect(Object.keys(publishedDependencies(manifest))).toEqual(["ink", "react", "undici", "yaml"]);
  writeNotices(manifest, dist);
  expect(readFileSync(join(dist, "NOTICES"), "utf8")).toMatch(/^commander\n\n.*MIT/s);
});
