import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openPostgres } from "../store/postgres.ts";
import { openSqlite } from "../store/sqlite.ts";
import type { Store } from "../store/store.ts";
import { createDatabase, isPostgres } from "./world.ts";

const main = fileURLToPath(new URL("../main.ts", import.meta.url));
const secret = Buffer.alloc(32, 7).toString("base64");

export type ServerProcess = {
  url: string;
  pid: number;
  /** Made at the first start only. */
  operatorKey: string | undefined;
  /** Ends it like a failure of the machine. */
  kill(): Promise<void>;
  /** Ends it like an operator: what runs is drained. Gives its exit code. */
  stop(): Promise<number | null>;
};

/** A home and a database that outlive the processes which serve them. */
export async function openPlatform(settings: Record<string, string> = {}) {
  const home = mkdtempSync(join(tmpdir(), "wizdata-platform-"));
  const database = isPostgres ? await createDatabase() : undefined;
  const env = {
    WIZDATA_HOME: home,
    WIZDATA_PORT: "0",
    WIZDATA_LOG: "error",
    WIZDATA_SECRET: secret,
    ...(database && { DATABASE_URL: database.url }),
    ...settings,
  };

  /** `changes` to its settings make it another platform, such as a restored one. */
  async function start(changes: Record<string, string> = {}): Promise<ServerProcess> {
    const child = fork(main, [], {
      env: { ...env, ...changes },
      execArgv: [],
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    const exit = once(child, "exit");
    const started = await Promise.race([
      once(child, "message"),
      exit.then(([code]) => Promise.reject(new Error(`ended with ${code}`))),
    ]);
    const [{ url, operator_key: operatorKey }] = started as [{ url: string; operator_key?: string }]; // what main.ts sends
    const end = async (signal: NodeJS.Signals) => {
      child.kill(signal);
      const [code] = await exit;
      return code as number | null; // what "exit" tells
    };
    return {
      url,
      pid: child.pid ?? 0,
      operatorKey,
      kill: async () => void (await end("SIGKILL")),
      stop: () => end("SIGTERM"),
    };
  }

  return {
    home,
    env,
    start,
    /** The database itself, while no process serves it. */
    async openStore(): Promise<Store> {
      return database ? openPostgres({ url: database.url }) : openSqlite(join(home, "control.sqlite"));
    },
    async close() {
      await database?.drop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
