import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { test } from "vitest";

const main = fileURLToPath(new URL("../main.ts", import.meta.url));
const noServer = "http://127.0.0.1:1";

/** `script` of Linux opens a terminal; that of other systems takes other flags. */
export const onTerminal = test.skipIf(process.platform !== "linux");

export const exitOf = (child: ChildProcess) => new Promise((resolve) => child.on("close", resolve));

type Answers = readonly (readonly [question: string | RegExp, answer: string])[];

/** Runs a command line on a terminal of its own and types each answer when its question appears. */
export async function type(line: string, answers: Answers, baseURL = noServer) {
  const child = spawn("script", ["-qec", `"${process.execPath}" "${main}" ${line}`, "/dev/null"], {
    env: {
      PATH: process.env.PATH,
      HOME: "/nonexistent",
      TERM: "xterm",
      WIZDATA_API_KEY: "wz_live_x",
      WIZDATA_BASE_URL: baseURL,
    },
  });
  const left = [...answers];
  let shown = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    shown += text;
    const [next] = left;
    // Not before it is asked for: until then the terminal itself would show it.
    if (!next || shown.search(typeof next[0] === "string" ? literal(next[0]) : next[0]) < 0) return;
    left.shift();
    child.stdin.write(`${next[1]}\r`);
  });
  return { code: await exitOf(child), shown };
}

const literal = (text: string) => new RegExp(text.replace(/[^\w\s]/g, "\\$&"));
