// Runs a root task on the Node this repository pins, after installing what is missing.
// Plain JavaScript without dependencies, because it must start on any Node >= 20, in a clean clone.
import { delimiter, join } from "node:path";
import { runChild } from "./child.mjs";
import { bin, install, root } from "./install.mjs";

const tasks = {
  demo: ["node", "scripts/demo.ts"],
  start: ["node", "scripts/start.ts"],
  test: ["vitest", "run"],
  check: ["node", "scripts/check.ts"],
  openapi: ["node", "scripts/openapi.ts"],
  build: ["turbo", "run", "build", "--output-logs=new-only"],
  bench: ["node", "bench/main.ts"],
  prove: ["node", "scripts/prove.ts"],
};

const quiet = {
  DO_NOT_TRACK: "1",
  REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
  REDOCLY_TELEMETRY: "off",
  TURBO_NO_UPDATE_NOTIFIER: "1",
  TURBO_TELEMETRY_DISABLED: "1",
};

const [name = "", ...args] = process.argv.slice(2);
const task = tasks[name];
if (!task) {
  console.error(`There is no task "${name}". Tasks: ${Object.keys(tasks).join(", ")}.`);
  process.exit(2);
}
await install();
const [command, ...fixed] = task;
// Tests and the demo start many processes from sources: what is compiled once need not be compiled by each of them.
const compiled = { NODE_COMPILE_CACHE: join(root, "node_modules", ".cache", "node") };
const env = { ...process.env, ...quiet, ...compiled, PATH: [bin, process.env.PATH].join(delimiter) };
const { code, output } = await runChild(join(bin, command), [...fixed, ...args], { cwd: root, stdio: "inherit", env });
if (output) console.error(output);
process.exitCode = code;
