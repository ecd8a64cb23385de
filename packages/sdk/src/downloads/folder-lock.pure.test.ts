import { spawnSync } from "node:child_process";
import { readdir, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FolderError } from "../index.ts";
import { callOf, folder, promised, serveFile } from "../testing/files.ts";
import { downloadAll } from "./download-all.ts";
import { withFolder } from "./folder-lock.ts";

const content = new Uint8Array(100_000).fill(7);
const files = [promised("data.csv", content)];

async function download(to: string): Promise<string[]> {
  const { transport } = await serveFile(() => content);
  return downloadAll(transport(), files, callOf, { to });
}

test("a second download into a folder is refused while the first is at work, and may begin when it has ended", async () => {
  const to = await folder();
  await withFolder(to, undefined, async () => {
    const error = await download(to).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(FolderError);
    expect(error).toMatchObject({ reason: "busy" });
    expect(String(error)).toContain(`process ${process.pid} on ${hostname()}`);
  });
  expect(await download(to)).toHaveLength(1);
  expect(await readdir(to)).toEqual(["data.csv"]);
});

test("of many that begin at once in one folder, never two are at work", async () => {
  const to = await folder();
  const { pid } = spawnSync(process.execPath, ["-e", ""]);
  await writeFile(join(to, ".wizdata-lock"), JSON.stringify({ pid, host: hostname(), id: "killed" }));
  let atWork = 0;
  const seen: number[] = [];
  const results = await Promise.allSettled(
    Array.from({ length: 12 }, () =>
      withFolder(to, undefined, async () => {
        atWork += 1;
        seen.push(atWork);
        await new Promise((resolve) => setImmediate(resolve));
        atWork -= 1;
      }),
    ),
  );
  expect(Math.max(...seen)).toBe(1);
  expect(results.some(({ status }) => status === "fulfilled")).toBe(true);
  expect(await readdir(to)).toEqual([]);
});

test.each([
  ["a process that was killed", { pid: spawnSync(process.execPath, ["-e", ""]).pid, host: hostname() }, 0],
  ["another machine that has been silent for long", { pid: 1, host: "elsewhere" }, 60_000],
  ["a process that was killed while it took it", {}, 60_000],
])("the lock of %s keeps nobody out", async (_, holder, silentMs) => {
  const to = await folder();
  const file = join(to, ".wizdata-lock");
  await writeFile(file, JSON.stringify(holder));
  const beat = new Date(Date.now() - silentMs);
  await utimes(file, beat, beat);
  expect(await download(to)).toHaveLength(1);
});

test("the lock of another machine that beats is honoured", async () => {
  const to = await folder();
  await writeFile(join(to, ".wizdata-lock"), JSON.stringify({ pid: 1, host: "elsewhere", id: "x" }));
  await expect(download(to)).rejects.toMatchObject({ reason: "busy" });
});

test("what cannot fit on the disk is told before anything is fetched", async () => {
  const { transport, requests } = await serveFile(() => content);
  const to = await folder();
  const huge = [{ name: "huge.csv", bytes: 2 ** 60, sha256: "" }];
  const wanted = downloadAll(transport(), huge, callOf, { to });
  await expect(wanted).rejects.toMatchObject({ name: "FolderError", reason: "full" });
  expect(requests).toEqual([]);
  expect(await readdir(to)).toEqual([]);
});
