import type { CommanderError } from "commander";
import { commandLine } from "./command-line.ts";
import { nouns } from "./commands/table.ts";
import { type Failure, usageFailure } from "./failures.ts";
import { knownPath } from "./find-command.ts";

/** Says what is wrong with a command line, and the one that was probably meant. */
export function commandLineFailure(error: CommanderError, argv: readonly string[]): Failure {
  const { path, entry } = knownPath(argv);
  const help = ["wizdata", ...path, "--help"].join(" ");
  // All that commander says where a verb is missing.
  if (error.code === "commander.help") {
    const names = Object.keys(entry && "verbs" in entry ? entry.verbs : nouns);
    return usageFailure(`Say what to do: ${names.join(", ")}.`, { next: [help] });
  }
  const [message = "", suggestion] = error.message.replace(/^error: /, "").split("\n");
  const corrected = correct(argv, message, suggestion);
  return usageFailure(sentence(message), {
    hint: suggestion?.replace(/^\((.*)\)$/, "$1"),
    next: corrected === undefined ? [help] : [corrected, help],
  });
}

function correct(argv: readonly string[], message: string, suggestion = ""): string | undefined {
  const wrong = /^unknown (?:command|option) '([^']+)'|argument '([^']+)' is invalid/.exec(message);
  const meant = /Did you mean (?:one of )?([\w-]+)/.exec(message + suggestion)?.[1];
  const word = wrong?.[1] ?? wrong?.[2];
  if (word === undefined || meant === undefined || !argv.includes(word)) return undefined;
  return commandLine(argv.map((given) => (given === word ? meant : given)));
}

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?!]$/.test(text) ? "" : "."}`;
