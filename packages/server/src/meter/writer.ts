import type { Outcome } from "./decide.ts";
import type { Member } from "./meter.ts";

/** Decides and stores groups on one database. */
export type Writer = {
  /** Waits until the database may be written to, does the work and lets the next writer have it. */
  turn<T>(work: () => Promise<T>): Promise<T>;
  /** One durable commit, inside a turn. Rejects when it failed as a whole or its outcome is unknown. */
  write(members: readonly Member[], nowMs: number): Promise<Outcome[]>;
  close(): Promise<void>;
};

/** Why a group could not be stored, in the driver's words. */
export class StoringFailed extends Error {
  readonly code: string | undefined;
  constructor(message: string, code: string | undefined) {
    super(message);
    this.code = code;
  }
}
