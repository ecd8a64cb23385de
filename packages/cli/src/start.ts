import { readEnvironment } from "./environment.ts";
import { runProgram } from "./program.ts";
import { processSink, type Terminal } from "./terminal.ts";

/** Runs the command line of this process and ends the process with its exit code. The only place that does. */
export async function start(version: string): Promise<never> {
  const stop = new AbortController();
  // A second Ctrl-C does not wait for anything.
  const interrupt = () => (stop.signal.aborted ? process.exit(130) : stop.abort("interrupted"));
  process.on("SIGINT", interrupt).on("SIGTERM", () => stop.abort("terminated"));
  for (const stream of [process.stdout, process.stderr]) stream.on("error", ignoreClosedPipe);
  const terminal: Terminal = {
    env: readEnvironment(),
    out: processSink(process.stdout),
    err: processSink(process.stderr),
    stdin: process.stdin,
    signal: stop.signal,
  };
  const exitCode = await runProgram(process.argv.slice(2), terminal, version);
  await Promise.all([flushed(process.stdout), flushed(process.stderr)]);
  process.exit(exitCode);
}

/** The reader has seen enough, as `head` does: that is no error. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
}

const flushed = (stream: NodeJS.WriteStream) => new Promise((resolve) => stream.write("", resolve));
