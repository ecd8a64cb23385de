import type { Bindable } from "./index-reader.ts";

/** Compares keys as SQLite and DuckDB do: numbers by value, texts by the bytes of their UTF-8. */
export function compareKeys(left: Bindable[], right: Bindable[]): number {
  for (const [at, value] of left.entries()) {
    const difference = compareBindable(value, right[at] ?? "");
    if (difference !== 0) return difference;
  }
  return 0;
}

function compareBindable(left: Bindable, right: Bindable): number {
  if (typeof left === "string" && typeof right === "string") return compareUtf8(left, right);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** JavaScript compares UTF-16, where the halves of a surrogate pair come before U+E000 to U+FFFF though they stand for more. */
function compareUtf8(left: string, right: string): number {
  if (left === right) return 0;
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at++) {
    const one = left.charCodeAt(at);
    const other = right.charCodeAt(at);
    if (one !== other) return one >= 0xd800 && other >= 0xd800 ? rank(one) - rank(other) : one - other;
  }
  return left.length - right.length;
}

function rank(unit: number): number {
  return unit >= 0xe000 ? unit - 0x2000 : unit + 0x2000;
}
