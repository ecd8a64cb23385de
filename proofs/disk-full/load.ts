import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { type Answer, ask, bodyOf } from "../../scripts/proving/ask.ts";
import { type Reader, slug } from "../../scripts/proving/market.ts";

const pauseMs = 20;
const writeEveryMs = 100;

let loads = 0;

/** Clients that read and write, and hold every answer against what may be answered when there is no room. */
export class Load {
  readonly #name = `load${loads++}`;
  readonly receipts = new Set<string>();
  readonly partners = new Set<string>();
  refused = 0;
  slowestMs = 0;
  /** Calls without any answer: allowed only of a server that ends. */
  lost = 0;
  #isOver = false;
  #running: Promise<unknown> = Promise.resolve();

  start(url: string, operatorKey: string, readers: readonly Reader[]): void {
    this.#isOver = false;
    this.#running = Promise.all([...readers.map((reader) => this.#read(url, reader)), this.#write(url, operatorKey)]);
    // Whoever ends the load hears of it.
    this.#running.catch(() => {});
  }

  async end(): Promise<void> {
    this.#isOver = true;
    await this.#running;
  }

  async #read(url: string, { key }: Reader): Promise<void> {
    while (!this.#isOver) {
      const answer = await this.#timed(() => ask(url, key, `/api/v1/data/${slug}?limit=20`));
      if (answer === undefined) return;
      if (answer.status === 200) {
        assert.ok(answer.receipt, "an answer came without a receipt");
        this.receipts.add(answer.receipt);
      } else if (answer.status !== 429) this.#mustRefuseWell(answer);
      await sleep(pauseMs);
    }
  }

  async #write(url: string, operatorKey: string): Promise<void> {
    while (!this.#isOver) {
      const name = `${this.#name}-${this.partners.size}-${this.refused}`;
      const body = { company: name, email: `data@${name}.example` };
      const answer = await this.#timed(() => ask(url, operatorKey, "/api/v1/partners", { method: "POST", body }));
      if (answer === undefined) return;
      if (answer.status === 201) this.partners.add(bodyOf<{ id: string }>(answer).id);
      else this.#mustRefuseWell(answer);
      await sleep(writeEveryMs);
    }
  }

  #mustRefuseWell({ status, headers, text }: Answer): void {
    this.refused += 1;
    assert.ok(status === 503 || status === 507, `${status}: ${text}`);
    assert.match(headers.get("content-type") ?? "", /^application\/problem\+json/);
    assert.ok(Number(headers.get("retry-after")) >= 1, `${status} without Retry-After: ${text}`);
  }

  async #timed(call: () => Promise<Answer | undefined>): Promise<Answer | undefined> {
    const startedMs = performance.now();
    const answer = await call();
    if (answer === undefined) this.lost += 1;
    else this.slowestMs = Math.max(this.slowestMs, performance.now() - startedMs);
    return answer;
  }
}
