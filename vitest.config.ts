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
    // Two cores are busy with three: each test file waits for disks and for processes of its own, a server or a DuckDB worker.
    maxWorkers: 3,
    testTimeout: 120_000,
    hookTimeout: 180_000,
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

/**
 * Everything but the pure tests runs on both databases. A file has a platform of its own and shares nothing but the code, which
 * takes two seconds to load: a process loads it once, and not for each file.
 */
function onDatabase(store: "sqlite" | "postgres") {
  return { include: tests, exclude: [...never, ...pureTests], env: { WIZDATA_TEST_STORE: store }, isolate: false };
}
