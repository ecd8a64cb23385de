import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test, vi } from "vitest";

test("Postgres goes and its files with it when the tests end", async () => {
  const { parent, url, temporary } = await startInChild();
  expect(await listens(url)).toBe(true);
  parent.stdin.end();
  await once(parent, "exit");
  expect(await listens(url)).toBe(false);
  expect(readdirSync(temporary)).toEqual([]);
});

test("Postgres goes and its files with it when the tests are killed", async () => {
  const { parent, url, temporary } = await startInChild();
  parent.kill("SIGKILL");
  await vi.waitFor(() => expect(readdirSync(temporary)).toEqual([]), { timeout: 20_000, interval: 50 });
  expect(await listens(url)).toBe(false);
});

/** A process like vitest's own, with a temporary folder in which nothing but the Postgres under test is. */
async function startInChild() {
  const temporary = mkdtempSync(join(tmpdir(), "keeper-"));
  chmodSync(temporary, 0o755);
  onTestFinished(() => rmSync(temporary, { recursive: true, force: true }));
  const script = `
    const { startPostgres } = await import(${JSON.stringify(fileURLToPath(new URL("postgres.ts", import.meta.url)))});
    const postgres = await startPostgres();
    console.log(postgres.url);
    process.stdin.resume().on("end", postgres.stop);`;
  const parent = spawn(process.execPath, ["--input-type=module", "-e", script], {
    env: { ...process.env, TMPDIR: temporary },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: parent.stdout });
  const [url] = await Promise.race([once(lines, "line"), once(parent, "exit").then(() => ["no:answer"])]);
  return { parent, url: new URL(url), temporary };
}

function listens({ hostname, port }: URL): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: hostname, port: Number(port) });
    socket.on("connect", () => resolve(true)).on("error", () => resolve(false));
    socket.on("connect", () => socket.destroy());
  });
}
