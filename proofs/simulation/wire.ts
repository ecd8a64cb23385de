import { EventEmitter } from "node:events";
import type { Life, Platform } from "./platform.ts";

/**
 * What becomes of a call on its way: `lost-request` never reaches the server, `lost-answer` is answered by a server that thinks all
 * is well, `gone` is answered when there is nobody any more to hand the answer to.
 */
export type Fate = "arrives" | "lost-request" | "lost-answer" | "gone";

export type Request = { method: string; path: string; key: string; body?: unknown; headers?: Record<string, string> };
// biome-ignore lint/suspicious/noExplicitAny: a proof looks into any body
export type Reply = { status: number; body: any; receipt: string | undefined; replayed: boolean };

/** What is written down on the server's side of the wire: the receipts of answers, before and after they have left. */
export type Watcher = {
  onAnswer(life: Life, receipt: string, callId: string): void;
  onLeft(receipt: string): void;
  /** The server has been told that there is nobody any more to hand the answer to. */
  onGone(callId: string): void;
};

/** As much of a socket as tells the server when its answer has left. */
class Socket extends EventEmitter {
  closed = false;
  readonly #isGone: () => boolean;

  constructor(isGone: () => boolean) {
    super();
    this.#isGone = isGone;
  }

  get destroyed(): boolean {
    return this.#isGone();
  }
}

/** Hands calls to the process that lives, and its answers back, as a network does. Undefined where no answer came. */
export class Wire {
  readonly #platform: Platform;
  readonly #watcher: Watcher;

  constructor(platform: Platform, watcher: Watcher) {
    this.#platform = platform;
    this.#watcher = watcher;
  }

  async send({ method, path, key, body, headers = {} }: Request, fate: Fate = "arrives"): Promise<Reply | undefined> {
    const { life } = this.#platform;
    if (fate === "lost-request" || life.isOver) return undefined;
    const callId = headers["wizdata-call"] ?? "";
    const socket = new Socket(() => {
      if (fate === "gone") this.#watcher.onGone(callId);
      return fate === "gone";
    });
    const request = new Request(`http://wizdata.test/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      body: body === undefined ? null : JSON.stringify(body),
    });
    const response = await Promise.race([life.app.fetch(request, { outgoing: socket }), life.over]);
    if (!response || life.isOver) return undefined;
    const receipt = response.headers.get("wizdata-receipt") ?? undefined;
    if (receipt !== undefined) this.#watcher.onAnswer(life, receipt, callId);
    const text = await Promise.race([response.text(), life.over]);
    this.#platform.reach("on-answer");
    if (text === undefined || life.isOver) return undefined;
    if (receipt !== undefined) this.#watcher.onLeft(receipt);
    socket.closed = true;
    socket.emit("close");
    this.#platform.reach("after-answer");
    if (fate !== "arrives") return undefined;
    const replayed = response.headers.get("idempotency-replayed") === "true";
    return { status: response.status, body: text === "" ? undefined : JSON.parse(text), receipt, replayed };
  }
}
