import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { type Answer, ask, bodyOf } from "../../scripts/proving/ask.ts";

const retryMs = 500;
/** A claim ends half a minute after the process that made it; on Postgres nobody can know sooner that it died. */
const retriesMax = 120;

type Call = { path: string; body: object; idempotencyKey: string };

/** Clients that make partners and keys, and make each call again with its Idempotency-Key until it has succeeded. */
export class Writers {
  readonly #operatorKey: string;
  readonly #atOnce: number;
  #named = 0;
  #unfinished: string[] = [];
  /** By email: the ids that were acknowledged, and the secret. */
  readonly partners = new Map<string, { id: string; keyId: string; secret: string }>();
  readonly names: string[] = [];

  constructor(operatorKey: string, atOnce: number) {
    this.#operatorKey = operatorKey;
    this.#atOnce = atOnce;
  }

  async run(url: string): Promise<void> {
    await Promise.all(Array.from({ length: this.#atOnce }, () => this.#writeUntilGone(url)));
  }

  async #writeUntilGone(url: string): Promise<void> {
    for (;;) {
      const name = `writer${this.#named++}`;
      this.names.push(name);
      if (await this.#write(name, (call) => this.#post(url, call))) continue;
      this.#unfinished.push(name);
      return;
    }
  }

  /** Whatever a lost answer said: the call is made again until it is answered. */
  async finish(url: string): Promise<void> {
    const isDone = (name: string) => this.#write(name, (call) => this.#postUntilDone(url, call));
    await Promise.all(this.#unfinished.map(async (name) => assert.ok(await isDone(name), `${name} is never done`)));
    this.#unfinished = [];
  }

  async useKeys(url: string): Promise<void> {
    for (const { secret } of this.partners.values())
      assert.equal((await ask(url, secret, "/api/v1/me"))?.status, 200, "a key that was acknowledged does not work");
  }

  async #write(name: string, post: (call: Call) => Promise<Answer | undefined>): Promise<boolean> {
    const email = emailOf(name);
    const made = await post({ path: "/partners", body: { company: name, email }, idempotencyKey: name });
    if (made?.status !== 201 || !made.isWhole) return false;
    const { id } = bodyOf<{ id: string }>(made);
    const key = await post({ path: `/partners/${id}/keys`, body: { name: "first" }, idempotencyKey: `${name}-key` });
    if (key?.status !== 201 || !key.isWhole) return false;
    const { id: keyId, secret } = bodyOf<{ id: string; secret: string }>(key);
    this.partners.set(email, { id, keyId, secret });
    return true;
  }

  #post(url: string, { path, body, idempotencyKey }: Call): Promise<Answer | undefined> {
    const headers = { "idempotency-key": idempotencyKey };
    return ask(url, this.#operatorKey, `/api/v1${path}`, { method: "POST", body, headers });
  }

  async #postUntilDone(url: string, call: Call): Promise<Answer | undefined> {
    for (let retry = 0; ; retry++) {
      const answer = await this.#post(url, call);
      if (answer?.status !== 409 || retry === retriesMax) return answer;
      await sleep(retryMs);
    }
  }
}

export const emailOf = (name: string) => `data@${name}.example`;
