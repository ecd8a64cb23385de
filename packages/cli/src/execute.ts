import type { Command, Context, LocalContext, Outcome } from "./command.ts";
import { DryRun, dryRunView } from "./dry-run.ts";
import { exitCodes, Failure } from "./failures.ts";
import { PageStream } from "./output/page-stream.ts";
import { type ProgressReporter, progressReporter } from "./output/progress.ts";
import { type Mode, render, renderFailure, writeNote } from "./output/render.ts";
import { confirm } from "./prompts.ts";
import { findConnection, requireKey } from "./settings/connection.ts";
import { fetchFor } from "./settings/network.ts";
import { canDraw, type Terminal } from "./terminal.ts";
import type { Timing } from "./timing.ts";
import { toFailure } from "./to-failure.ts";

export type Call = {
  command: Command;
  input: Record<string, unknown>;
  profileFlag: string | undefined;
  yes: boolean;
  isDryRun: boolean;
  isTimed: boolean;
};

/** Runs one command, prints what it returned or why it failed, and says what the process exits with. */
export async function execute(terminal: Terminal, mode: Mode, version: string, call: Call): Promise<number> {
  const timing = call.isTimed ? await startTiming() : undefined;
  const progress = progressReporter(terminal);
  try {
    timing?.started();
    const outcome = await orAbort(terminal.signal, outcomeOf(terminal, version, call, progress)).finally(
      progress.clear,
    );
    const printing = print(terminal, mode, outcome);
    return await (timing ? timing.rendering(printing) : printing);
  } catch (error) {
    const failure = await toFailure(error, terminal);
    await renderFailure(terminal, mode, failure);
    return failure.exitCode;
  } finally {
    if (timing) await writeNote(terminal, timing.line());
  }
}

async function startTiming(): Promise<Timing> {
  const { Timing } = await import("./timing.ts");
  return new Timing();
}

async function print(terminal: Terminal, mode: Mode, { data, view, live, exit = "fine" }: Outcome): Promise<number> {
  if (!(data instanceof PageStream)) {
    await render(terminal, mode, data, view);
    return exitCodes[exit];
  }
  if (live && mode === "text" && canDraw(terminal, terminal.out)) {
    const { renderLive } = await import("./output/live-view.ts");
    await renderLive(terminal, data, live);
    return exitCodes.fine;
  }
  const { renderStream } = await import("./output/stream.ts");
  // The next state is long in coming, so none is held back until others have.
  const failure = await renderStream(terminal, mode, data, view, (error) => toFailure(error, terminal), live && 1);
  return failure?.exitCode ?? 0;
}

async function outcomeOf(
  terminal: Terminal,
  version: string,
  call: Call,
  progress: ProgressReporter,
): Promise<Outcome> {
  const { command, input, isDryRun, yes } = call;
  if (command.confirm && !isDryRun) await confirm(terminal, command.confirm(input), yes);
  const dryRun = isDryRun ? new DryRun(fetchFor(terminal.env)) : undefined;
  const context = localContext(terminal, version, call, progress, dryRun);
  const perform = (given: Record<string, unknown>) => performWith(context, command, given);
  const isToFile = input.output !== undefined || input.checkpoint !== undefined;
  if (command.flags.checkpoint && isToFile) {
    const { performToFile } = await import("./save.ts");
    return performToFile(context, command, input, perform);
  }
  if (!dryRun) return perform(input);
  // A request that is held back ends the command in one way or another; what it would have sent is what counts.
  const [outcome] = await Promise.allSettled([perform(input)]);
  if (dryRun.isHeld) {
    const report = await dryRun.report();
    return { data: report, view: () => dryRunView(report) };
  }
  if (outcome.status === "rejected") throw outcome.reason;
  return outcome.value;
}

async function performWith(context: LocalContext, command: Command, input: Record<string, unknown>): Promise<Outcome> {
  // A local command states that it takes a LocalContext, so it never looks for the client.
  if (command.isLocal) return command.perform(context as Context, input);
  const wizdata = await context.connect(await context.connection());
  return command.perform({ ...context, wizdata }, input);
}

function localContext(
  terminal: Terminal,
  version: string,
  { command, input, profileFlag }: Call,
  progress: ProgressReporter,
  dryRun: DryRun | undefined,
): LocalContext {
  return {
    terminal,
    signal: terminal.signal,
    version,
    profileFlag,
    isDryRun: dryRun !== undefined,
    fetch: dryRun?.fetch ?? fetchFor(terminal.env),
    connection: () => findConnection(terminal.env, profileFlag),
    connect: async (connection) => {
      // Before the client is loaded, for most people who are not logged in find it out here.
      requireKey(connection);
      const { openClient } = await import("./settings/client.ts");
      return openClient(connection, {
        env: terminal.env,
        version,
        isBulk: command.isBulk(input),
        dryRun: dryRun?.fetch,
      });
    },
    note: async (text) => {
      await progress.clear();
      await writeNote(terminal, text);
    },
    progress: progress.show,
    endProgress: progress.clear,
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
