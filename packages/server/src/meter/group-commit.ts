import { performance } from "node:perf_hooks";
import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import type { Outcome } from "./decide.ts";
import { type Failure, failureOf, unmetered } from "./failures.ts";
import type { Member } from "./meter.ts";
import type { Writer } from "./writer.ts";

const groupMembersMax = 1_024;
/** Fewer than these are written all at once: what halves would gain is less than a second wait for the disk costs. */
const halvedFromMembers = 32;

type Events = {
  onStored?: (members: number, ms: number) => void;
  onFailure: (failure: Failure, error: unknown, receipts: string[]) => void;
};
type Needs = Events & {
  clock: Clock;
  log: Logger;
  /** The receipts that have not left. */
  pending: () => string[];
  /** How long the event loop has been at work, all in all. */
  busyMs?: () => number;
};
type Waiting = { member: Member; resolve(outcome: Outcome): void; reject(reason: unknown): void };

/** Stores members in groups: while one is written the next gathers, so that one wait for the disk serves all who came meanwhile. */
export class GroupCommit {
  readonly #writer: Writer;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #pending: Needs["pending"];
  readonly #busyMs: () => number;
  readonly #onStored: Events["onStored"];
  readonly #onFailure: Events["onFailure"];
  #waiting: Waiting[] = [];
  #running: Promise<void> | undefined;
  /** The last group: how long it took the disk, and how long the loop had been at work when it began. */
  #before = { members: 0, busyMs: 0, writeMs: 0 };

  constructor(writer: Writer, { clock, log, pending, busyMs = loopBusyMs, onStored, onFailure }: Needs) {
    this.#writer = writer;
    this.#pending = pending;
    this.#busyMs = busyMs;
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
    while (this.#waiting.length > 0) {
      await this.#writer.turn(async () => {
        const busyMs = this.#busyMs();
        const isBusy = busyMs - this.#before.busyMs > this.#before.writeMs;
        const group = this.#waiting.splice(0, groupSize(this.#waiting.length, this.#before.members, isBusy));
        const startedMs = this.#clock().getTime();
        await this.#write(group);
        this.#before = { members: group.length, busyMs, writeMs: this.#clock().getTime() - startedMs };
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
 * Half of those who wait or have just been answered, where the event loop is at work for as long as the disk is: while the disk
 * has one half, the loop has the other. All in one group would leave each of them idle while the other works, and callers that
 * wait for answers keep such a rhythm for good. Where the disk takes longer it is waited for as seldom as can be.
 */
function groupSize(waiting: number, before: number, isBusy: boolean): number {
  const present = waiting + before;
  return Math.min(waiting, groupMembersMax, isBusy && present >= halvedFromMembers ? Math.ceil(present / 2) : waiting);
}

/** Nothing on runtimes that do not tell it. */
function loopBusyMs(): number {
  return "eventLoopUtilization" in performance ? performance.eventLoopUtilization().active : 0;
}
