import { hash } from "node:crypto";
import type { Context } from "hono";
import { type Encoding, encodingFor, pack, packedBytesMin } from "./encoding.ts";
import { knownTag } from "./etag.ts";
import type { Env } from "./guard.ts";
import { answer } from "./respond.ts";

type Packed = { etag: string; body: string | Uint8Array<ArrayBuffer> };

/** Answers with a text that stays the same as long as the process lives: made when it is first asked for, and packed once for each encoding. */
export function prebuilt(type: string, make: () => string) {
  const forms = new Map<Encoding | null, Promise<Packed>>();
  let text: string | undefined;

  async function build(encoding: Encoding | null): Promise<Packed> {
    text ??= make();
    const identity = hash("sha256", text, "base64url").slice(0, 22);
    if (encoding === null || text.length < packedBytesMin) return { etag: `"${identity}"`, body: text };
    return { etag: `"${identity}-${encoding}"`, body: await pack(text, encoding) };
  }

  return async (c: Context<Env>): Promise<Response> => {
    const encoding = encodingFor(c.req.header("accept-encoding"));
    const form = forms.get(encoding) ?? build(encoding);
    forms.set(encoding, form);
    // What could not be made may be there at the next call.
    form.catch(() => forms.delete(encoding));
    const { etag, body } = await form;
    const headers = { etag, vary: "accept-encoding", "cache-control": "no-cache" };
    if (knownTag(c.req.header("if-none-match"), [etag]) !== undefined) return answer(c, null, 304, headers);
    const isPacked = typeof body !== "string";
    return answer(c, body, 200, {
      ...headers,
      "content-type": type,
      ...(isPacked && encoding !== null && { "content-encoding": encoding }),
    });
  };
}
