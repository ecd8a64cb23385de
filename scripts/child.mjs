import { spawn } from "node:child_process";
import { constants } from "node:os";

/** Runs a command as if it were this process: signals reach it, and the answer is the code to exit with. */
export async function runChild(command, args, options) {
  const child = spawn(command, args, options);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
  }
  const stopForwarding = forwardSignals(child);
  const code = await new Promise((resolve) => {
    child.on("error", (error) => {
      output += `${command} could not be started: ${error.message}`;
      resolve(127);
    });
    child.on("close", (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
  stopForwarding();
  return { code, output };
}

function forwardSignals(child) {
  const forward = (signal) => {
    // Ctrl-C at a terminal reaches the child by itself; a second one would make it give up its clean-up.
    if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) process.on(signal, forward);
  // npm passes a signal on to its shell only, which dies of it and leaves this process behind.
  const parentId = process.ppid;
  const isOrphan = () => process.env.npm_lifecycle_event && process.ppid !== parentId;
  const watch = setInterval(() => isOrphan() && child.kill("SIGTERM"), 250);
  return () => {
    clearInterval(watch);
    for (const signal of signals) process.off(signal, forward);
  };
}
