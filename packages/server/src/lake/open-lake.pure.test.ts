import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Definition } from "../datasets/definition.ts";
import type { Query } from "./lake.ts";
import { isAlive, openTestLake, until } from "./publish-testing.ts";

let world: Awaited<ReturnType<typeof openTestLake>>;
beforeEach(async () => {
  world = await openTestLake();
});
afterEach(async () => await world.close());

const definition = Definition.parse({
  columns: [
    { name: "day", type: "date", nullable: false },
    { name: "v", type: "number" },
  ],
  key: ["day"],
  time: "day",
  partition: "year",
});
const twoYears = "day,v\n2023-01-01,1\n2024-01-01,2\n";
const all: Query = { filters: [], from: null, to: null, columns: null, order: "time" };
const noUploads = { uploads: new Map<string, Set<string>>(), uploadsIdleMs: 0 };
const nothing = { parts: new Set<string>(), exports: new Set<string>(), jobs: new Set<string>(), ...noUploads };

test("an upload has a folder of its own, emptied each time it begins", async () => {
  const folder = await world.lake.stage("upload_1");
  await writeFile(join(folder, "half"), "day,v\n");
  expect(await world.lake.stage("upload_1")).toBe(folder);
  expect(await readdir(folder)).toEqual([]);
  await world.lake.unstage("upload_1");
  expect(existsSync(folder)).toBe(false);
  await world.lake.unstage("upload_1");
});

test("a folder's name cannot lead out of the lake", async () => {
  for (const id of ["..", "../x", "a/b", "", "a\0b"]) await expect(world.lake.stage(id)).rejects.toThrow();
  expect(() => world.lake.exportFile("exp_1", "../control.sqlite")).toThrow();
  expect(() => world.lake.exportFile("..", "a.csv")).toThrow();
});

test("publishing keeps the upload until the job lets go of it", async () => {
  const file = join(await world.lake.stage("job"), "upload");
  await writeFile(file, twoYears);
  await world.lake.publish({ id: "job", definition, files: [file], cadence: "daily", form: {} });
  expect((await stat(file)).size).toBe(twoYears.length);
});

test("an index that is lost is built again when a page needs it", async () => {
  const { parts } = await world.publishText(definition, twoYears);
  const before = await world.lake.page(definition, parts, all, null, 10);
  expect(before?.rows).toEqual(['{"day":"2023-01-01","v":1}', '{"day":"2024-01-01","v":2}']);
  await world.lake.close();
  const reopened = await openTestLake({ home: world.home });
  for (const part of parts) await rm(world.paths.index(part.sha256));
  expect(await reopened.lake.page(definition, parts, all, null, 10)).toEqual(before);
  await reopened.lake.close();
});

test("an index is not built from a part whose bytes have changed", async () => {
  const { parts } = await world.publishText(definition, twoYears);
  const [part] = parts;
  if (!part) throw new Error("no part");
  await rm(world.paths.index(part.sha256));
  await writeFile(world.paths.part(part.sha256), "damaged", { flag: "r+" });
  await expect(world.lake.page(definition, parts, all, null, 10)).rejects.toThrow(/damaged/);
});

test("a part that is damaged is written again by the next publish that has it", async () => {
  const { parts } = await world.publishText(definition, twoYears);
  const file = world.paths.part(parts[0]?.sha256 ?? "");
  await writeFile(file, "cut off");
  expect((await world.publishText(definition, twoYears)).parts).toEqual(parts);
  expect((await stat(file)).size).toBe(parts[0]?.bytes);
});

test("sweeping removes what nothing names and touches nothing else", async () => {
  const { parts } = await world.publishText(definition, twoYears);
  const [kept, dropped] = parts;
  if (!kept || !dropped) throw new Error("no parts");
  await world.lake.stage("job_live");
  await world.lake.stage("job_dead");
  for (const id of ["exp_live", "exp_dead"]) {
    await mkdir(world.paths.export(id), { recursive: true });
    await writeFile(join(world.paths.export(id), "a.csv"), "a\n");
  }
  const known = {
    ...noUploads,
    parts: new Set([kept.sha256]),
    exports: new Set(["exp_live"]),
    jobs: new Set(["job_live"]),
  };
  expect(await world.lake.sweep(known)).toEqual({ removed: 4 });
  expect(await world.files()).toEqual(
    expect.arrayContaining([`${kept.sha256}.parquet`, `${kept.sha256}.sqlite`, "a.csv"]),
  );
  expect(await world.files()).toHaveLength(3);
  expect(await readdir(world.paths.staging)).toEqual(["job_live"]);
  expect(await world.lake.sweep(known)).toEqual({ removed: 0 });
});

test("a lake that was never used has nothing to sweep", async () => {
  expect(await world.lake.sweep(nothing)).toEqual({ removed: 0 });
});

test("whenever a server is killed while it publishes, sweeping leaves nothing of it", async () => {
  const { parts } = await world.publishText(definition, twoYears);
  const known = { ...noUploads, ...nothing, parts: new Set(parts.map(({ sha256 }) => sha256)) };
  const before = (await world.files()).toSorted();
  const file = join(world.home, "..", `${world.home.split("/").at(-1)}.csv`);
  const rows = Array.from(
    { length: 40_000 },
    (_, at) => `${new Date(at * 43_200_000).toISOString().slice(0, 10)},${at}`,
  );
  await writeFile(file, `day,v\n${rows.join("\n")}\n`);
  const request = {
    id: "job_x",
    definition: { ...definition, repeated_key: "keep_last" },
    files: [file],
    cadence: "daily",
    form: {},
  };
  const script = `import { openLake } from ${JSON.stringify(new URL("./open-lake.ts", import.meta.url).href)};
    const log = { debug: ({ worker }) => console.log(worker), warn() {}, error() {} };
    const lake = openLake({ home: ${JSON.stringify(world.home)}, workerMemoryMb: 200, bulkLanesMax: 1 }, log);
    await lake.publish(${JSON.stringify(request)});`;
  for (const afterMs of [100, 300, 500, 800, 1_200]) {
    const server = spawn(process.execPath, ["--input-type=module", "-e", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const closed = new Promise((resolve) => server.once("close", resolve));
    const worker = await new Promise<number>((resolve) => server.stdout.once("data", (line) => resolve(Number(line))));
    await sleep(afterMs);
    server.kill("SIGKILL");
    await closed;
    // Its worker ends with it, but not in the same instant.
    await until(() => !isAlive(worker));
    await world.lake.sweep(known);
    expect((await world.files()).toSorted()).toEqual(before);
  }
  await rm(file);
  expect(world.rowsOf(parts)).toHaveLength(2);
});
