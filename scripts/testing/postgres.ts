import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

export interface TestPostgres {
  url: string;
  stop: () => Promise<void>;
}

/** Vitest's global setup of the project `postgres`: one server for all its tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startPostgres();
  process.env.WIZDATA_TEST_POSTGRES_URL = postgres.url;
  project.provide("postgresUrl", postgres.url);
  return postgres.stop;
}

/** A fresh, real Postgres on a free port. It ends with this process at the latest, however that ends. */
export async function startPostgres(): Promise<TestPostgres> {
  // In a process group of its own, so that Ctrl-C reaches it only through the pipe, after the tests are done with it.
  const keeper = spawn(process.execPath, [fileURLToPath(new URL("postgres-keeper.ts", import.meta.url))], {
    stdio: ["pipe", "pipe", "inherit"],
    detached: true,
  });
  const exited = once(keeper, "exit");
  const lines = createInterface({ input: keeper.stdout });
  const url = await Promise.race([once(lines, "line").then(([line]) => String(line)), exited.then(() => undefined)]);
  if (url === undefined) throw new Error("The test Postgres did not start; the reason is printed above.");
  return {
    url,
    stop: async () => {
      keeper.stdin.end();
      await exited;
    },
  };
}
