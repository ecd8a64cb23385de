import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { onNode } from "./runtime.ts";

const serverMain = fileURLToPath(new URL("../../packages/server/src/main.ts", import.meta.url));

export type Platform = { url: string; operatorKey: string | undefined; child: ChildProcess; stop(): Promise<void> };

/** A real server as a process of its own; resolves when it answers. It ends with this process, however that ends. */
export async function startPlatform(
  environment: Record<string, string>,
  output: "inherit" | "ignore" = "ignore",
  runtime = onNode,
): Promise<Platform> {
  const { WIZDATA_HOME: home = ".wizdata", DATABASE_URL: databaseUrl } = environment;
  const child = fork(serverMain, [], {
    execPath: runtime.execPath,
    execArgv: runtime.serverArgs(resolve(home), databaseUrl || undefined),
    env: { ...process.env, ...environment },
    stdio: ["ignore", output, "inherit", "ipc"],
  });
  const ready = once(child, "message");
  const ended = once(child, "exit");
  const [message] = await Promise.race([
    ready,
    ended.then(([code]) => Promise.reject(new Error(`the server ended with ${code}`))),
  ]);
  const { url, operator_key: operatorKey } = message as { url: string; operator_key?: string }; // what main.ts sends
  return {
    url,
    operatorKey,
    child,
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
