import { parseArgs } from "node:util";
import { type Flag, UsageError } from "./command.ts";
import { helpOf } from "./help.ts";
import { nearest } from "./nearest.ts";
import { commands } from "./table.ts";

/** What a command line asks for. */
export type Line =
  | { kind: "version" }
  | { kind: "help"; text: string }
  | { kind: "run"; name: string; args: string[]; flags: Record<string, string | boolean | undefined>; json: boolean };

/** @throws UsageError that says what was probably meant. */
export function readLine(argv: readonly string[]): Line {
  if (argv.some((arg) => arg === "--version" || arg === "-V")) return { kind: "version" };
  const [first] = argv;
  const name = first === undefined || first.startsWith("-") ? "serve" : first;
  const command = commands[name];
  if (name === "help" || argv.includes("--help") || argv.includes("-h"))
    return { kind: "help", text: helpOf(name === "help" ? argv[1] : first === name ? name : undefined) };
  if (!command) throw unknown("command", name, Object.keys(commands), "wizdata-server --help");
  const rest = argv.slice(first === name ? 1 : 0);
  const help = `wizdata-server ${name} --help`;
  const { values, positionals } = parse(rest, name, help);
  const missing = command.args[positionals.length];
  if (missing !== undefined) throw new UsageError(`${missing} is missing: ${command.examples[0]}`, help);
  const tooMany = positionals[command.args.length];
  if (tooMany !== undefined) throw new UsageError(`"${tooMany}" is one argument too many.`, help);
  const { json = false, ...flags } = values;
  return { kind: "run", name, args: positionals, flags, json: json === true };
}

function parse(rest: readonly string[], name: string, help: string) {
  const flags: Record<string, Flag> = { ...commands[name]?.flags, json: { says: "" } };
  const options = Object.fromEntries(
    Object.entries(flags).map(([flag, { value }]) => [
      flag,
      { type: value === undefined ? ("boolean" as const) : ("string" as const) },
    ]),
  );
  const { tokens } = parseArgs({ args: [...rest], options, strict: false, allowPositionals: true, tokens: true });
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const option = options[token.name];
    if (!option)
      throw unknown(
        "flag",
        token.rawName,
        Object.keys(options).map((flag) => `--${flag}`),
        help,
      );
    if (option.type === "string" && token.value === undefined)
      throw new UsageError(`${token.rawName} needs a value.`, help);
    if (option.type === "boolean" && token.value !== undefined)
      throw new UsageError(`${token.rawName} takes no value.`, help);
  }
  return parseArgs({ args: [...rest], options, allowPositionals: true });
}

function unknown(what: string, given: string, known: string[], help: string): UsageError {
  const meant = nearest(given, known);
  const hint = meant === undefined ? `It is one of: ${known.join(", ")}.` : `Did you mean ${meant}?`;
  return new UsageError(`There is no ${what} "${given}". ${hint}`, help);
}
