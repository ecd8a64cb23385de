// Runs a root task on the Node this repository pins, after installing what is missing.
// Plain JavaScript without dependencies, because it must start on any Node >= 20, in a clean clone.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { delimiter, join } from "node:path";
import { bin, install, root } from "./install.mjs";

const tasks = {
  demo: ["node", "scripts/demo.ts"],
  start: ["node", "scripts/start.ts"],
  test: ["vitest", "run"],
  check: ["node", "scripts/check.ts"],
  openapi: ["node", "scripts/openapi.ts"],
  build: ["turbo", "run", "build", "--output-logs=new-only"],
  bench: ["node", "bench/main.ts"],
};

const [name = "", ...args] = process.argv.slice(2);
const task = tasks[name];
if (!task) {
  console.error(`There is no task "${name}". Tasks: ${Object.keys(tasks).join(", ")}.`);
  process.exit(2);
}
install();
run(task, args);

function run([command, ...fixed], args) {
  const child = spawn(join(bin, command), [...fixed, ...args], { cwd: root, stdio: "inherit", env: environment() });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      // Ctrl-C at a terminal reaches the child by itself; a second one would make it give up its clean-up.
      if (signal === "SIGINT" && process.stdin.isTTY) return;
      child.kill(signal);
    });
  }
  // npm passes a signal on to its shell only, which dies of it and leaves this process behind.
  const parentId = process.ppid;
  const isOrphan = () => process.env.npm_lifecycle_event && process.ppid !== parentId;
  setInterval(() => isOrphan() && child.kill("SIGTERM"), 500).unref();
  child.on("error", (error) => {
    console.error(`${command} could not be started: ${error.message}`);
    process.exit(1);
  });
  child.on("exit", (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}

function environment() {
  return {
    ...process.env,
    PATH: [bin, process.env.PATH].join(delimiter),
    DO_NOT_TRACK: "1",
    TURBO_TELEMETRY_DISABLED: "1",
    TURBO_NO_UPDATE_NOTIFIER: "1",
    REDOCLY_TELEMETRY: "off",
    REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
  };
}
