import type { QueryDraft } from "./grammar-draft.ts";
import { rulesOf } from "./grammar-value.ts";

export const pageRowsMax = 10_000;
export const pageRowsDefault = 100;
const cursorCharsMax = 4_096;
const instant = rulesOf("timestamp");

/** What rows can be written as. */
export const formatNames = ["json", "ndjson", "csv"] as const;
export type FormatName = (typeof formatNames)[number];

/** Which page of the answer, of which state of the dataset, and written as what; a format that is null is not asked for here. */
export type PageWanted = {
  limitRows: number;
  after: string | null;
  version: number | null;
  asOf: string | null;
  format: FormatName | null;
};

export const pageWords = ["limit", "after", "version", "as_of", "format"] as const;

export const firstPage: Readonly<PageWanted> = {
  limitRows: pageRowsDefault,
  after: null,
  version: null,
  asOf: null,
  format: null,
};

/** One word of the page, as text. */
export function readPageWord(draft: QueryDraft, page: PageWanted, name: string, text: string): void {
  if (name === "limit") {
    page.limitRows = wholeNumber(text, pageRowsMax) ?? 0;
    if (page.limitRows === 0) draft.complain(name, `must be a whole number from 1 to ${pageRowsMax}`);
  } else if (name === "version") {
    page.version = wholeNumber(text, Number.MAX_SAFE_INTEGER);
    if (page.version === null) draft.complain(name, "must be the number of a version, 1 or more");
  } else if (name === "as_of") {
    page.asOf = readMoment(text) ?? null;
    if (page.asOf === null) draft.complain(name, momentExpected);
  } else if (name === "format") {
    page.format = formatNames.find((format) => format === text) ?? null;
    if (page.format === null) draft.complain(name, `must be one of ${formatNames.join(", ")}`);
  } else {
    page.after = text;
    if (text.length === 0 || text.length > cursorCharsMax) draft.complain(name, "must be the next_cursor of a page");
  }
}

/** A moment in UTC; a date is its first. */
export const readMoment = (text: string): string | undefined => instant.bound(text);
export const momentExpected = `must be ${instant.expects}`;
export const twoStates = "names a state of the dataset, and so does version; give one";

/** What no single word can be wrong about. */
export function checkPage(draft: QueryDraft, { version, asOf }: PageWanted): void {
  if (version !== null && asOf !== null) draft.complain("as_of", twoStates);
}

function wholeNumber(text: string, most: number): number | null {
  const value = /^[1-9]\d{0,15}$/.test(text) ? Number(text) : 0;
  return value >= 1 && value <= most ? value : null;
}
