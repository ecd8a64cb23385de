import { open } from "node:fs/promises";
import { Readable } from "node:stream";
import { type LocalContext, localCommand } from "../command.ts";
import { usageFailure } from "../failures.ts";
import { choice, many, optional, short, text, toggle } from "../fields.ts";
import { type PageLike, PageStream } from "../output/page-stream.ts";
import { plain } from "../output/view.ts";
import { type RawAnswer, resolvePath, sendRaw } from "../raw-call.ts";

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"] as const;

export default localCommand({
  summary: "Call the HTTP API as it is",
  details:
    "The answer is printed as it came. Fields become the query of a GET and the JSON body of anything else. /partners means /api/v1/partners.",
  args: {
    method: {
      ...choice("GET, POST, PATCH …", methods),
      read: (value: string) => choice("", methods).read(value.toUpperCase()),
    },
    path: text("a path of the API"),
  },
  flags: {
    field: short("f", many(text("a field with a text value", "name=text"))),
    jsonField: short("F", many(text("a field with a JSON value", "name=json"))),
    header: short("H", many(text("a header", "name: value"))),
    input: optional(text("send this file as the body, or standard input for -", "file")),
    paginate: toggle("follow next_cursor and answer with all items of a list"),
  },
  examples: [
    "wizdata api GET /me",
    "wizdata api GET /partners -f plan=enterprise --paginate",
    "wizdata api POST /partners -f company=Baobab -f email=data@baobab.example",
    "wizdata api PATCH /partners/par_01jcz3q8v4k2m6n8p0r2t4w6x8 -F monthly_spending_limit=5000000",
  ],
  output: {},
  changes: true,
  run: async (context, { method, path, field, jsonField, header, input, paginate }) => {
    const connection = await context.connection();
    const url = resolvePath(connection, path);
    const fields = [...field.map((pair) => split(pair, "=")), ...jsonField.map(splitJson)];
    const headers = readHeaders(header);
    const reads = method === "GET" || method === "HEAD";
    if (input !== undefined && fields.length > 0) throw usageFailure("Give the body either as fields or with --input.");
    if (reads && input !== undefined) throw usageFailure(`${method} has no body.`);
    if (reads)
      for (const [name, value] of fields)
        url.searchParams.append(name, typeof value === "string" ? value : JSON.stringify(value));
    if (paginate && method !== "GET") throw usageFailure("--paginate is for GET.");
    if (!reads && !headers.has("content-type") && (fields.length > 0 || input !== undefined))
      headers.set("content-type", "application/json");
    const body = reads
      ? undefined
      : input !== undefined
        ? await openInput(context, input)
        : fields.length > 0
          ? JSON.stringify(Object.fromEntries(fields))
          : undefined;
    const send = (to: URL) => sendRaw(connection, { method, url: to, headers, body }, context.signal, context.fetch);
    return paginate ? new PageStream(pagesOf(url, send)) : answered(await send(url));
  },
  view: (data) => plain(typeof data === "string" ? data : JSON.stringify(data, null, 2)),
});

const answered = (answer: RawAnswer) => (answer.type === "json" ? answer.value : answer.text);

/** One list out of all its pages, which are printed as they come. */
async function* pagesOf(first: URL, send: (url: URL) => Promise<RawAnswer>): AsyncGenerator<PageLike> {
  const url = new URL(first);
  for (;;) {
    const answer = await send(url);
    if (answer.type !== "json" || !isPage(answer.value))
      throw usageFailure("The answer is not a list, so there are no pages to follow.");
    const { data, next_cursor = null } = answer.value;
    yield { data, has_more: next_cursor !== null, next_cursor };
    if (next_cursor === null) return;
    url.searchParams.set("after", next_cursor);
  }
}

function isPage(value: unknown): value is { data: unknown[]; next_cursor?: string | null } {
  return typeof value === "object" && value !== null && "data" in value && Array.isArray(value.data);
}

function split(pair: string, mark: "=" | ":"): [string, string] {
  const at = pair.indexOf(mark);
  if (at < 1) throw usageFailure(`${pair} is not name${mark}value.`);
  return [pair.slice(0, at).trim(), mark === ":" ? pair.slice(at + 1).trim() : pair.slice(at + 1)];
}

function readHeaders(lines: readonly string[]): Headers {
  const headers = new Headers();
  for (const line of lines) {
    try {
      headers.append(...split(line, ":"));
    } catch (error) {
      throw error instanceof TypeError ? usageFailure(`${line} is not a header.`) : error;
    }
  }
  return headers;
}

function splitJson(pair: string): [string, unknown] {
  const [name, value] = split(pair, "=");
  try {
    return [name, JSON.parse(value)];
  } catch {
    throw usageFailure(`${name}: ${value} is not JSON.`, { hint: `For a text, say -f ${name}=${value}.` });
  }
}

/** Opened before anything is sent: a file that is not there must not look like a server that is not. */
async function openInput({ terminal }: LocalContext, file: string): Promise<ReadableStream<Uint8Array>> {
  const source = file === "-" ? terminal.stdin : (await open(file)).createReadStream();
  // Node types its own web streams apart from the global ones; they are the same at run time.
  return Readable.toWeb(source) as ReadableStream<Uint8Array>;
}
