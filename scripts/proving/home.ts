import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { family } from "../../bench/process-usage.ts";

const main = fileURLToPath(new URL("../../packages/server/src/main.ts", import.meta.url));
const secret = Buffer.alloc(32, 7).toString("base64");

export type Server = {
  url: string;
  pid: number;
  /** From its start to the moment at which it answers. */
  readyMs: number;
  /** Its exit code, or null where a signal ended it. */
  ended: Promise<number | null>;
  /** Ends it like a failure of the machine. */
  kill(): Promise<void>;
  /** Ends it like an operator: what runs is drained. */
  stop(): Promise<void>;
};

export type Start = {
  /** What the server is started under, such as strace. */
  under?: readonly string[];
  settings?: Record<string, string>;
};

/** A folder and perhaps a database that outlive the server processes on them. */
export type Home = {
  folder: string;
  databaseUrl: string | undefined;
  /** Made by the first start. */
  operatorKey: string;
  start(how?: Start): Promise<Server>;
  /** `wizdata-server check`. @throws with all that it found, unless all invariants hold. */
  check(): Promise<void>;
};

type Options = {
  databaseUrl?: string | undefined;
  folder?: string;
  settings?: Record<string, string>;
  /** A home to begin with what is in another one, on which nothing runs. */
  from?: Home;
};

/** Gives `work` a home, ends whatever still runs on it afterwards, and leaves nothing behind. */
export async function withHome<T>(work: (home: Home) => Promise<T>, options: Options = {}): Promise<T> {
  const { databaseUrl, folder = mkdtempSync(join(tmpdir(), "wizdata-proof-")), settings, from } = options;
  // As the server makes it: for its owner only.
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (from) cpSync(from.folder, folder, { recursive: true });
  const running = new Set<Server>();
  const env = {
    ...process.env,
    WIZDATA_HOME: folder,
    WIZDATA_PORT: "0",
    WIZDATA_LOG: "fatal",
    WIZDATA_SECRET: secret,
    DATABASE_URL: databaseUrl ?? "",
    WIZDATA_UNMETERED_CALLS_PER_MINUTE: "1000000",
    WIZDATA_FAILED_KEYS_PER_MINUTE: "1000000",
    WIZDATA_DRAIN_NOTICE_MS: "0",
    ...settings,
  };
  const home: Home = {
    folder,
    databaseUrl,
    operatorKey: from?.operatorKey ?? "",
    async start({ under = [], settings: more } = {}) {
      const { server, operatorKey } = await launch(under, { ...env, ...more });
      running.add(server);
      void server.ended.then(() => running.delete(server));
      if (operatorKey !== undefined) home.operatorKey = operatorKey;
      return server;
    },
    async check() {
      const child = spawn(process.execPath, [main, "check"], { env, stdio: ["ignore", "pipe", "pipe"] });
      const exit = once(child, "exit");
      const told = await Promise.all([text(child.stdout), text(child.stderr)]);
      const [code] = await exit;
      if (code !== 0) throw new Error(`wizdata-server check ended with ${code}: ${told.join("\n")}`);
    },
  };
  try {
    return await work(home);
  } finally {
    await Promise.all([...running].map((server) => server.kill()));
    rmSync(folder, { recursive: true, force: true });
  }
}

async function launch(under: readonly string[], env: NodeJS.ProcessEnv) {
  const startedAt = performance.now();
  const [execPath = process.execPath, ...execArgv] = under.length > 0 ? [...under, process.execPath] : [];
  const child = fork(main, [], { env, execPath, execArgv, stdio: ["ignore", "ignore", "pipe", "ipc"] });
  let said = "";
  child.stderr?.setEncoding("utf8").on("data", (piece: string) => {
    said = (said + piece).slice(-4_000);
  });
  const ended = once(child, "exit").then(([code]) => code as number | null); // what "exit" tells
  const early = ended.then((code) => Promise.reject(new Error(`the server ended with ${code}: ${said}`)));
  const [message] = await Promise.race([once(child, "message"), early]);
  early.catch(() => {});
  const { url, operator_key: operatorKey } = message as { url: string; operator_key?: string }; // what main.ts sends
  const pid = under.length > 0 ? tracedBy(child) : (child.pid ?? 0);
  const end = async (signal: NodeJS.Signals) => {
    // One that is stopped would not see it.
    if (child.exitCode === null && child.signalCode === null) for (const one of [signal, "SIGCONT"]) send(pid, one);
    await ended;
  };
  const server: Server = {
    url,
    pid,
    readyMs: performance.now() - startedAt,
    ended,
    kill: () => end("SIGKILL"),
    stop: () => end("SIGTERM"),
  };
  return { server, operatorKey };
}

/** The server itself, not the shell or strace around it. */
function tracedBy({ pid = 0 }: ChildProcess): number {
  return family(pid).at(1) ?? pid;
}

export function send(pid: number, signal: string): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has just ended by itself.
  }
}
