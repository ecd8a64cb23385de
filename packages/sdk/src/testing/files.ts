import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { Transport, type TransportOptions } from "../core/transport.ts";
import { etagOf, type PromisedFile } from "../downloads/promised-file.ts";
import { apiKey, type Seen, serve } from "./server.ts";

/** A folder for one test. */
export async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "wizdata-sdk-"));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

export const promised = (name: string, bytes: Uint8Array): PromisedFile => ({
  name,
  bytes: bytes.length,
  sha256: createHash("sha256").update(bytes).digest("hex"),
});

export const callOf = (name: string) => ({ method: "GET", path: `/${name}` });

type Behaviour = {
  hasRanges?: boolean;
  /** After how many bytes an answer is cut off; undefined for never. */
  cutAfter?: (count: number) => number | undefined;
};

/** A server of one file that answers ranges as ours does: If-Range is its strong ETag, any other gets the whole file. */
export async function serveFile(contentOf: () => Uint8Array, { hasRanges = true, cutAfter }: Behaviour = {}) {
  const served = { bytes: 0, open: 0, openMax: 0 };
  const etags = new Map<Uint8Array, string>();
  const etagOfContent = (content: Uint8Array) => {
    const etag = etags.get(content) ?? etagOf(promised("", content));
    etags.set(content, etag);
    return etag;
  };
  const server = await serve((response, seen, count) => {
    const content = contentOf();
    const etag = etagOfContent(content);
    const range = hasRanges ? rangeOf(seen, etag) : undefined;
    const [from, to] = range ?? [0, content.length];
    const body = content.subarray(from, to);
    response.writeHead(range ? 206 : 200, {
      "content-length": body.length,
      ...(hasRanges && { etag }),
      ...(range && { "content-range": `bytes ${from}-${to - 1}/${content.length}` }),
    });
    served.open += 1;
    served.openMax = Math.max(served.openMax, served.open);
    response.on("close", () => {
      served.open -= 1;
    });
    const cut = cutAfter?.(count);
    served.bytes += Math.min(cut ?? body.length, body.length);
    if (cut === undefined || cut >= body.length) response.end(body);
    else response.write(body.subarray(0, cut), () => response.destroy());
  });
  const transport = (options: TransportOptions = {}) => new Transport({ apiKey, baseURL: server.baseURL, ...options });
  return { ...server, served, transport };
}

function rangeOf({ headers }: Seen, etag: string): [number, number] | undefined {
  const [, from, last] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? "") ?? [];
  if (last === undefined || headers["if-range"] !== etag) return undefined;
  return [Number(from), Number(last) + 1];
}
