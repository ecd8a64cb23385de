import { type Attempt, WizDataError } from "./errors.ts";
import { exchange, type Read, textOf } from "./exchange.ts";
import { SeenLimits } from "./limits.ts";
import { type Logger, type LogLevel, logAttempt } from "./logger.ts";
import { type Middleware, wrapped } from "./middleware.ts";
import { type Page, Paged } from "./pages.ts";
import { findTarget, type Target, type TargetOptions } from "./profile.ts";
import { queryString } from "./query-string.ts";
import { withRetries } from "./retries.ts";
import { type Fetch, overFetch, overUndici, reaching, type Send, undiciFetch } from "./send.ts";
import { isReplayable, openUpload, type Upload } from "./upload.ts";
import { version } from "./version.ts";

type Limits = {
  /** The longest one attempt may take, 30 s if not given; of a download, the longest silence. Of an upload only what is given with the call. */
  timeoutMs?: number | undefined;
  /** The longest a call may take, with all attempts and the waits between them. None if not given. */
  deadlineMs?: number | undefined;
  /** How often to try again after a failure that may pass: 2 if not given. */
  maxRetries?: number | undefined;
  /** Sent with every call, or with this one; the key cannot be among them. */
  headers?: Record<string, string> | undefined;
};

/** What can be set for one call; each overrides the client's own. */
export type CallOptions = Limits & {
  /** Stops the call at once, between its attempts too; it then throws the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Makes a POST the same call as an earlier one with this key, within 72 hours; otherwise each call has its own. */
  idempotencyKey?: string | undefined;
};

export type TransportOptions = TargetOptions &
  Limits & {
    /** The longest Retry-After that is waited for, 60 s if not given; a longer one is thrown at once. */
    maxRetryDelayMs?: number | undefined;
    /** Used as it is for every call, instead of undici (Node) or the global fetch (elsewhere). */
    fetch?: Fetch | undefined;
    /** Stand around every attempt, the first one outermost. */
    middleware?: readonly Middleware[] | undefined;
    /** Hears of every attempt; never the key, a query or a body. */
    logger?: Logger | undefined;
    /** The least that the logger hears of: `debug` (all), `info` (what is tried again), `warn` (what failed) or `off`; `debug` if not given. */
    logLevel?: LogLevel | undefined;
  };

/** One call of the contract. */
export type Call = {
  method: string;
  path: string;
  query?: object | undefined;
  accept?: string;
  /** Of a metered call the dataset whose limits its answer tells of, or null where it is none in particular. */
  metered?: string | null;
  /** Asked before each attempt. */
  headers?: () => Record<string, string>;
} & ({ body?: unknown; upload?: never; contentType?: never } | { body?: never; upload: Upload; contentType: string });

/** Browsers say themselves who they are; some ask the server whether a page may, and are told that it may not. */
const isBrowser = "document" in globalThis || "WorkerGlobalScope" in globalThis;

type Connection = Target & { send: Send };
const defaults = { timeoutMs: 30_000, deadlineMs: Number.POSITIVE_INFINITY, maxRetries: 2, maxRetryDelayMs: 60_000 };

/** Carries the calls of a client: finds the server, adds the key, sets the limits. */
export class Transport {
  // Private to the language, so that no console.log or JSON.stringify of a client shows the key.
  readonly #options: TransportOptions;
  #connection: Promise<Connection> | undefined;
  /** What the answers so far told of limits. */
  readonly limits = new SeenLimits();

  constructor(options: TransportOptions) {
    this.#options = options;
  }

  /** What another program needs to call the same server as the same caller. */
  async target(): Promise<Pick<Target, "origin" | "apiKey">> {
    this.#connection ??= connect(this.#options);
    const { origin, apiKey } = await this.#connection;
    return { origin, apiKey };
  }

  json<T>(call: Call, options?: CallOptions): Promise<T> {
    return this.run(call, options, async (answer) => parse<T>(await answer.bytes()));
  }

  bytes(call: Call, options?: CallOptions): Promise<Uint8Array> {
    return this.run({ ...call, accept: "*/*" }, options, (answer) => answer.bytes());
  }

  text(call: Call, options?: CallOptions): Promise<string> {
    return this.run(call, options, async (answer) => textOf(await answer.bytes()));
  }

