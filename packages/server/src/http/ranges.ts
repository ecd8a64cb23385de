/** Bytes of a file, both ends included, as Content-Range counts them. */
export type ByteRange = { start: number; end: number };

const oneRange = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i;

/**
 * What of `bytes` a Range header asks for (RFC 9110, 14.2). Whatever is no single well-formed range of bytes gets the whole:
 * another unit, a range that ends before it starts, and several ranges, which nobody needs and which multiply the work.
 */
export function readRange(header: string | undefined, bytes: number): ByteRange | "whole" | "unsatisfiable" {
  const [, first = "", last = ""] = oneRange.exec(header ?? "") ?? [];
  if (first === "" && last === "") return "whole";
  if (first === "") {
    const wanted = Math.min(Number(last), bytes);
    return wanted === 0 ? "unsatisfiable" : { start: bytes - wanted, end: bytes - 1 };
  }
  const start = Number(first);
  if (last !== "" && Number(last) < start) return "whole";
  if (start >= bytes) return "unsatisfiable";
  return { start, end: last === "" ? bytes - 1 : Math.min(Number(last), bytes - 1) };
}
