import type { Command, Context, LocalContext } from "./command.ts";
import { Failure } from "./failures.ts";
import { progressLine } from "./output/progress.ts";
import { type Mode, render, renderFailure, writeNote } from "./output/render.ts";
import { RowStream } from "./output/view.ts";
import { confirm } from "./prompts.ts";
import { findConnection, requireKey } from "./settings/connection.ts";
import type { Terminal } from "./terminal.ts";
import { toFailure } from "./to-failure.ts";

export type Call = { command: Command; input: Record<string, unknown>; profileFlag: string | undefined; yes: boolean };

/** Runs one command, prints what it returned or why it failed, and says what the process exits with. */
export async function execute(terminal: Terminal, mode: Mode, version: string, call: Call): Promise<number> {
  const line = progressLine(terminal);
  const context = localContext(terminal, version, call, line.show);
  try {
    const { data, view } = await orAbort(terminal.signal, perform(context, call));
    line.clear();
    if (!(data instanceof RowStream)) {
      await render(terminal, mode, data, view);
      return 0;
    }
    const { renderStream } = await import("./output/stream.ts");
    const failure = await renderStream(terminal, mode, data, (error) => toFailure(error, terminal));
    return failure?.exitCode ?? 0;
  } catch (error) {
    line.clear();
    const failure = await toFailure(error, terminal);
    await renderFailure(terminal, mode, failure);
    return failure.exitCode;
  }
}

async function perform(context: LocalContext, { command, input, yes }: Call) {
  if (command.confirm) await confirm(context.terminal, command.confirm(input), yes);
  if (command.isLocal) {
    // A local command states that it takes a LocalContext, so it never looks for the client.
    return command.perform(context as Context, input);
  }
  const wizdata = await context.connect(await context.connection());
  return command.perform({ ...context, wizdata }, input);
}

function localContext(
  terminal: Terminal,
  version: string,
  { command, input, profileFlag }: Call,
  progress: LocalContext["progress"],
): LocalContext {
  return {
    terminal,
    signal: terminal.signal,
    version,
    profileFlag,
    connection: () => findConnection(terminal.env, profileFlag),
    connect: async (connection) => {
      // Before the client is loaded, for most people who are not logged in find it out here.
      requireKey(connection);
      const { openClient } = await import("./settings/client.ts");
      return openClient(connection, { env: terminal.env, version, isBulk: command.isBulk(input) });
    },
    note: (text) => writeNote(terminal, text),
    progress,
  };
}

const graceMs = 1_000;

/** After Ctrl-C a command may clear up, such as half a download; one that does not end is left where it is. */
function orAbort<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => setTimeout(() => reject(new Failure("interrupted", "interrupted", "Stopped.")), graceMs);
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}
