import { knownPath, wordsOf } from "../find-command.ts";

const helpWord = "help";

/** What a command line that asks for help is about: a topic, or a command line that ends in --help. */
export type Asked = { topic: string } | { argv: readonly string[] } | undefined;

/** `wizdata help keys rotate`, `wizdata keys help rotate` and `wizdata keys rotate --help` are the same. */
export function askForHelp(argv: readonly string[]): Asked {
  const [first, second, third] = wordsOf(argv);
  if (first !== helpWord) {
    const isNoun = second === helpWord && knownPath([first ?? ""]).path.length > 0;
    return isNoun && first ? { argv: [first, ...(third ? [third] : []), "--help"] } : undefined;
  }
  if (second === undefined) return { argv: ["--help"] };
  if (knownPath([second]).path.length === 0) return { topic: second };
  return { argv: [second, ...(third ? [third] : []), "--help"] };
}
