import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { driftOf } from "./generated.ts";

test("what is generated as committed has no drift", () => {
  const path = folderOf({ "a.ts": "a", "b.ts": "b" });
  expect(driftOf({ name: "SDK", path, make: () => writeFileSync(join(path, "a.ts"), "a") })).toEqual([]);
});

test("a file changed, added or left over is drift, and all are put back", () => {
  const path = folderOf({ "changed.ts": "old", "left-over.ts": "" });
  const make = () => {
    rmSync(path, { recursive: true });
    mkdirSync(path);
    writeFileSync(join(path, "changed.ts"), "new");
    writeFileSync(join(path, "added.ts"), "");
  };
  const files = ["added.ts", "changed.ts", "left-over.ts"].map((file) => join(path, file));
  expect(driftOf({ name: "SDK", path, make })).toEqual(files);
  expect(readdirSync(path).sort()).toEqual(["changed.ts", "left-over.ts"]);
  expect(readFileSync(join(path, "changed.ts"), "utf8")).toBe("old");
});

test("a generator that fails half-way changes nothing", () => {
  const path = folderOf({ "a.ts": "a" });
  const make = () => {
    rmSync(path, { recursive: true });
    throw new Error("no contract");
  };
  expect(() => driftOf({ name: "SDK", path, make })).toThrow("no contract");
  expect(readFileSync(join(path, "a.ts"), "utf8")).toBe("a");
});

function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "generated-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, "out");
  mkdirSync(path);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
  return path;
}
