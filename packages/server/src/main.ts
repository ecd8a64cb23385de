#!/usr/bin/env node
import { exitCodes, UsageError } from "./commands/command.ts";
import { type Line, readLine } from "./commands/line.ts";
import { commands } from "./commands/table.ts";
import { ConfigError, readConfig } from "./config.ts";

const version = "0.1.0";

// Whatever is made here is the platform's own: databases, secrets, uploads, exports.
process.umask(0o077);

const argv = process.argv.slice(2);
let isServing = false;
process.on("unhandledRejection", fail);
try {
  await follow(readLine(argv));
} catch (error) {
  fail(error);
}

async function follow(line: Line): Promise<void> {
  if (line.kind === "version") return void process.stdout.write(`${version}\n`);
  if (line.kind === "help") return void process.stdout.write(line.text);
  const load = commands[line.name]?.load;
  if (!load) return await serveUntilStopped();
  const { args, flags, json } = line;
  const { run } = await load();
  const note = (text: string) => void process.stderr.write(`${text}\n`);
  const { data, text, exitCode = 0 } = await run({ args, flags, environment: process.env, version, note, progress });
  progress("");
  process.stdout.write(json ? `${JSON.stringify(data)}\n` : `${text}\n`);
  process.exitCode = exitCode;
}

async function serveUntilStopped(): Promise<void> {
  isServing = true;
  const { serve } = await import("./serve.ts");
  let operatorKey: string | undefined;
  const running = await serve(readConfig(process.env), {
    operatorKey(secret) {
      operatorKey = secret;
      console.log(`Operator key, shown this once: ${secret}`);
    },
    note: (text) => console.log(text),
  });
  console.log(`WizData serves on ${running.url} (reference: ${running.url}/docs)`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void running.stop().then(() => process.exit(0), fail));
  }
  // A parent that started us with a channel of its own has ended when the channel does.
  process.once("disconnect", () => void running.stop().then(() => process.exit(0), fail));
  process.send?.({ url: running.url, operator_key: operatorKey });
}

/** One line that replaces itself; nothing where nobody looks. */
function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}

function fail(error: unknown): never {
  progress("");
  const { code, exitCode, message, next } = describe(error);
  if (argv.includes("--json")) {
    const body = { code, message, exit_code: exitCode, request_id: null, hint: null, next };
    process.stdout.write(`${JSON.stringify({ error: body })}\n`);
  } else if (exitCode === exitCodes.bug) console.error(error);
  else console.error([message, ...next.map((line) => `  try: ${line}`)].join("\n"));
  process.exit(exitCode);
}

function describe(error: unknown): { code: string; exitCode: number; message: string; next: string[] } {
  if (error instanceof ConfigError) {
    const message = isServing ? error.message : error.problems.join("\n");
    return { code: "configuration", exitCode: exitCodes.configuration, message, next: [] };
  }
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof UsageError) return { code: "usage", exitCode: exitCodes.usage, message, next: [error.help] };
  if (error instanceof Error && error.name === "DamagedFile")
    return { code: "damaged", exitCode: exitCodes.integrity, message, next: [] };
  return { code: "bug", exitCode: exitCodes.bug, message, next: [] };
}
