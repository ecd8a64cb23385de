import assert from "node:assert/strict";
import { Books } from "./books.ts";
import { checkBooks, type Stored } from "./invariants.ts";
import type { Moment } from "./loop-writer.ts";
import type { Market } from "./market.ts";
import { Platform } from "./platform.ts";
import { settle, Time } from "./time.ts";
import { type Reply, type Request, Wire } from "./wire.ts";

export type Doom = { moment: Moment; after: number; downMs: number };

/** What histories did, over all of them. */
export class Tally {
  sequences = 0;
  steps = 0;
  answers = 0;
  refusals = 0;
  repeats = 0;
  crashes = 0;
  interrupted = 0;
  kept = 0;
}

/** One platform from its first day on, all that happens to it, and the books of those around it. */
export class History {
  readonly time: Time;
  readonly platform: Platform;
  readonly books: Books;
  readonly wire: Wire;
  readonly tally: Tally;
  readonly #operatorKey: string;
  #names = 0;

  constructor(
    market: Market,
    given: { startMs: number; partners: readonly number[]; random: () => number; tally: Tally },
  ) {
    const { startMs, partners, random, tally } = given;
    const books = new Books(market.partners.filter((_, at) => partners.includes(at)));
    this.books = books;
    this.tally = tally;
    this.time = new Time(startMs);
    this.platform = new Platform(market.folder, {
      time: this.time,
      random,
      onStored: (life, pending) => books.noteStored(life, new Set(pending)),
    });
    this.wire = new Wire(this.platform, {
      onAnswer(life, receipt, callId) {
        // A repeated call has the answer of the first one's event, which may be another life's.
        if (!books.answers.has(receipt))
          books.answers.set(receipt, { receipt, callId, life, hasLeft: false, isSafe: false });
      },
      onLeft(receipt) {
        const answer = books.answers.get(receipt);
        if (answer) answer.hasLeft = true;
      },
      onGone: (callId) => void books.gone.add(callId),
    });
    this.#operatorKey = market.operatorKey;
  }

  /** A name that nothing else in this history has. */
  name(kind: string): string {
    this.#names += 1;
    return `${kind}-${String(this.#names).padStart(8, "0")}`;
  }

  /** What an operator orders: tried again, with its Idempotency-Key, until it is told. With `isLost` the first answer is. */
  async operate(
    request: Omit<Request, "key">,
    { isLost = false, doom = undefined as Doom | undefined } = {},
  ): Promise<Reply> {
    const idempotent = request.method === "POST" ? { "idempotency-key": this.name("order") } : {};
    const whole = { ...request, key: this.#operatorKey, headers: { ...idempotent, ...request.headers } };
    if (doom) this.platform.doom(doom.moment, doom.after);
    let reply = await this.wire.send(whole, isLost ? "lost-answer" : "arrives");
    if (doom) await this.crash(doom);
    reply ??= await this.wire.send(whole);
    assert.ok(reply, "an operator has no answer from a server that lives");
    return reply;
  }

  /** The process dies, if it has not yet, and another follows. */
  async crash({ downMs }: { downMs: number }): Promise<void> {
    this.platform.kill();
    this.books.crashed.add(this.platform.life);
    this.tally.crashes += 1;
    await this.platform.buried();
    await this.time.pass(downMs);
    await this.platform.start();
  }

  async restart(): Promise<void> {
    const { life } = this.platform;
    await this.platform.stop();
    this.books.noteStored(life, new Set());
    await this.platform.start();
  }

  /** Time passes, in which whatever is due is done: among it that what has left is written down. */
  async pass(ms: number): Promise<void> {
    await this.time.pass(ms);
    if (ms >= 1_000) this.books.noteStored(this.platform.life, new Set());
  }

  async remove(): Promise<void> {
    this.platform.kill();
    await this.platform.remove();
  }

  /** Holds what is stored against the books. */
  async verify(): Promise<Stored> {
    await settle();
    return checkBooks(this.books, this.platform.life.opened.services.store.db);
  }
}
