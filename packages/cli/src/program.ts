import { keyPattern } from "@wizdata/shared";
import { Command as Commander, CommanderError } from "commander";
import type { Command } from "./command.ts";
import { type Entry, nouns } from "./commands/table.ts";
import { type Call, execute } from "./execute.ts";
import { type Failure, usageFailure } from "./failures.ts";
import { findCommand, hasFlag } from "./find-command.ts";
import { askForHelp } from "./help/ask-for-help.ts";
import { type Mode, renderFailure } from "./output/render.ts";
import { fill } from "./parse.ts";
import { paint, type Terminal } from "./terminal.ts";
import { toFailure } from "./to-failure.ts";

const helpCharsMax = 120;

/** Reads a command line, runs the command it names and says what to exit with. */
export async function runProgram(argv: readonly string[], terminal: Terminal, version: string): Promise<number> {
  const mode = modeOf(argv);
  try {
    if (argv.some((word) => keyPattern.test(word))) throw keyOnCommandLine();
    if (await answeredAtOnce(argv, terminal, version)) return 0;
    const asked = askForHelp(argv);
    if (asked && "topic" in asked) {
      const { topicText } = await import("./help/topic-text.ts");
      await terminal.out.write(topicText(asked.topic));
      return 0;
    }
    const call = await readCall(asked?.argv ?? argv, terminal);
    return call ? await execute(terminal, mode, version, call) : 0;
  } catch (error) {
    const failure = await toFailure(error, terminal);
    await renderFailure(terminal, mode, failure);
    return failure.exitCode;
  }
}

/** Known before the command line is read, for it may be wrong and the error is printed in this mode too. */
function modeOf(argv: readonly string[]): Mode {
  return hasFlag(argv, "--ndjson") ? "ndjson" : hasFlag(argv, "--json") ? "json" : "text";
}

function keyOnCommandLine(): Failure {
  return usageFailure("An API key must not stand on the command line: other users of this machine can see it there.", {
    hint: "Give it on standard input, in a file, or in WIZDATA_API_KEY. Replace this one if others may have seen it.",
    next: ["wizdata auth login --key-stdin"],
  });
}

/** What needs neither the whole command line nor a server: `--schema`, and the names that a shell completes. */
async function answeredAtOnce(argv: readonly string[], terminal: Terminal, version: string): Promise<boolean> {
  if (argv[0] === "__complete") {
    const { completeValues } = await import("./completion/values.ts");
    await completeValues(argv[1], terminal, version);
    return true;
  }
  if (!hasFlag(argv, "--schema") || hasFlag(argv, "--help") || hasFlag(argv, "-h")) return false;
  const found = findCommand(argv);
  if (!found) throw usageFailure("--schema goes with a command.", { next: ["wizdata keys show --schema"] });
  const { schemaText } = await import("./output/schema-text.ts");
  await terminal.out.write(await schemaText(found, hasFlag(argv, "--ndjson"), terminal.out.isTerminal));
  return true;
}

async function readCall(argv: readonly string[], terminal: Terminal): Promise<Call | undefined> {
  let call: Call | undefined;
  let help = "";
  const program = newProgram(terminal, (text) => {
    help += text;
  });
  addEntries(program, nouns, (command, { dryRun = false, ...input }) => {
    const { profile, timing = false } = program.opts<{ profile?: string; timing?: boolean }>();
    call = {
      command,
      input,
      profileFlag: profile,
      yes: input.yes === true,
      isDryRun: dryRun === true,
      isTimed: timing,
    };
  });
  try {
    if (argv.length === 0) program.outputHelp();
    else await program.parseAsync([...argv], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) {
      const { commandLineFailure } = await import("./command-line-failure.ts");
      throw commandLineFailure(error, argv);
    }
  }
  if (help) await terminal.out.write(help);
  return call;
}

function newProgram(terminal: Terminal, writeHelp: (text: string) => void): Commander {
  return new Commander("wizdata")
    .description("Run a data business, or use its data, from the terminal.")
    .option("--json", "print one JSON value on stdout and nothing else")
    .option("--ndjson", "print one JSON object a line, while pages arrive")
    .option("--profile <name>", "use this saved profile instead of the current one")
    .option("--schema", "print the JSON Schema of what --json would print, and do nothing else")
    .option("--timing", "say on stderr where the time went")
    .helpOption("-h, --help", "show this help")
    .helpCommand("help [command]", "show help for a command or a topic")
    .exitOverride()
    .configureOutput({
      writeOut: writeHelp,
      // An error is printed once, by the renderer.
      writeErr: () => {},
      getOutHasColors: () => terminal.out.isTerminal,
      getOutHelpWidth: () => Math.min(terminal.out.columns ?? helpCharsMax, helpCharsMax),
    })
    .configureHelp({ showGlobalOptions: true, styleTitle: (title) => paint(terminal, terminal.out, "bold", title) })
    .addHelpText(
      "after",
      "\nEvery noun and verb has --help, with examples. wizdata --version says which version this is.\n" +
        "Topics: wizdata help exit-codes, output, environment.\n",
    );
}

type Chosen = (command: Command, input: Record<string, unknown>) => void;

/** Names and summaries come from the table; a command's own module is imported only when it is the one asked for. */
function addEntries(parent: Commander, entries: Readonly<Record<string, Entry>>, chosen: Chosen): void {
  for (const [name, entry] of Object.entries(entries)) {
    const child = parent.command(name).summary(entry.summary).description(`${entry.summary}.`);
    if ("verbs" in entry)
      addEntries(child.helpCommand("help [command]", "show help for a command"), entry.verbs, chosen);
    else child.action(() => {});
  }
  parent.hook("preSubcommand", async (_, child) => {
    const entry = entries[child.name()];
    if (!entry || "verbs" in entry) return;
    const { default: command } = await entry.load();
    fill(child, command, (input) => chosen(command, input));
  });
}
