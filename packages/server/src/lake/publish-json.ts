import { cutValue } from "./faults.ts";
import type { Finding } from "./publish-scan.ts";

/** Where a value stands in the bytes; a text with escapes also says what it means. */
export type JsonValue = {
  kind: "null" | "text" | "number" | "boolean";
  from: number;
  to: number;
  decoded: string | undefined;
};

export type JsonRecord = {
  /** One for each name, `null` where the object has no such member. Good after a `read` that found nothing wrong. */
  readonly values: readonly JsonValue[];
  /** 1 for each name that any object had. */
  readonly everNamed: Uint8Array;
  /** Reads the object between two places. Gives what is wrong with it, of a column or of the line. */
  read(bytes: Buffer, from: number, to: number): Finding | undefined;
};

/** What JSON is made of. */
const code = { quote: 0x22, comma: 0x2c, colon: 0x3a, backslash: 0x5c, open: 0x7b, close: 0x7d, list: 0x5b };
const literals = [
  { word: Buffer.from("null"), kind: "null" },
  { word: Buffer.from("true"), kind: "boolean" },
  { word: Buffer.from("false"), kind: "boolean" },
] as const;

const isSpace = (byte: number | undefined) => byte === 0x20 || byte === 0x09 || byte === 0x0d;
/** Digits, signs, the point and the exponent. Whether they make a number is judged with the column's type. */
const isOfNumber = (byte: number | undefined) =>
  byte !== undefined &&
  ((byte >= 0x30 && byte <= 0x39) || byte === 0x2b || byte === 0x2d || byte === 0x2e || (byte | 0x20) === 0x65);

class BadJson extends Error {}
const notJson = "is not a JSON object";

/**
 * Reads flat JSON objects without making anything of them: a number keeps its digits, which `JSON.parse` would round, and a row
 * costs no objects.
 */
export function createJsonRecord(names: readonly string[], others: "refused" | "ignored" = "refused"): JsonRecord {
  const places = new Map(names.map((name, at) => [name, at]));
  const keys = names.map((name) => Buffer.from(`"${name}"`));
  const values = names.map((): JsonValue => ({ kind: "null", from: 0, to: 0, decoded: undefined }));
  // Files have their members in one order, so the column that followed last time is tried first.
  const next = names.map((_, at) => (at + 1) % names.length);
  const isNamed = new Uint8Array(names.length);
  const everNamed = new Uint8Array(names.length);
  let bytes: Buffer = Buffer.alloc(0);
  let end = 0;
  let at = 0;
  const ignored: JsonValue = { kind: "null", from: 0, to: 0, decoded: undefined };

  function skipSpaces(): void {
    while (at < end && isSpace(bytes[at])) at++;
  }

  function expect(byte: number): void {
    skipSpaces();
    if (at >= end || bytes[at] !== byte) throw new BadJson(notJson);
    at++;
  }

  /** Moves behind a text. Tells what it means where that is not what it says. */
  function readText(): string | undefined {
    const from = at++;
    let hasEscapes = false;
    for (; ; at++) {
      const byte = at < end ? bytes[at] : undefined;
      if (byte === undefined) throw new BadJson("has a text that does not end");
      if (byte === code.quote) break;
      if (byte < 0x20) throw new BadJson("has a control character that JSON writes as an escape");
      if (byte !== code.backslash) continue;
      hasEscapes = true;
      at++;
    }
    at++;
    return hasEscapes ? decode(bytes.toString("utf8", from, at)) : undefined;
  }

  /** The column of the member that begins here, or its name where there is no such column. */
  function readKey(guess: number): number | string {
    skipSpaces();
    const key = keys[guess];
    if (key && bytes.compare(key, 0, key.length, at, Math.min(end, at + key.length)) === 0) {
      at += key.length;
      return guess;
    }
    if (at >= end || bytes[at] !== code.quote) throw new BadJson(notJson);
    const from = at;
    const name = readText() ?? bytes.toString("utf8", from + 1, at - 1);
    return places.get(name) ?? name;
  }

  function readValue(value: JsonValue): void {
    skipSpaces();
    value.from = at;
    value.decoded = undefined;
    const first = at < end ? bytes[at] : undefined;
    if (first === code.quote) {
      value.kind = "text";
      value.decoded = readText();
    } else if (isOfNumber(first) && first !== 0x65 && first !== 0x45) {
      value.kind = "number";
      while (at < end && isOfNumber(bytes[at])) at++;
    } else if (first === code.open || first === code.list)
      throw new BadJson("is an object or a list where a value is meant");
    else {
      const literal = literals.find(
        ({ word }) => bytes.compare(word, 0, word.length, at, Math.min(end, at + word.length)) === 0,
      );
      if (!literal) throw new BadJson("is no JSON value");
      value.kind = literal.kind;
      at += literal.word.length;
    }
    value.to = at;
  }

  function readMembers(): Finding | undefined {
    let guess = 0;
    for (;;) {
      const column = readKey(guess);
      if (typeof column === "string" && others === "refused")
        return { column: cutValue(column), value: null, reason: "is a column that the dataset does not have" };
      if (typeof column === "number") {
        if (isNamed[column])
          return { column: names[column] ?? null, value: null, reason: "is named twice in this line" };
        isNamed[column] = 1;
        everNamed[column] = 1;
      }
      expect(code.colon);
      const valueFrom = at;
      try {
        readValue((typeof column === "number" ? values[column] : undefined) ?? ignored);
      } catch (error) {
        if (!(error instanceof BadJson)) throw error;
        const value = bytes.toString("utf8", valueFrom, Math.min(end, valueFrom + 1_000)).trim();
        const name = typeof column === "number" ? (names[column] ?? null) : cutValue(column);
        return { column: name, value: cutValue(value), reason: error.message };
      }
      if (typeof column === "number") guess = next[column] ?? 0;
      skipSpaces();
      if (bytes[at] === code.close) return undefined;
      expect(code.comma);
    }
  }

  function readObject(): Finding | undefined {
    expect(code.open);
    skipSpaces();
    const wrong = bytes[at] === code.close && at < end ? undefined : readMembers();
    if (wrong) return wrong;
    expect(code.close);
    skipSpaces();
    if (at < end) throw new BadJson("has something behind its JSON object");
    return undefined;
  }

  return {
    values,
    everNamed,
    read(all, from, to) {
      bytes = all;
      at = from;
      end = to;
      isNamed.fill(0);
      for (const value of values) value.kind = "null";
      try {
        return readObject();
      } catch (error) {
        if (!(error instanceof BadJson)) throw error;
        return { column: null, value: null, reason: error.message };
      }
    },
  };
}

/** A text with escapes, as JSON means it. What no database keeps alike is refused. */
function decode(json: string): string {
  let text: string;
  try {
    text = JSON.parse(json);
  } catch {
    throw new BadJson("has an escape that JSON does not know");
  }
  if (text.includes("\0")) throw new BadJson("contains a NUL character");
  if (!text.isWellFormed()) throw new BadJson("contains half of a character");
  return text;
}
