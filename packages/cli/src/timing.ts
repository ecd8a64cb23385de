import { subscribe } from "node:diagnostics_channel";

type Moments = { createdAt: number; headersAt?: number };

/** Where the time of one run went, in milliseconds since the process began. Both fetch and the client's own transport tell it here. */
export class Timing {
  #startedAt = 0;
  #connectMs = 0;
  #firstByteMs = 0;
  #bodyMs = 0;
  #renderMs = 0;
  #requests = 0;

  constructor() {
    const requests = new WeakMap<object, Moments>();
    const connections = new Map<string, number>();
    onChannel("undici:client:beforeConnect", "connectParams", (to) => connections.set(hostOf(to), performance.now()));
    onChannel("undici:client:connected", "connectParams", (to) => {
      this.#connectMs += performance.now() - (connections.get(hostOf(to)) ?? performance.now());
    });
    onChannel("undici:client:sendHeaders", "request", (request) => {
      this.#requests += 1;
      requests.set(request, { createdAt: performance.now() });
    });
    onChannel("undici:request:headers", "request", (request) => {
      const moments = requests.get(request);
      if (!moments) return;
      moments.headersAt = performance.now();
      this.#firstByteMs += moments.headersAt - moments.createdAt;
    });
    onChannel("undici:request:trailers", "request", (request) => {
      this.#bodyMs += performance.now() - (requests.get(request)?.headersAt ?? performance.now());
    });
  }

  /** The command itself begins: what was before was reading and loading code. */
  started(): void {
    this.#startedAt = performance.now();
  }

  async rendering<T>(work: Promise<T>): Promise<T> {
    const beganAt = performance.now();
    try {
      return await work;
    } finally {
      this.#renderMs += performance.now() - beganAt;
    }
  }

  line(): string {
    const parts = [
      ["start-up", this.#startedAt],
      ["connect", this.#connectMs],
      ["first byte", this.#firstByteMs],
      ["body", this.#bodyMs],
      ["render", this.#renderMs],
      ["total", performance.now()],
    ] as const;
    const times = parts.map(([name, ms]) => `${name} ${ms.toFixed(1)} ms`).join(" · ");
    return `${times} · ${this.#requests} ${this.#requests === 1 ? "request" : "requests"}`;
  }
}

const hostOf = (parameters: object) => ("host" in parameters ? String(parameters.host) : "");

function onChannel(channel: string, member: string, act: (about: object) => void): void {
  subscribe(channel, (message) => {
    // Messages of the channels are untyped; what is not there is not counted.
    const about = (message as Record<string, unknown>)[member];
    if (typeof about === "object" && about !== null) act(about);
  });
}
