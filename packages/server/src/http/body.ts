import { createHash } from "node:crypto";
import type { Context } from "hono";
import { Problem } from "./problem.ts";
import { decodeStrictly, faultOfJson } from "./strict-json.ts";

const jsonType = /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i;

/** Reads, bounds and checks a JSON body before anything is made of it, and hands it on to validation. Returns its SHA-256. */
export async function readJson(c: Context, bytesMax: number): Promise<string> {
  refuseEncoding(c);
  if (!jsonType.test(c.req.header("content-type") ?? "")) {
    throw new Problem("unsupported_media_type", {
      detail: "Send the body as application/json in UTF-8.",
      headers: { accept: "application/json" },
    });
  }
  const bytes = await readBounded(c.req.raw.body, bytesMax);
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

async function readBounded(stream: ReadableStream<Uint8Array> | null, bytesMax: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of stream ?? []) {
    bytes += chunk.length;
    if (bytes > bytesMax) throw new Problem("payload_too_large", { detail: `The body may have ${bytesMax} bytes.` });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
