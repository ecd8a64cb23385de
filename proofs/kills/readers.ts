import { setTimeout as sleep } from "node:timers/promises";
import { ask } from "../../scripts/proving/ask.ts";
import { type Reader, slug } from "../../scripts/proving/market.ts";

const rowsMax = 20;
const waitMs = 100;

/** Clients of metered pages, with a book of the receipts that they were given. */
export class Readers {
  readonly #readers: readonly Reader[];
  readonly #random: () => number;
  /** By receipt: how much of its answer came, and what it must have cost. */
  readonly receipts = new Map<string, "whole" | "partly">();
  /** Calls of which nothing came back: the server may have metered them or not. */
  inFlight = 0;

  constructor(readers: readonly Reader[], random: () => number) {
    this.#readers = readers;
    this.#random = random;
  }

  get received(): number {
    return this.receipts.size;
  }

  get partly(): number {
    return [...this.receipts.values()].filter((much) => much === "partly").length;
  }

  /** All of them ask as fast as they are answered, until the server is gone. */
  async run(url: string): Promise<void> {
    await Promise.all(this.#readers.map((reader) => this.#readUntilGone(url, reader)));
  }

  async #readUntilGone(url: string, { key }: Reader): Promise<void> {
    for (;;) {
      const answer = await ask(url, key, `/api/v1/data/${slug}?limit=${1 + Math.floor(this.#random() * rowsMax)}`);
      if (answer === undefined) {
        this.inFlight += 1;
        return;
      }
      if (answer.status === 429) await sleep(waitMs);
      else if (answer.status !== 200) throw new Error(`${answer.status}: ${answer.text}`);
      else if (answer.receipt === undefined) throw new Error("an answer came without a receipt");
      else this.receipts.set(answer.receipt, answer.isWhole ? "whole" : "partly");
      if (!answer.isWhole) return;
    }
  }
}
