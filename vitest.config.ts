import { defineConfig } from "vitest/config";

const tests = [
  "packages/*/src/**/*.test.ts",
  "packages/*/test/**/*.test.ts",
  "scripts/**/*.test.ts",
  "examples/**/*.test.ts",
];
const pureTests = ["{packages,scripts,examples}/**/*.pure.test.ts"];
const never = ["**/node_modules/**", "**/dist/**"];

export default defineConfig({
  test: {
    pool: "forks",
    // Each test file also runs a database and often a server and a DuckDB worker beside it.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: "pure", include: pureTests, exclude: never } },
      { extends: true, test: { name: "sqlite", ...onDatabase("sqlite") } },
      {
        extends: true,
        test: { name: "postgres", ...onDatabase("postgres"), globalSetup: "scripts/testing/postgres.ts" },
      },
    ],
  },
});

/** Everything but the pure tests runs on both databases. */
function onDatabase(store: "sqlite" | "postgres") {
  return { include: tests, exclude: [...never, ...pureTests], env: { WIZDATA_TEST_STORE: store } };
}
