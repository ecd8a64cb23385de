import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const cliMain = fileURLToPath(new URL("../../packages/cli/src/main.ts", import.meta.url));
const isTerminal = process.stdout.isTTY;
const bold = (text: string) => (isTerminal ? `\u001b[1m${text}\u001b[0m` : text);

export type RunOptions = {
  stdin?: string;
  /** The exit code this command has to end with; another one fails the demo. */
  exitCode?: number;
  /** What to print instead of a secret, and of a path that differs on each machine. */
  hide?: Record<string, string>;
};

export type Shell = {
  title(text: string): void;
  /** Runs `wizdata …` as a user would, with its output on this terminal. */
  run(line: string, options?: RunOptions): Promise<void>;
  /** The same with --json: prints the answer and returns it. */
  json<T>(line: string, options?: RunOptions): Promise<T>;
};

/** `runtimeArgs` come before the command's own file, where the runtime needs any. */
export function openShell(
  environment: Record<string, string>,
  execPath = process.execPath,
  runtimeArgs: readonly string[] = [],
): Shell {
  async function execute(line: string, { stdin = "", exitCode = 0 }: RunOptions, capture: boolean): Promise<string> {
    const child = spawn(execPath, [...runtimeArgs, cliMain, ...words(line)], {
      env: { ...process.env, ...environment },
      stdio: ["pipe", capture ? "pipe" : "inherit", "inherit"],
    });
    child.stdin?.end(stdin);
    let output = "";
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
    const code = await new Promise((resolve) => child.on("close", resolve));
    if (code !== exitCode) throw new Error(`wizdata ${line} ended with ${code}, not ${exitCode}: ${output}`);
    return output;
  }

  const prompt = (line: string) => console.log(`\n${bold(`$ wizdata ${line}`)}`);
  return {
    title: (text) => console.log(`\n${bold(`── ${text} ${"─".repeat(Math.max(0, 90 - text.length))}`)}`),
    async run(line, options = {}) {
      prompt(line);
      await execute(line, options, false);
    },
    async json<T>(line: string, options: RunOptions = {}) {
      prompt(`${line} --json`);
      const output = await execute(`${line} --json`, options, true);
      const shown = Object.entries(options.hide ?? {}).reduce(
        (text, [secret, instead]) => text.replaceAll(secret, instead),
        output,
      );
      process.stdout.write(shown);
      return JSON.parse(output) as T; // the command's documented shape
    },
  };
}

/** The words of a command line: single quotes keep spaces. */
function words(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
}
