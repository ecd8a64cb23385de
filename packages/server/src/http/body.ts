import { createHash } from "node:crypto";
import type { Context } from "hono";
import { Problem } from "./problem.ts";
import { decodeStrictly, faultOfJson } from "./strict-json.ts";

/** `arrivalMs` is how long all of a body may take to come. */
type Bounds = { bytesMax: number; arrivalMs: number };
const jsonType = /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i;

/** Reads, bounds and checks a JSON body before anything is made of it, and hands it on to validation. Returns its SHA-256. */
export async function readJson(c: Context, bounds: Bounds): Promise<string> {
  refuseEncoding(c);
  if (!jsonType.test(c.req.header("content-type") ?? "")) {
    throw new Problem("unsupported_media_type", {
      detail: "Send the body as application/json in UTF-8.",
      headers: { accept: "application/json" },
    });
  }
  const bytes = await readBounded(c.req.raw.body, bounds);
  const decoded = decodeStrictly(bytes);
  const fault = "wrong" in decoded ? decoded.wrong : faultOfJson(decoded.text);
  if (fault !== undefined || !("text" in decoded))
    throw new Problem("invalid_json", { detail: `The body was refused: ${fault}.` });
  // hono keeps promises here, whatever the type of the cache says.
  c.req.bodyCache.text = Promise.resolve(decoded.text) as unknown as string;
  return createHash("sha256").update(bytes).digest("hex");
}

/** A compressed request could unfold into anything; only uploads say which encodings they take. */
function refuseEncoding(c: Context): void {
  const encoding = c.req.header("content-encoding");
  if (encoding && encoding.toLowerCase() !== "identity") {
    throw new Problem("unsupported_media_type", {
      detail: `Content-Encoding ${encoding.slice(0, 40)} is not read here: send the body as it is.`,
    });
  }
}

async function readBounded(
  stream: ReadableStream<Uint8Array> | null,
  { bytesMax, arrivalMs }: Bounds,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  if (!stream) return new Uint8Array();
  const reader = stream.getReader();
  // A body that comes a byte at a time would hold its connection, and what waits for it, for ever.
  const { promise: tooLate, reject } = Promise.withResolvers<never>();
  tooLate.catch(() => {});
  const timer = setTimeout(() => reject(halfWay(`it was not whole after ${arrivalMs / 1_000} s`)), arrivalMs);
  const gone = (cause: unknown) => {
    throw halfWay("the connection ended", cause);
  };
  try {
    for (let bytes = 0; ; ) {
      const { done, value } = await Promise.race([reader.read().catch(gone), tooLate]);
      if (done) return Buffer.concat(chunks);
      bytes += value.length;
      if (bytes > bytesMax) throw new Problem("payload_too_large", { detail: `The body may have ${bytesMax} bytes.` });
      chunks.push(value);
    }
  } finally {
    clearTimeout(timer);
    void reader.cancel().catch(() => {});
  }
}

const halfWay = (what: string, cause?: unknown) =>
  new Problem("invalid_request", { detail: `The body stopped half-way: ${what}. Nothing was changed.`, cause });
