import { countryWords } from "./countries.ts";
import type { Definition } from "./definition.ts";
import type { DatasetRow } from "./queries.ts";

/** Grows with every change of how words are made: the words of an older edition are made anew at the next start. */
export const wordsEdition = 1;

const wordCharsMax = 64;
/** Letters that have no other form in Unicode and are written otherwise where a keyboard lacks them. */
const otherLetters: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

/** The words of a text without accents and capitals: done here and not by a database, so that all answer alike. */
export function foldWords(text: string): string[] {
  const plain = text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
  const folded = plain.replace(/[ßæœøłđðþı]/g, (letter) => otherLetters[letter] ?? letter);
  const words = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => (word.length <= wordCharsMax ? word : [...word].slice(0, wordCharsMax).join("")));
}

/**
 * Where a word stands, best first. One word beside the title weighs more than all that eight others can tell apart, so that the
 * title comes first.
 */
const ranks = { title: 0, names: 100, columns: 101, descriptions: 102 } as const;

type Searched = Pick<DatasetRow, "slug" | "title" | "description" | "category" | "countries" | "series">;

/** Each word of a dataset with the best place it has. */
export function wordsOf(dataset: Searched, { columns }: Definition): Map<string, number> {
  const { slug, title, description, category, countries, series } = dataset;
  const texts: [keyof typeof ranks, string][] = [
    ["title", title],
    ["names", [slug, category, ...series, ...countries.map(countryWords)].join(" ")],
    ["columns", columns.map(({ name }) => name).join(" ")],
    ["descriptions", [description, ...columns.flatMap((column) => column.description ?? [])].join(" ")],
  ];
  const words = new Map<string, number>();
  for (const [place, text] of texts)
    for (const word of foldWords(text)) if (!words.has(word)) words.set(word, ranks[place]);
  return words;
}
