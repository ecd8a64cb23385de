import type { Outcome } from "./decide.ts";
import type { Member } from "./meter.ts";

/** What is decided and stored in one commit. */
export type Group = {
  members: readonly Member[];
  nowMs: number;
  /** Events, the members' own included, whose answers have not left: stored along, for whoever comes after a crash. */
  pending: readonly string[];
};

/** Decides and stores groups on one database. */
export type Writer = {
  /** Waits until the database may be written to, does the work and lets the next writer have it. */
  turn<T>(work: () => Promise<T>): Promise<T>;
  /** One durable commit, inside a turn. Rejects when it failed as a whole or its outcome is unknown. */
  write(group: Group): Promise<Outcome[]>;
  /** As if the process had been killed: what is not committed by now never is. */
  sever?(): Promise<void>;
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

/** Another process took this one for dead and closed its chain: nothing more can be stored in it. */
export const chainHasEnded = (chain: string) =>
  new StoringFailed(`The chain ${chain} was closed by another process.`, "METER_CHAIN_ENDED");
