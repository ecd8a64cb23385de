import { type Entry, type Leaf, nouns } from "./commands/table.ts";

export type Found = { path: readonly string[]; leaf: Leaf };

const flagsWithValue = new Set(["--profile"]);

/** The words of a command line up to its `--`, without flags that hold for all commands. */
export function wordsOf(argv: readonly string[]): string[] {
  const end = argv.indexOf("--");
  const words = end === -1 ? argv : argv.slice(0, end);
  return words.filter((word, at) => !word.startsWith("-") && !flagsWithValue.has(words[at - 1] ?? ""));
}

export const hasFlag = (argv: readonly string[], flag: string): boolean => {
  const end = argv.indexOf("--");
  return (end === -1 ? argv : argv.slice(0, end)).includes(flag);
};

/** The noun and verb that a command line begins with, as far as they are known. */
export function knownPath(argv: readonly string[]): { path: string[]; entry: Entry | Leaf | undefined } {
  const [noun = "", verb = ""] = wordsOf(argv);
  const entry = own(nouns, noun);
  if (!entry) return { path: [], entry: undefined };
  const leaf = "verbs" in entry ? own(entry.verbs, verb) : undefined;
  return leaf ? { path: [noun, verb], entry: leaf } : { path: [noun], entry };
}

export function findCommand(argv: readonly string[]): Found | undefined {
  const { path, entry } = knownPath(argv);
  return entry && !("verbs" in entry) ? { path, leaf: entry } : undefined;
}

const own = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;
