import { Failure } from "../failures.ts";
import type { Found } from "../find-command.ts";
import { describeLine, describeOutput } from "./describe.ts";

/** The JSON Schema of what a command prints. */
export async function schemaText({ path, leaf }: Found, isOfLine: boolean, isTerminal: boolean): Promise<string> {
  const { output } = (await leaf.load()).default;
  const name = `wizdata ${path.join(" ")}`;
  if (!output)
    throw new Failure("bug", "no_schema", `${name} does not say what it prints.`, { next: [`${name} --help`] });
  const schema = isOfLine ? describeLine(name, output) : describeOutput(name, output);
  return `${JSON.stringify(schema, null, isTerminal ? 2 : undefined)}\n`;
}