  paged<Item, P extends Page<Item> = Page<Item>>(call: Call, options?: CallOptions): Paged<Item, P> {
    return new Paged<Item, P>((after) =>
      this.json(after === undefined ? call : { ...call, query: { ...call.query, after } }, options),
    );
  }

  /** Makes a call and reads its answer whole; where either fails in a way that may pass, both are done again. */
  async run<T>(call: Call, options: CallOptions = {}, read: Read<T>): Promise<T> {
    // Where there is no key yet this throws and keeps nothing, so that a later call looks again.
    this.#connection ??= connect(this.#options);
    const { send: sendOne, origin, apiKey } = await this.#connection;
    const { upload, metered } = call;
    // Around the exchange, so that refusals are heard too.
    const send: Send =
      metered === undefined ? sendOne : async (outgoing) => this.limits.hear(metered, await sendOne(outgoing));
    const ofUpload = upload === undefined ? {} : { timeoutMs: Number.POSITIVE_INFINITY };
    const limits = { ...defaults, ...given(this.#options), ...ofUpload, ...given(options) };
    const maxRetries = isReplayable(upload) ? limits.maxRetries : 0;
    const deadlineAt = performance.now() + limits.deadlineMs;
    const url = `${origin}${call.path}${queryString(call.query)}`;
    const headers = this.#headers(call, apiKey, options);
    const log = (attempt: Attempt) => logAttempt(this.#options, call, attempt);
    return withRetries({ ...limits, maxRetries, deadlineAt }, log, async (attempt) => {
      const sent = upload === undefined ? jsonOf(call.body) : await openUpload(upload, call.contentType);
      const own = { ...sent.headers, ...headers, ...call.headers?.() };
      const outgoing = { url, method: call.method, headers: own, body: sent.body };
      return exchange(send, outgoing, { ...limits, deadlineAt }, (answer) => {
        Object.assign(attempt, { status: answer.status, requestId: answer.header("request-id") ?? undefined });
        return read(answer);
      });
    });
  }

  #headers(call: Call, apiKey: string, options: CallOptions): Record<string, string> {
    // One id for all attempts of a call, so that the server makes, counts and charges it once.
    const callId = crypto.randomUUID();
    return {
      accept: call.accept ?? "application/json",
      ...(!isBrowser && { "user-agent": `wizdata-sdk/${version}` }),
      "wizdata-call": callId,
      ...(call.method === "POST" && { "idempotency-key": options.idempotencyKey ?? callId }),
      ...this.#options.headers,
      ...options.headers,
      authorization: `Bearer ${apiKey}`,
    };
  }
}

function connect(options: TransportOptions): Promise<Connection> {
  const target = findTarget(options);
  return sendFor(options, target.isLoopback).then((send) => ({ ...target, send }));
}

async function sendFor({ fetch, middleware = [] }: TransportOptions, isLoopback: boolean): Promise<Send> {
  const isNode = globalThis.process?.versions?.node !== undefined && !("Deno" in globalThis) && !("Bun" in globalThis);
  // A bundle may have left undici out.
  const ofUndici = <T>(open: (isLoopback: boolean) => Promise<T>) =>
    isNode && !fetch ? open(isLoopback).catch(() => undefined) : undefined;
  const send = middleware.length === 0 ? await ofUndici(overUndici) : undefined;
  if (send) return send;
  const last = fetch ?? (await ofUndici(undiciFetch)) ?? ((request) => globalThis.fetch(request));
  return overFetch(wrapped(middleware, reaching(last)));
}

/** What is set: an option that is undefined must not hide the one below it. */
function given<Options extends object>(options: Options) {
  const set = Object.entries(options).filter(([, value]) => value !== undefined);
  // The names and values that are left are the options' own.
  return Object.fromEntries(set) as { [Name in keyof Options]: Exclude<Options[Name], undefined> };
}

function jsonOf(value: unknown) {
  if (value === undefined) return { body: undefined, headers: {} };
  return { body: JSON.stringify(value), headers: { "content-type": "application/json" } };
}

export function parse<T>(bytes: Uint8Array): T {
  try {
    // The contract says which type an operation answers with, and the server's tests hold every answer to it.
    return (bytes.length === 0 ? undefined : JSON.parse(textOf(bytes))) as T;
  } catch {
    throw new WizDataError("The answer is not JSON. Is baseURL the address of a WizData server?");
  }
}
