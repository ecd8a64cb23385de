import { Argument, type Command as Commander, InvalidArgumentError, Option } from "commander";
import type { Command } from "./command.ts";
import { type Field, InvalidValue } from "./fields.ts";

/** Teaches commander the arguments and flags of one command. */
export function fill(commander: Commander, command: Command, chosen: (input: Record<string, unknown>) => void): void {
  const argNames = Object.keys(command.args);
  commander.description(command.details ? `${command.summary}.\n\n${command.details}` : `${command.summary}.`);
  for (const [name, field] of Object.entries(command.args)) commander.addArgument(argumentOf(name, field));
  for (const [name, field] of Object.entries(command.flags)) commander.addOption(optionOf(name, field));
  if (command.changes) commander.option("--dry-run", "show the request that would be sent, and send nothing");
  if (command.confirm) commander.option("-y, --yes", "do not ask whether it is meant");
  commander.addHelpText("after", `\nExamples:\n${command.examples.map((example) => `  ${example}`).join("\n")}\n`);
  commander.action(() => {
    const args = argNames.map((name, at) => [name, commander.processedArgs[at]]);
    chosen({ ...Object.fromEntries(args), ...commander.opts() });
  });
}

export const flagName = (name: string): string => `--${kebab(name)}`;

export function argumentUsage(name: string, field: Field<unknown>): string {
  const words = `${kebab(name)}${field.kind === "many" ? "..." : ""}`;
  return field.required ? `<${words}>` : `[${words}]`;
}

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function argumentOf(name: string, field: Field<unknown>): Argument {
  const argument = new Argument(argumentUsage(name, field), field.about).argParser(reader(field));
  return field.fallback === undefined ? argument : argument.default(field.fallback, "none");
}

function optionOf(name: string, field: Field<unknown>): Option {
  const long = field.short ? `-${field.short}, ${flagName(name)}` : flagName(name);
  if (field.kind === "switch") return new Option(long, field.about);
  const option = new Option(`${long} <${field.placeholder}>`, field.about)
    .argParser(reader(field))
    .makeOptionMandatory(field.required);
  if (field.fallback === undefined) return option;
  if (field.kind === "many") return option.default(field.fallback, "none");
  return option.default(field.fallback);
}

function reader(field: Field<unknown>): (text: string, previous: unknown) => unknown {
  return (text, previous) => {
    try {
      const value = field.read(text);
      // The fallback is shared by all calls, so it is never pushed to.
      return field.kind === "many" ? [...(Array.isArray(previous) ? previous : []), value] : value;
    } catch (error) {
      if (error instanceof InvalidValue) throw new InvalidArgumentError(error.message);
      throw error;
    }
  };
}
