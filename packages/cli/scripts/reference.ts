// Writes docs/cli.md from the commands themselves.
import { mkdirSync, writeFileSync } from "node:fs";
import type { Command } from "../src/command.ts";
import { nouns } from "../src/commands/table.ts";
import { type ExitName, exitCodes } from "../src/failures.ts";
import type { Field } from "../src/fields.ts";
import { exitMeanings } from "../src/help/topics.ts";
import { argumentUsage, flagName } from "../src/parse.ts";

async function reference(): Promise<string> {
  const sections: string[] = [];
  for (const [noun, entry] of Object.entries(nouns)) {
    sections.push(`## ${noun}`);
    if ("verbs" in entry) {
      sections.push(`${entry.summary}.`);
      for (const [verb, leaf] of Object.entries(entry.verbs)) {
        sections.push(`### ${noun} ${verb}`, ...commandLines(`${noun} ${verb}`, (await leaf.load()).default));
      }
    } else sections.push(...commandLines(noun, (await entry.load()).default));
  }
  return `${[...introduction(), ...sections].join("\n\n")}\n`;
}

function introduction(): string[] {
  return [
    "# The `wizdata` command",
    "Made from the commands by `npm run openapi`: change them, not this page.",
    [
      "- `--json` prints one JSON value on stdout and nothing else; its fields are the API's. `--ndjson` prints one object a line.",
      "- `--schema` prints the JSON Schema of that value and does nothing else; `--timing` says on stderr where the time went.",
      "- What changes something has `--dry-run`: it shows the request, checked against the contract, and sends nothing.",
      "- Otherwise stdout is a table on a terminal, and TSV without a header elsewhere. Everything for people goes to stderr.",
      "- `--profile NAME` uses a saved profile. `WIZDATA_PROFILE`, `WIZDATA_API_KEY` and `WIZDATA_BASE_URL` beat the current one.",
      "- A key is never given on the command line, but on standard input, in a file, or in the environment.",
      "- What cannot be undone asks on a terminal, and needs `--yes` elsewhere.",
      "- `NO_COLOR` turns colours off.",
    ].join("\n"),
    "## Exit codes",
    [
      'A failure in JSON mode is `{"error": {"code", "message", "exit_code", "request_id", "hint", "next"}}` on stdout.',
      "A closed pipe is 0.",
    ].join(" "),
    tableOf(
      ["code", "meaning"],
      // The keys of a constant object are its type's keys.
      (Object.keys(exitCodes) as ExitName[]).map((name) => [String(exitCodes[name]), exitMeanings[name]]),
    ),
  ];
}

function commandLines(name: string, command: Command): string[] {
  const args = Object.entries(command.args);
  const flags = Object.entries(command.flags);
  const required = flags.filter(([, { required: isRequired }]) => isRequired);
  const usage = [
    "wizdata",
    name,
    ...args.map(([arg, field]) => argumentUsage(arg, field)),
    ...required.map(([flag, field]) => `${flagName(flag)} <${field.placeholder}>`),
    ...(flags.length > required.length || command.confirm || command.changes ? ["[flags]"] : []),
  ];
  const rows = [
    ...args.map(([arg, field]) => [code(argumentUsage(arg, field)), aboutOf(field)]),
    ...flags.map(([flag, field]) => [code(flagUsage(flag, field)), aboutOf(field)]),
    ...(command.changes ? [[code("--dry-run"), "show the request that would be sent, and send nothing"]] : []),
    ...(command.confirm ? [[code("-y, --yes"), "do not ask whether it is meant"]] : []),
  ];
  return [
    `${command.summary}.`,
    ...(command.details?.split("\n\n").map(paragraph) ?? []),
    fence(usage.join(" ")),
    ...(rows.length > 0 ? [tableOf(["argument or flag", "meaning"], rows)] : []),
    fence(command.examples.join("\n")),
  ];
}

/** What is indented is an example of a file, to be shown as it is. */
const paragraph = (text: string) => (text.startsWith("  ") ? `\`\`\`\n${text.replace(/^ {2}/gm, "")}\n\`\`\`` : text);

function flagUsage(name: string, { short, kind, placeholder }: Field<unknown>): string {
  const words = `${short ? `-${short}, ` : ""}${flagName(name)}`;
  return kind === "switch" ? words : `${words} <${placeholder}>`;
}

function aboutOf({ about, required, kind, fallback }: Field<unknown>): string {
  const notes = [
    ...(required ? ["required"] : []),
    ...(kind === "many" ? ["may be repeated"] : []),
    ...(kind === "one" && fallback !== undefined ? [`default: ${fallback}`] : []),
  ];
  return notes.length > 0 ? `${about} (${notes.join("; ")})` : about;
}

const code = (text: string) => `\`${text}\``;
const fence = (text: string) => `\`\`\`sh\n${text}\n\`\`\``;
const cell = (text: string) => text.replaceAll("|", "\\|");

function tableOf(header: string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
}

const file = new URL("../../../docs/cli.md", import.meta.url);
mkdirSync(new URL(".", file), { recursive: true });
writeFileSync(file, await reference());
