import { type Attempt, WizDataError } from "./errors.ts";
import { exchange, type Read } from "./exchange.ts";
import { Paged } from "./pages.ts";
import { findTarget, type Target, type TargetOptions } from "./profile.ts";
import { queryString } from "./query-string.ts";
import { type Patience, withRetries } from "./retries.ts";
import { type Fetch, overFetch, overUndici, type Send } from "./send.ts";
import { asBody, type Upload } from "./upload.ts";
import { version } from "./version.ts";

/** What can be set for one call; each overrides the client's own. */
export type CallOptions = {
  signal?: AbortSignal | undefined;
  /** The longest one attempt may take; of a download, the longest silence. An upload has no limit but those given with the call. */
  timeoutMs?: number | undefined;
  /** The longest the call may take, with all attempts and the waits between them. None unless given. */
  deadlineMs?: number | undefined;
  /** How often to try again after a failure that may pass. */
  maxRetries?: number | undefined;
  /** Makes a POST the same call as an earlier one with this key, within 72 hours; otherwise each call has its own. */
  idempotencyKey?: string | undefined;
  headers?: Record<string, string> | undefined;
};

/** Both pino and console fit. One line an attempt; never the key, a query or a body. */
export type Logger = { debug(fields: object, message: string): void; warn(fields: object, message: string): void };

export type TransportOptions = TargetOptions & {
  timeoutMs?: number | undefined;
  deadlineMs?: number | undefined;
  maxRetries?: number | undefined;
  maxRetryDelayMs?: number | undefined;
  fetch?: Fetch | undefined;
  headers?: Record<string, string> | undefined;
  logger?: Logger | undefined;
};

/** One call of the contract. */
export type Call = {
  method: string;
  path: string;
  query?: object | undefined;
  body?: unknown;
  upload?: Upload;
  contentType?: string;
  accept?: string;
};

/** Carries the calls of a client: finds the server, adds the key, sets the limits. */
export class Transport {
  // Private to the language, so that no console.log or JSON.stringify of a client shows the key.
  readonly #options: TransportOptions;
  #connection: Promise<Connection> | undefined;

  constructor(options: TransportOptions) {
    this.#options = options;
  }

  json<T>(call: Call, options?: CallOptions): Promise<T> {
    return this.run(call, options, async (answer) => parse<T>(await answer.text()));
  }

  bytes(call: Call, options?: CallOptions): Promise<Uint8Array> {
    return this.run({ ...call, accept: "*/*" }, options, async (answer) => new Uint8Array(await answer.arrayBuffer()));
  }

  paged<Item>(call: Call, options?: CallOptions): Paged<Item> {
    return new Paged((after) =>
      this.json(after === undefined ? call : { ...call, query: { ...call.query, after } }, options),
    );
  }

  /** Makes a call and reads its answer whole; where either fails in a way that may pass, both are done again. */
  async run<T>(call: Call, options: CallOptions = {}, read: Read<T>): Promise<T> {
    const own = this.#options;
    // Where there is no key yet this throws and keeps nothing, so that a later call looks again.
    this.#connection ??= connect(own);
    const { send, origin, apiKey } = await this.#connection;
    const body = asBody(call.body, call.upload, call.contentType);
    const headers = this.#headers(call, body.contentType, apiKey, options);
    const timeoutMs =
      options.timeoutMs ?? (call.upload === undefined ? (own.timeoutMs ?? 30_000) : Number.POSITIVE_INFINITY);
    const deadlineAt = performance.now() + (options.deadlineMs ?? own.deadlineMs ?? Number.POSITIVE_INFINITY);
    const patience: Patience = {
      retriesMax: body.isReplayable ? (options.maxRetries ?? own.maxRetries ?? 2) : 0,
      retryAfterMsMax: own.maxRetryDelayMs ?? 60_000,
      deadlineAt,
      signal: options.signal,
      onAttempt: (attempt) => log(own.logger, call, attempt),
    };
    const url = `${origin}${call.path}${queryString(call.query)}`;
    const limits = { signal: options.signal, timeoutMs, deadlineAt };
    return withRetries(patience, (attempt) =>
      exchange(send, url, { method: call.method, headers, body: body.open() }, limits, (answer) => {
        attempt.status = answer.status;
        attempt.requestId = answer.header("request-id") ?? undefined;
        return read(answer);
      }),
    );
  }

  #headers(call: Call, contentType: string | undefined, apiKey: string, options: CallOptions): Record<string, string> {
    return {
      accept: call.accept ?? "application/json",
      "user-agent": `wizdata-sdk/${version}`,
      ...(contentType === undefined ? {} : { "content-type": contentType }),
      // One id for all attempts of a call, so that the server makes, counts and charges it once.
      ...(call.method === "POST"
        ? { "idempotency-key": options.idempotencyKey ?? crypto.randomUUID() }
        : { "wizdata-call": crypto.randomUUID() }),
      ...this.#options.headers,
      ...options.headers,
      authorization: `Bearer ${apiKey}`,
    };
  }
}

type Connection = Target & { send: Send };

function connect(options: TransportOptions): Promise<Connection> {
  const target = findTarget(options);
  return sendFor(options.fetch, target.isLoopback).then((send) => ({ ...target, send }));
}

async function sendFor(fetch: Fetch | undefined, isLoopback: boolean): Promise<Send> {
  if (fetch) return overFetch(fetch);
  const isNode = globalThis.process?.versions?.node !== undefined && !("Deno" in globalThis) && !("Bun" in globalThis);
  // A bundle may have left undici out.
  const send = isNode ? await overUndici(isLoopback).catch(() => undefined) : undefined;
  return send ?? overFetch((request) => globalThis.fetch(request));
}

function parse<T>(text: string): T {
  try {
    // The contract says which type an operation answers with, and the server's tests hold every answer to it.
    return (text === "" ? undefined : JSON.parse(text)) as T;
  } catch {
    throw new WizDataError("The answer is not JSON. Is baseURL the address of a WizData server?");
  }
}

function log(logger: Logger | undefined, { method, path }: Call, attempt: Attempt): void {
  const level = attempt.code === "ok" ? "debug" : "warn";
  logger?.[level]({ method, path, ...attempt }, "wizdata call");
}
