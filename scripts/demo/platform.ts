import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const serverMain = fileURLToPath(new URL("../../packages/server/src/main.ts", import.meta.url));

export type Platform = { url: string; operatorKey: string | undefined; child: ChildProcess; stop(): Promise<void> };

/** A real server as a process of its own; resolves when it answers. It ends with this process, however that ends. */
export async function startPlatform(
  environment: Record<string, string>,
  output: "inherit" | "ignore" = "ignore",
): Promise<Platform> {
  const child = fork(serverMain, [], {
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
