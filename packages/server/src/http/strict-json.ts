const depthMax = 64;
const keysMax = 1_000;
const itemsMax = 10_000;
const stringCharsMax = 65_536;

const colonNext = /\s*:/y;
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** UTF-8 bytes as text, or what is wrong with them. */
export function decodeStrictly(bytes: Uint8Array): { text: string } | { wrong: string } {
  try {
    const text = decoder.decode(bytes);
    return text.startsWith("\ufeff") ? { wrong: "it begins with a byte order mark" } : { text };
  } catch {
    return { wrong: "it is not UTF-8" };
  }
}

/**
 * What is wrong with a JSON text, beyond what JSON.parse would say: depth, sizes, repeated keys, NUL characters and lone
 * surrogates, which databases and hashes disagree about. One pass, before anything is built from it.
 */
export function faultOfJson(text: string): string | undefined {
  let value: unknown;
  const scan = scanSizes(text);
  if (scan) return scan;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return error instanceof SyntaxError ? error.message : String(error);
  }
  return faultOfValue(value);
}

const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const comma = 0x2c;
const quote = 0x22;
const backslash = 0x5c;

/**
 * Bounds and repeated keys, by characters alone: the text may be any text, and JSON.parse judges its grammar afterwards. By
 * codes, and over strings at a leap, since the event loop does nothing else meanwhile.
 */
function scanSizes(text: string): string | undefined {
  const open: { keys: Set<string> | undefined; items: number }[] = [];
  let keys = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === openBrace || code === openBracket) {
      open.push({ keys: code === openBrace ? new Set() : undefined, items: 1 });
      if (open.length > depthMax) return `it is nested deeper than ${depthMax}`;
    } else if (code === closeBrace || code === closeBracket) {
      open.pop();
    } else if (code === comma) {
      const inside = open.at(-1);
      if (!inside) continue;
      inside.items += 1;
      if (!inside.keys && inside.items > itemsMax) return `an array has more than ${itemsMax} items`;
    } else if (code === quote) {
      const end = endOfString(text, at);
      if (end - at > stringCharsMax) return `a string is longer than ${stringCharsMax} characters`;
      const known = open.at(-1)?.keys;
      colonNext.lastIndex = end + 1;
      if (known && colonNext.test(text)) {
        const key = text.slice(at, end + 1);
        const name = key.includes("\\") ? unescaped(key) : key;
        if (known.has(name)) return `the key ${key.slice(0, 80)} is given twice`;
        known.add(name);
        keys += 1;
        if (keys > keysMax) return `it has more than ${keysMax} keys`;
      }
      at = end;
    }
  }
  return undefined;
}

/** Where the quote is that ends it: one before which an even number of backslashes stands. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === backslash) slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  return text.length;
}

/** `"\u0061"` and `"a"` are the same key. */
function unescaped(key: string): string {
  try {
    return JSON.stringify(JSON.parse(key));
  } catch {
    return key;
  }
}

function faultOfValue(value: unknown): string | undefined {
  if (typeof value === "string") return faultOfText(value);
  if (typeof value === "number" && !Number.isFinite(value)) return "a number is too large";
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const fault = faultOfText(key) ?? faultOfValue(inner);
    if (fault) return fault;
  }
  return undefined;
}

function faultOfText(text: string): string | undefined {
  if (text.includes("\0")) return "a string has a NUL character";
  return text.isWellFormed() ? undefined : "a string has half a surrogate pair";
}
