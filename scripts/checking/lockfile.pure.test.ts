import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { lockfileFaults } from "./lockfile.ts";

const parent = { optionalDependencies: { "@turbo/darwin-arm64": "1.0.0" } };

test("the committed lockfile installs on every platform", () => {
  expect(lockfileFaults(JSON.parse(readFileSync("package-lock.json", "utf8")))).toEqual([]);
});

test("a lockfile that lost another platform's package is refused", () => {
  expect(lockfileFaults({ packages: { "node_modules/turbo": parent } })).toEqual([
    "node_modules/turbo has no entry for its optional @turbo/darwin-arm64",
  ]);
});

test("an optional package may be locked beside its parent, below it or above it", () => {
  const found = (path: string, at: string) => lockfileFaults({ packages: { [path]: parent, [at]: {} } });
  expect(found("node_modules/turbo", "node_modules/@turbo/darwin-arm64")).toEqual([]);
  expect(found("node_modules/turbo", "node_modules/turbo/node_modules/@turbo/darwin-arm64")).toEqual([]);
  expect(found("node_modules/a/node_modules/turbo", "node_modules/a/node_modules/@turbo/darwin-arm64")).toEqual([]);
  expect(found("packages/sdk", "node_modules/@turbo/darwin-arm64")).toEqual([]);
});

test("a lockfile that names a registry is refused", () => {
  expect(
    lockfileFaults({ packages: { "node_modules/a": { resolved: "https://packages.example/a.tgz" } } }),
  ).toHaveLength(1);
});
