import { spawn } from "node:child_process";
import { once } from "node:events";

/** Makes system calls of a running process fail, its threads included, until `end` is called: then it runs on as before. */
export async function injectInto(pid: number, calls: string, fault: string): Promise<{ end(): Promise<void> }> {
  const args = ["-f", "-p", String(pid), "-o", "/dev/null", "-e", `trace=${calls}`, "-e", `inject=${calls}:${fault}`];
  const strace = spawn("strace", args, { stdio: ["ignore", "ignore", "pipe"] });
  const ended = once(strace, "exit");
  let said = "";
  strace.stderr.setEncoding("utf8");
  await new Promise<void>((resolve, reject) => {
    strace.stderr.on("data", (text: string) => {
      said += text;
      if (said.includes("attached")) resolve();
    });
    void ended.then(() => reject(new Error(`strace could not attach: ${said}`)));
  });
  return {
    async end() {
      strace.kill("SIGINT");
      await ended;
    },
  };
}
