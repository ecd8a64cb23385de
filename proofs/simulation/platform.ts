import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp } from "../../packages/server/src/app.ts";
import { readConfig } from "../../packages/server/src/config.ts";
import { createLog } from "../../packages/server/src/log.ts";
import { type Opened, openServices } from "../../packages/server/src/open-services.ts";
import { recover } from "../../packages/server/src/recovery.ts";
import { type Moment, openLoopWriter } from "./loop-writer.ts";
import { settle, type Time } from "./time.ts";

const secret = Buffer.alloc(32, 7).toString("base64");
const inMemory = "/dev/shm";

/** Of memory where there is such: what is rehearsed is the death of a process, not of a disk. */
const newFolder = () => mkdtempSync(join(existsSync(inMemory) ? inMemory : tmpdir(), "wizdata-simulation-"));

/** One process's life on the home, from its start to its death. */
export type Life = {
  opened: Opened;
  app: ReturnType<typeof createApp>;
  isOver: boolean;
  over: Promise<undefined>;
  end(): void;
};

type Given = {
  time: Time;
  random: () => number;
  /** Told what the chain's row says has not left, by each commit that stores it. */
  onStored: (life: Life, pending: readonly string[]) => void;
};

/** A home, and one process after the other on it: a server without its socket. */
export class Platform {
  readonly folder = newFolder();
  readonly #given: Given;
  #life: Life | undefined;
  #doom: { moment: Moment; after: number } | undefined;
  #dying: Promise<void> = Promise.resolve();
  /** Why a process that lives wanted to end. */
  readonly fatal: unknown[] = [];

  constructor(template: string | undefined, given: Given) {
    this.#given = given;
    if (template !== undefined) cpSync(template, this.folder, { recursive: true });
  }

  get life(): Life {
    if (!this.#life) throw new Error("No process runs.");
    return this.#life;
  }

  get config() {
    return readConfig({
      WIZDATA_HOME: this.folder,
      WIZDATA_LOG: "silent",
      WIZDATA_SECRET: secret,
      WIZDATA_UNMETERED_CALLS_PER_MINUTE: "1000000",
      WIZDATA_FAILED_KEYS_PER_MINUTE: "1000000",
    });
  }

  async start(): Promise<void> {
    await this.buried();
    const { time, random, onStored } = this.#given;
    const { promise: over, resolve } = Promise.withResolvers<undefined>();
    const opened = await openServices(this.config, {
      clock: time.clock,
      every: time.every,
      random: (bytes) => Uint8Array.from({ length: bytes }, () => random() * 256),
      log: createLog("silent"),
      openWriter: openLoopWriter(
        (moment) => this.reach(moment),
        (pending) => onStored(this.life, pending),
      ),
      onFatal: (error) => this.fatal.push(error),
    });
    (await recover(opened.services)).stop();
    const life: Life = { opened, app: createApp(opened.services), isOver: false, over, end: () => resolve(undefined) };
    this.#life = life;
  }

  /** It will die when it comes to such a moment for so many more times. */
  doom(moment: Moment, after: number): void {
    this.#doom = { moment, after };
  }

  reach(moment: Moment): void {
    if (this.#doom?.moment !== moment) return;
    this.#doom.after -= 1;
    if (this.#doom.after <= 0) this.kill();
  }

  /** At this instant: what is not committed is gone, and no answer comes any more. */
  kill(): void {
    const { life } = this;
    this.#doom = undefined;
    if (life.isOver) return;
    life.isOver = true;
    life.end();
    this.#dying = life.opened.abandon();
  }

  /** Resolves when nothing of the dead process does anything any more. */
  buried(): Promise<void> {
    return this.#dying;
  }

  /** As an operator stops it. */
  async stop(): Promise<void> {
    await settle();
    this.life.isOver = true;
    this.life.end();
    await this.life.opened.close();
  }

  async remove(): Promise<void> {
    await this.#dying;
    rmSync(this.folder, { recursive: true, force: true });
  }
}
