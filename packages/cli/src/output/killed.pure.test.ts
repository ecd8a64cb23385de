import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { openCli } from "../testing/process.ts";

const main = fileURLToPath(new URL("../main.ts", import.meta.url));
const pagesInAll = 12;
const pageItems = 200;

test("a list that is killed while it is written goes on where it was, and holds each item once", async () => {
  const { home } = openCli();
  const { url, onPage } = await openList();
  const env = { HOME: home, WIZDATA_BASE_URL: url, WIZDATA_API_KEY: "wz_live_x" };
  const args = ["partners", "list", "--all", "--output", "all.ndjson", "--checkpoint", "all.checkpoint", "--json"];
  const start = () =>
    spawn(process.execPath, [main, ...args], { env, cwd: home, stdio: ["ignore", "pipe", "inherit"] });
  for (const page of [3, 5, 8]) {
    const child = start();
    // Asked for this page, it has written those before and perhaps their checkpoint.
    await onPage(page);
    child.kill("SIGKILL");
    await new Promise((resolve) => child.on("close", resolve));
    expect(existsSync(join(home, "all.checkpoint"))).toBe(true);
  }
  const last = start();
  let said = "";
  last.stdout.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  expect(await new Promise((resolve) => last.on("close", resolve))).toBe(0);
  expect(JSON.parse(said)).toMatchObject({ items: pagesInAll * pageItems, resumed: true });
  const lines = readFileSync(join(home, "all.ndjson"), "utf8").trimEnd().split("\n");
  expect(lines.map((line) => JSON.parse(line).id)).toEqual(Array.from({ length: pagesInAll * pageItems }, (_, n) => n));
});

/** A list of pages that tells which page is asked for. */
async function openList() {
  const waiting = new Map<number, () => void>();
  const server = createServer(({ url = "" }, response) => {
    const page = Number(new URL(url, "http://localhost").searchParams.get("after") ?? 0);
    waiting.get(page)?.();
    const data = Array.from({ length: pageItems }, (_, n) => ({ id: page * pageItems + n }));
    const next_cursor = page + 1 < pagesInAll ? String(page + 1) : null;
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ data, has_more: next_cursor !== null, next_cursor }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const onPage = (page: number) => new Promise<void>((resolve) => waiting.set(page, resolve));
  return { url: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`, onPage };
}
