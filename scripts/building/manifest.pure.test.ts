import { expect, test } from "vitest";
import { publishedManifest } from "./manifest.ts";

const workspace = {
  name: "@wizdata/server",
  version: "0.1.0",
  license: "Apache-2.0",
  type: "module",
  bin: { "wizdata-server": "./src/main.ts" },
  exports: { ".": "./src/app.ts", "./testing/*": "./src/testing/*.ts", "./package.json": "./package.json" },
  files: ["src", "migrations"],
  scripts: { build: "…" },
  dependencies: { "@wizdata/shared": "0.1.0" },
  devDependencies: { "@wizdata/sdk": "0.1.0" },
};

test("a published package leads to JavaScript with types, never to sources", () => {
  const { exports, bin } = publishedManifest(workspace);
  expect(bin).toEqual({ "wizdata-server": "./src/main.js" });
  expect(exports).toEqual({
    ".": { types: "./src/app.d.ts", default: "./src/app.js" },
    "./package.json": "./package.json",
  });
});

test("a package for both module systems leads each of them to its own code with its own types", () => {
  const { exports, files } = publishedManifest(workspace, "both");
  expect(exports).toMatchObject({
    ".": {
      import: { types: "./src/app.d.ts", default: "./src/app.js" },
      require: { types: "./cjs/app.d.ts", default: "./cjs/app.js" },
    },
    "./package.json": "./package.json",
  });
  expect(files).toEqual(["src", "migrations", "cjs"]);
});

test("a published package says what it needs, and nothing that only its developers need", () => {
  const published = publishedManifest(workspace);
  expect(published).toMatchObject({ engines: { node: ">=22" }, dependencies: workspace.dependencies });
  expect(published).not.toHaveProperty("devDependencies");
  expect(published).not.toHaveProperty("scripts");
});
