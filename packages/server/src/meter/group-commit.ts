import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import type { Outcome } from "./decide.ts";
import { type Failure, failureOf, unmetered } from "./failures.ts";
import type { Member } from "./meter.ts";
import type { Writer } from "./writer.ts";

const groupMembersMax = 512;

type Waiting = { member: Member; resolve(outcome: Outcome): void; reject(reason: unknown): void };

/** Stores members in groups: while one is written the next gathers, so that one wait for the disk serves all who came meanwhile. */
export class GroupCommit {
  readonly #writer: Writer;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #onFailure: (failure: Failure, error: unknown) => void;
  #waiting: Waiting[] = [];
  #running: Promise<void> | undefined;

  constructor(
    writer: Writer,
    { clock, log, onFailure }: { clock: Clock; log: Logger; onFailure: (failure: Failure, error: unknown) => void },
  ) {
    this.#writer = writer;
    this.#clock = clock;
    this.#log = log;
    this.#onFailure = onFailure;
  }

  commit(member: Member): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ member, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  /** Resolves when nothing waits any more. */
  async drain(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    // Who comes in the same tick comes in the same group.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      await this.#writer.turn(() => this.#write(this.#waiting.splice(0, groupMembersMax)));
    }
    this.#running = undefined;
  }

  async #write(group: Waiting[]): Promise<void> {
    try {
      const outcomes = await this.#writer.write(
        group.map(({ member }) => member),
        this.#clock().getTime(),
      );
      group.forEach(({ resolve, reject }, at) => {
        const outcome = outcomes[at];
        if (outcome) resolve(outcome);
        else reject(new Error("The writer left a member without an outcome."));
      });
    } catch (error) {
      await this.#fail(group, error);
    }
  }

  async #fail(group: Waiting[], error: unknown): Promise<void> {
    const failure = failureOf(error);
    if (failure === "member" && group.length > 1) {
      // One of them cannot be stored at all. Alone, each of the others can.
      for (const waiting of group) await this.#write([waiting]);
      return;
    }
    this.#log.error({ error, failure, members: group.length }, "usage was not stored");
    for (const { reject } of group) reject(unmetered(failure, error));
    this.#onFailure(failure, error);
  }
}
