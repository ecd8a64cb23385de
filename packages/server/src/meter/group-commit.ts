import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import type { Outcome } from "./decide.ts";
import { type Failure, failureOf, unmetered } from "./failures.ts";
import type { Member } from "./meter.ts";
import type { Writer } from "./writer.ts";

const groupMembersMax = 512;
/** Fewer than these are written all at once: what halves would gain is less than a second wait for the disk costs. */
const halvedFromMembers = 32;
/** About what the event loop takes for a member: a disk slower than all of that together is waited for as seldom as can be. */
const loopMsEach = 0.3;

type Events = {
  onStored?: (members: number, ms: number) => void;
  onFailure: (failure: Failure, error: unknown, receipts: string[]) => void;
};
type Needs = { clock: Clock; log: Logger /** The receipts that have not left. */; pending: () => string[] } & Events;
type Waiting = { member: Member; resolve(outcome: Outcome): void; reject(reason: unknown): void };

/** Stores members in groups: while one is written the next gathers, so that one wait for the disk serves all who came meanwhile. */
export class GroupCommit {
  readonly #writer: Writer;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #pending: Needs["pending"];
  readonly #onStored: Events["onStored"];
  readonly #onFailure: Events["onFailure"];
  #waiting: Waiting[] = [];
  #running: Promise<void> | undefined;

  constructor(writer: Writer, { clock, log, pending, onStored, onFailure }: Needs) {
    this.#writer = writer;
    this.#pending = pending;
    this.#clock = clock;
    this.#log = log;
    this.#onStored = onStored;
    this.#onFailure = onFailure;
  }

  commit(member: Member): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ member, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /** Resolves when nothing waits any more. */
  async drain(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    // Who comes in the same tick comes in the same group.
    await Promise.resolve();
    let before = { members: 0, writeMs: 0 };
    while (this.#waiting.length > 0) {
      await this.#writer.turn(async () => {
        const group = this.#waiting.splice(0, groupSize(this.#waiting.length, before));
        const startedMs = this.#clock().getTime();
        await this.#write(group);
        before = { members: group.length, writeMs: this.#clock().getTime() - startedMs };
      });
    }
    this.#running = undefined;
  }

  async #write(group: Waiting[]): Promise<void> {
    try {
      const startedMs = performance.now();
      const outcomes = await this.#writer.write({
        members: group.map(({ member }) => member),
        nowMs: this.#clock().getTime(),
        pending: this.#pending(),
      });
      this.#onStored?.(group.length, performance.now() - startedMs);
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
    const receipts = group.map(({ member }) => member.eventId);
    // Told before the callers are: whoever forgets what was not stored does so first.
    this.#onFailure(failure, error, receipts);
    for (const { reject } of group) reject(unmetered(failure, error));
  }
}

/**
 * Half of those who wait or have just been answered. While the disk has one half, the event loop has the other: all in one
 * group would leave each of them idle while the other works, and callers that wait for answers keep such a rhythm for good.
 */
function groupSize(waiting: number, before: { members: number; writeMs: number }): number {
  const present = waiting + before.members;
  const isHalved = present >= halvedFromMembers && before.writeMs < present * loopMsEach;
  return Math.min(waiting, groupMembersMax, isHalved ? Math.ceil(present / 2) : waiting);
}
