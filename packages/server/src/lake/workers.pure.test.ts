import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { getPriority, tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Definition } from "../datasets/definition.ts";
import { isAlive, until } from "./publish-testing.ts";
import { createWorkers, type Workers, type WorkersOptions } from "./workers.ts";
import { JobFailed, WorkerCrashed, WorkerDeadline } from "./workers-lane.ts";

const definition = Definition.parse({ columns: [{ name: "v", type: "number" }] });

/** Enough for a job that a test interrupts to be still running. */
const rowsInFile = 100_000;

let home: string;
let file: string;
let workers: Workers;
/** The processes that were started, in order. */
let started: number[];
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "wizdata-workers-"));
  file = join(home, "upload.csv");
  await writeFile(file, `v\n${Array.from({ length: rowsInFile }, (_, at) => at / 3).join("\n")}\n`);
  started = [];
  workers = openWorkers();
});
afterEach(async () => {
  await workers.close();
  await rm(home, { recursive: true });
});

function openWorkers(options: Partial<WorkersOptions> = {}): Workers {
  const write = (line: string) => {
    const { worker, msg } = JSON.parse(line);
    if (msg === "a worker starts") started.push(worker);
  };
  return createWorkers({ home, log: pino({ level: "debug" }, { write }), ...options });
}

const job = { definition, cadence: "daily", form: {}, mode: "replace", base: null } as const;
const publish = (id: string, options?: Parameters<Workers["run"]>[2]) =>
  workers.run("publish", { ...job, id, files: [file] }, options);

async function leftovers(): Promise<string[]> {
  return await readdir(join(home, "staging")).catch(() => []);
}

test("no process is started before there is work, and the one that is stays for the next job", async () => {
  expect(started).toEqual([]);
  await publish("a");
  await publish("b");
  expect(started).toHaveLength(1);
  const [worker = 0] = started;
  expect(getPriority(worker)).toBeGreaterThan(getPriority());
});

test("a crash fails its job and no other, and leaves none of its files", async () => {
  const running = publish("a");
  const next = publish("b");
  await until(() => started.length === 1);
  process.kill(started[0] ?? 0, "SIGKILL");
  await expect(running).rejects.toThrow(WorkerCrashed);
  await expect(next).resolves.toMatchObject({ report: { rows: rowsInFile } });
  expect(started).toHaveLength(2);
  expect(await leftovers()).toEqual([]);
});

test("a job that takes too long is ended", async () => {
  await expect(publish("a", { deadlineMs: 50 })).rejects.toThrow(WorkerDeadline);
  await until(() => !isAlive(started[0] ?? 0));
  expect(await leftovers()).toEqual([]);
  await expect(publish("b")).resolves.toMatchObject({ report: { rows: rowsInFile } });
});

test("a job that is cancelled ends at once, whether it runs or waits", async () => {
  const controllers = [new AbortController(), new AbortController()];
  const [first, second] = controllers.map(({ signal }, at) => publish(`job${at}`, { signal }));
  const third = publish("third");
  controllers[1]?.abort(new Error("not wanted"));
  await expect(second).rejects.toThrow("not wanted");
  await until(() => started.length === 1);
  controllers[0]?.abort(new Error("no longer wanted"));
  await expect(first).rejects.toThrow("no longer wanted");
  await expect(third).resolves.toMatchObject({ report: { rows: rowsInFile } });
  expect(await leftovers()).toEqual([]);
});

test("closing ends what runs and refuses what waits", async () => {
  const jobs = [publish("a"), publish("b")].map((job) => expect(job).rejects.toThrow(WorkerCrashed));
  await until(() => started.length === 1);
  await workers.close();
  await Promise.all(jobs);
  expect(isAlive(started[0] ?? 0)).toBe(false);
  expect(started).toHaveLength(1);
  expect(await leftovers()).toEqual([]);
});

test("a job that fails says why, and its worker goes on", async () => {
  await expect(workers.run("index", { id: "i", sha256: "0".repeat(64) })).rejects.toThrow(JobFailed);
  await expect(workers.run("index", { id: "i", sha256: "0".repeat(64) })).rejects.toThrow(/ENOENT/);
  expect(started).toHaveLength(1);
});

test("a missing index does not wait behind the bulk work", async () => {
  const small = join(home, "small.csv");
  await writeFile(small, "v\n1\n");
  const result = await workers.run("publish", { ...job, id: "s", files: [small] });
  const sha256 = "parts" in result ? (result.parts[0]?.sha256 ?? "") : "";
  const ended: string[] = [];
  const bulk = ["a", "b", "c", "d"].map((id) => publish(id).then(() => ended.push(id)));
  await expect(workers.run("index", { id: "i", sha256 })).resolves.toEqual({ rows: 1 });
  expect(ended).not.toContain("d");
  await Promise.all(bulk);
  expect(ended).toEqual(["a", "b", "c", "d"]);
});

test("an id that would leave the lake's folder is no id", async () => {
  await expect(publish("../elsewhere")).rejects.toThrow(/not a file name/);
});

test.skipIf(!existsSync("/proc/self/environ"))("a worker sees nothing of the server's environment", async () => {
  process.env.WIZDATA_SECRET = "only for the server";
  try {
    await publish("a");
    expect(readFileSync(`/proc/${started[0]}/environ`, "utf8")).not.toContain("WIZDATA_SECRET");
  } finally {
    delete process.env.WIZDATA_SECRET;
  }
});

test("no worker outlives a server that was killed", async () => {
  const script = join(home, "server.ts");
  const request = { id: "a", definition, files: [file], cadence: "daily", form: {} };
  await mkdir(join(home, "other"));
  await writeFile(
    script,
    `import { createWorkers } from ${JSON.stringify(new URL("./workers.ts", import.meta.url).href)};
    const log = { debug: ({ worker }) => console.log(worker), warn() {}, error() {} };
    const workers = createWorkers({ home: ${JSON.stringify(join(home, "other"))}, log });
    await workers.run("publish", ${JSON.stringify(request)});`,
  );
  const server: ChildProcess = spawn(process.execPath, [script], { stdio: ["ignore", "pipe", "inherit"] });
  const worker = await new Promise<number>((resolve) => server.stdout?.once("data", (line) => resolve(Number(line))));
  expect(isAlive(worker)).toBe(true);
  server.kill("SIGKILL");
  await until(() => !isAlive(worker));
});
