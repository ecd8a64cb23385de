import type { Context } from "hono";
import { allowsParts, isKnownTag, isOtherTag } from "./etag.ts";
import { openWhole, streamOf } from "./file-stream.ts";
import type { Env } from "./guard.ts";
import { Problem } from "./problem.ts";
import { readRange } from "./ranges.ts";
import { answer } from "./respond.ts";

/** Bytes that never change, and what is known of them before they are read. */
export type ServedFile = {
  path: string;
  bytes: number;
  /** Of all of them, in hexadecimal digits. */
  sha256: string;
  headers: Record<string, string>;
};

/**
 * Answers GET and HEAD for a file: whole or one range, with the conditions of RFC 9110, 13.2.2, in their order. Each answer names the
 * whole file's hash, so that parts which came at different times can be told to be of one file.
 */
export async function answerFile(c: Context<Env>, file: ServedFile): Promise<Response> {
  const { path, bytes, sha256 } = file;
  const etag = `"sha256-${sha256}"`;
  const identity = {
    "accept-ranges": "bytes",
    // A proxy that compressed it would make other bytes of it than the hash is of.
    "cache-control": "private, no-store, no-transform",
    etag,
    "repr-digest": `sha-256=:${Buffer.from(sha256, "hex").toString("base64")}:`,
  };
  const headers = { ...identity, ...file.headers };
  if (isOtherTag(c.req.header("if-match"), etag)) {
    throw new Problem("precondition_failed", { detail: `The file is ${etag}. Ask for it without If-Match, or anew.` });
  }
  if (isKnownTag(c.req.header("if-none-match"), etag)) return answer(c, null, 304, identity);

  // Ranges are GET's alone (14.2): HEAD tells of the whole.
  const isGet = c.req.method === "GET";
  const asked = isGet && allowsParts(c.req.header("if-range"), etag) ? c.req.header("range") : undefined;
  const range = readRange(asked, bytes);
  if (range === "unsatisfiable") {
    throw new Problem("range_not_satisfiable", {
      detail: `The file has ${bytes} bytes; the first is number 0.`,
      headers: { ...identity, "content-range": `bytes */${bytes}` },
    });
  }
  const handle = await openWhole(path, bytes);
  if (!isGet) {
    await handle.close();
    return answer(c, null, 200, { ...headers, "content-length": String(bytes) });
  }
  const { start, end } = range === "whole" ? { start: 0, end: bytes - 1 } : range;
  const length = end - start + 1;
  return answer(c, streamOf(handle, start, length), range === "whole" ? 200 : 206, {
    ...headers,
    "content-length": String(length),
    ...(range === "whole" ? {} : { "content-range": `bytes ${start}-${end}/${bytes}` }),
  });
}
