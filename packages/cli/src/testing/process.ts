import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

const main = fileURLToPath(new URL("../main.ts", import.meta.url));
// Half of a short run is reading TypeScript, which is the same every time.
const compileCache = fileURLToPath(new URL("../../../../node_modules/.cache/node-compile-cache", import.meta.url));

export type Ended = { code: number | null; stdout: string; stderr: string };
type Options = { env?: Record<string, string>; input?: string };
/** `onTestFinished`, `afterAll`, or anything that does as told at the end. */
export type OnFinished = (clear: () => void | Promise<void>) => void;
export type Cli = { home: string; run(args: readonly string[], options?: Options): Promise<Ended> };

/** The real command as a process of its own, with a home of its own and nothing else of this machine's environment. */
export function openCli(env: Record<string, string> = {}, onFinished: OnFinished = onTestFinished): Cli {
  const home = mkdtempSync(join(tmpdir(), "wizdata-cli-"));
  onFinished(() => rmSync(home, { recursive: true, force: true }));
  const run = (args: readonly string[], { env: more = {}, input = "" }: Options = {}) =>
    new Promise<Ended>((resolve, reject) => {
      const child = spawn(process.execPath, [main, ...args], {
        cwd: home,
        env: { HOME: home, NODE_COMPILE_CACHE: compileCache, ...env, ...more },
      });
      const ended: Ended = { code: null, stdout: "", stderr: "" };
      child.stdout.setEncoding("utf8").on("data", (text: string) => {
        ended.stdout += text;
      });
      child.stderr.setEncoding("utf8").on("data", (text: string) => {
        ended.stderr += text;
      });
      child.on("error", reject).on("close", (code) => resolve({ ...ended, code }));
      child.stdin.on("error", () => {}).end(input);
    });
  return { home, run };
}

/** The one JSON value on stdout; throws where there is none, or more than one. */
// biome-ignore lint/suspicious/noExplicitAny: a test looks into any value
export function json({ stdout }: Ended): any {
  if (!stdout.endsWith("\n") || stdout.trimEnd().includes("\n")) throw new Error(`Not one line of JSON: ${stdout}`);
  return JSON.parse(stdout);
}

/** The words of a command line as a shell reads them: spaces divide, quotes hold together. */
export function shellWords(line: string): string[] {
  const [command = ""] = line.split(/ [<|>] /);
  return [...command.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, bare]) => single ?? double ?? bare ?? "",
  );
}
