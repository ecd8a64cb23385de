import type { Command } from "./command.ts";
import { commands } from "./table.ts";

/** What `--help` prints: of one command, or of all. */
export function helpOf(name: string | undefined): string {
  const command = name === undefined ? undefined : commands[name];
  return command && name !== undefined ? commandHelp(name, command) : programHelp();
}

function programHelp(): string {
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(9)} ${summary}`);
  const examples = Object.values(commands).map(({ examples: [first] }) => `  ${first}`);
  return `Usage: wizdata-server [command] [--json] [--help] [--version]

Commands:
${lines.join("\n")}

Examples:
${examples.join("\n")}

Settings are environment variables: WIZDATA_HOME, WIZDATA_HOST, WIZDATA_PORT, WIZDATA_SECRET, DATABASE_URL …
Exit codes: 0 fine, 1 bug, 2 usage, 3 configuration, 12 something stored is not as it must be.
`;
}

function commandHelp(name: string, { summary, details, args, flags, examples }: Command): string {
  const own = Object.entries(flags).map(([flag, { says, value }]) => [`--${flag}${value ? ` ${value}` : ""}`, says]);
  const all = [...own, ["--json", "print one JSON value on stdout, also when it fails"], ["--help", "print this"]];
  const width = Math.max(...all.map(([flag = ""]) => flag.length));
  return `Usage: wizdata-server ${[name, ...args, "[flags]"].join(" ")}

${summary}.
${details}

Flags:
${all.map(([flag = "", says]) => `  ${flag.padEnd(width)}  ${says}`).join("\n")}

Examples:
${examples.map((example) => `  ${example}`).join("\n")}
`;
}
