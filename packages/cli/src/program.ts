import { keyPattern } from "@wizdata/shared";
import { Command as Commander, CommanderError } from "commander";
import type { Command } from "./command.ts";
import { type Entry, nouns } from "./commands/table.ts";
import { type Call, execute } from "./execute.ts";
import { type Failure, usageFailure } from "./failures.ts";
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
    const call = await readCall(argv, terminal);
    return call ? await execute(terminal, mode, version, call) : 0;
  } catch (error) {
    const failure = await toFailure(error, terminal);
    await renderFailure(terminal, mode, failure);
    return failure.exitCode;
  }
}

/** Known before the command line is read, for it may be wrong and the error is printed in this mode too. */
function modeOf(argv: readonly string[]): Mode {
  const end = argv.indexOf("--");
  const flags = end === -1 ? argv : argv.slice(0, end);
  return flags.includes("--ndjson") ? "ndjson" : flags.includes("--json") ? "json" : "text";
}

function keyOnCommandLine(): Failure {
  return usageFailure("An API key must not stand on the command line: other users of this machine can see it there.", {
    hint: "Give it on standard input, in a file, or in WIZDATA_API_KEY. Replace this one if others may have seen it.",
    next: ["wizdata auth login --key-stdin"],
  });
}

async function readCall(argv: readonly string[], terminal: Terminal): Promise<Call | undefined> {
  let call: Call | undefined;
  let help = "";
  const program = newProgram(terminal, (text) => {
    help += text;
  });
  addEntries(program, nouns, (command, { yes = false, ...input }) => {
    const { profile } = program.opts<{ profile?: string }>();
    call = { command, input, profileFlag: profile, yes: yes === true };
  });
  try {
    if (argv.length === 0) program.outputHelp();
    else await program.parseAsync([...argv], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) throw asUsageFailure(error, argv);
  }
  if (help) await terminal.out.write(help);
  return call;
}

function newProgram(terminal: Terminal, writeHelp: (text: string) => void): Commander {
  return new Commander("wizdata")
    .description("Run a data business, or use its data, from the terminal.")
    .option("--json", "print one JSON value on stdout and nothing else")
    .option("--ndjson", "print one JSON object a line")
    .option("--profile <name>", "use this saved profile instead of the current one")
    .helpOption("-h, --help", "show this help")
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
      "\nEvery noun and verb has --help, with examples. wizdata --version says which version this is.\n",
    );
}

type Chosen = (command: Command, input: Record<string, unknown>) => void;

/** Names and summaries come from the table; a command's own module is imported only when it is the one asked for. */
function addEntries(parent: Commander, entries: Readonly<Record<string, Entry>>, chosen: Chosen): void {
  parent.helpCommand("help [command]", "show help for a command");
  for (const [name, entry] of Object.entries(entries)) {
    const child = parent.command(name).summary(entry.summary).description(`${entry.summary}.`);
    if ("verbs" in entry) addEntries(child, entry.verbs, chosen);
    else child.action(() => {});
  }
  parent.hook("preSubcommand", async (_, child) => {
    const entry = entries[child.name()];
    if (!entry || "verbs" in entry) return;
    const { default: command } = await entry.load();
    fill(child, command, (input) => chosen(command, input));
  });
}

function asUsageFailure(error: CommanderError, argv: readonly string[]): Failure {
  const [noun, verb] = argv.filter((word) => !word.startsWith("-"));
  const entry = noun !== undefined && Object.hasOwn(nouns, noun) ? nouns[noun] : undefined;
  const verbs = entry && "verbs" in entry ? entry.verbs : undefined;
  const known = [entry && noun, verb && verbs && Object.hasOwn(verbs, verb) ? verb : undefined].filter(
    (word) => word !== undefined,
  );
  const next = [["wizdata", ...known, "--help"].join(" ")];
  // All that commander says where a verb is missing.
  if (error.code === "commander.help")
    return usageFailure(`Say what to do: ${Object.keys(verbs ?? nouns).join(", ")}.`, { next });
  const [message = "", suggestion] = error.message.replace(/^error: /, "").split("\n");
  return usageFailure(sentence(message), { hint: suggestion?.replace(/^\((.*)\)$/, "$1"), next });
}

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?!]$/.test(text) ? "" : "."}`;
