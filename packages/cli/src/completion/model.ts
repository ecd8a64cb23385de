import { type Entry, type Leaf, nouns } from "../commands/table.ts";
import type { Fields } from "../fields.ts";
import { topics } from "../help/topics.ts";

export const valueKinds = ["datasets", "partners", "keys", "subscriptions", "exports", "checks", "profiles"] as const;
export type ValueKind = (typeof valueKinds)[number];
/** What a word may be: one of these, something the server or the profiles know, a file, or anything. */
export type Takes = { words: readonly string[] } | { values: ValueKind } | "file" | "folder" | "anything";
export type Flag = { long: string; short: string | undefined; about: string; takes: Takes | "nothing" };
export type Place = {
  /** The nouns and verbs before, such as `keys rotate`; empty at the beginning. */
  at: string;
  words: readonly { word: string; about: string }[];
  flags: readonly Flag[];
  args: readonly Takes[];
  /** Whether the last argument may be repeated. */
  isOpen: boolean;
};

const globalFlags: readonly Flag[] = [
  { long: "--json", short: undefined, about: "print one JSON value", takes: "nothing" },
  { long: "--ndjson", short: undefined, about: "print one JSON object a line", takes: "nothing" },
  { long: "--profile", short: undefined, about: "use this saved profile", takes: { values: "profiles" } },
  { long: "--schema", short: undefined, about: "print the JSON Schema of the output", takes: "nothing" },
  { long: "--timing", short: undefined, about: "say where the time went", takes: "nothing" },
  { long: "--help", short: "-h", about: "show help", takes: "nothing" },
];

/** Every place of a command line, and what may stand there. */
export async function places(): Promise<Place[]> {
  const commands = Object.entries(nouns).map(([word, { summary }]) => ({ word, about: summary }));
  const root = place("", [...commands, { word: "help", about: "Show help for a command or a topic" }]);
  const help = place(
    "help",
    Object.entries(topics)
      .map(([word, { summary }]) => ({ word, about: summary }))
      .concat(commands),
  );
  const found = await Promise.all(Object.entries(nouns).map(([noun, entry]) => ofNoun(noun, entry)));
  return [root, help, ...found.flat()];
}

const place = (at: string, words: Place["words"]): Place => ({
  at,
  words,
  flags: globalFlags,
  args: [],
  isOpen: false,
});

async function ofNoun(noun: string, entry: Entry): Promise<Place[]> {
  if (!("verbs" in entry)) return [await ofCommand(noun, entry)];
  const verbs = Object.entries(entry.verbs);
  const words = verbs.map(([word, { summary }]) => ({ word, about: summary }));
  return [place(noun, words), ...(await Promise.all(verbs.map(([verb, leaf]) => ofCommand(`${noun} ${verb}`, leaf))))];
}

async function ofCommand(at: string, leaf: Leaf): Promise<Place> {
  const { default: command } = await leaf.load();
  const own = Object.entries(command.flags).map(([name, { about, kind, short, choices, placeholder }]): Flag => {
    const long = `--${kebab(name)}`;
    const takes = kind === "switch" ? "nothing" : choices ? { words: choices } : takesOf(placeholder, name);
    return { long, short: short && `-${short}`, about, takes };
  });
  const yes: Flag = { long: "--yes", short: "-y", about: "do not ask", takes: "nothing" };
  const dryRun: Flag = { long: "--dry-run", short: undefined, about: "show the request only", takes: "nothing" };
  const flags = [...own, ...(command.confirm ? [yes] : []), ...(command.changes ? [dryRun] : []), ...globalFlags];
  return { at, words: [], flags, args: argsOf(command.args), isOpen: isOpen(command.args) };
}

const argsOf = (args: Fields): Takes[] =>
  Object.entries(args).map(([name, { choices }]) => (choices ? { words: choices } : takesOf(name, name)));
const isOpen = (args: Fields) => Object.values(args).some(({ kind }) => kind === "many");
const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

// One word for one idea, everywhere: so its name says what an argument or flag is about.
const kinds: Readonly<Record<string, Takes>> = {
  slug: { values: "datasets" },
  dataset: { values: "datasets" },
  successor: { values: "datasets" },
  partner: { values: "partners" },
  key: { values: "keys" },
  subscription: { values: "subscriptions" },
  export: { values: "exports" },
  check: { values: "checks" },
  profile: { values: "profiles" },
  file: "file",
  folder: "folder",
};

function takesOf(...names: readonly string[]): Takes {
  const known = names.find((name) => Object.hasOwn(kinds, name));
  return (known === undefined ? undefined : kinds[known]) ?? "anything";
}
