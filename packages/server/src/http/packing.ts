import type { MiddlewareHandler } from "hono";
import { type Encoding, encodingFor, pack, packedBytesMin } from "./encoding.ts";
import type { Env } from "./guard.ts";

const alreadySettled = /accept-encoding|no-transform/;

/** Packs a JSON answer of some size for who accepts it. What a route packs by itself, or forbids to change, it leaves alone. */
export const packing: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  const { headers } = c.res;
  const settled = `${headers.get("vary")} ${headers.get("cache-control")}`;
  if (
    c.res.status !== 200 ||
    !headers.get("content-type")?.startsWith("application/json") ||
    alreadySettled.test(settled)
  )
    return;
  headers.append("vary", "accept-encoding");
  const encoding = encodingWanted(c.req.header("accept-encoding"));
  if (encoding === null) return;
  const text = await c.res.text();
  const isPacked = text.length >= packedBytesMin;
  if (isPacked) {
    headers.set("content-encoding", encoding);
    headers.delete("content-length");
  }
  c.res = new Response(isPacked ? await pack(text, encoding) : text, { status: 200, headers });
};

/** The work is done: who accepts nothing that can be given gets it as it is. */
function encodingWanted(acceptEncoding: string | undefined): Encoding | null {
  try {
    return encodingFor(acceptEncoding);
  } catch {
    return null;
  }
}
