import { WizDataError } from "../core/errors.ts";
import { keptHeaders, withoutSecrets } from "./secrets.ts";

/** One line of a recording: a request as far as it tells one from another, and its answer. */
export type Exchange = {
  /** Method, path with its query in order, range if there is one, and body: without secrets. */
  request: string;
  status: number;
  headers: Record<string, string>;
} & ({ text: string } | { base64: string });

const bodyBytesMax = 16 * 1024 * 1024;

/** What a request is recorded and found under. The server's address and the key are not part of it. */
export async function nameOf(request: Request): Promise<string> {
  const { pathname, searchParams } = new URL(request.url);
  searchParams.sort();
  const range = request.headers.get("range") ?? "";
  const query = searchParams.size === 0 ? "" : `?${searchParams}`;
  const parts = [request.method, pathname + query, range, await request.clone().text()];
  return withoutSecrets(parts.filter((part) => part !== "").join(" "));
}

export function toExchange(request: string, { status, headers }: Response, body: Uint8Array): Exchange {
  if (body.length > bodyBytesMax)
    throw new WizDataError(
      `An answer of ${body.length} bytes is too large to record: ask for fewer rows. It was to ${request}`,
    );
  const text = textOf(body);
  const answer = { request, status, headers: keptHeaders(headers) };
  return text === undefined ? { ...answer, base64: base64Of(body) } : { ...answer, text: withoutSecrets(text) };
}

export function toResponse(exchange: Exchange): Response {
  const { status, headers } = exchange;
  const body =
    "text" in exchange ? exchange.text : Uint8Array.from(atob(exchange.base64), (char) => char.charCodeAt(0));
  // An answer of these kinds has no body, not even an empty one.
  return new Response([204, 205, 304].includes(status) ? null : body, { status, headers });
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function base64Of(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
