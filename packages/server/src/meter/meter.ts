import type { Problem } from "../http/problem.ts";
import type { Operation } from "./operations.ts";
import type { NamedPart } from "./shared-parts.ts";
import type { Counts, QuotaWindow } from "./windows.ts";

/** An event says what was asked in so many characters at most. */
export const askedCharsMax = 1_000;

/** One answer that is about to leave: what the group commit needs to decide and to store it. It is counted at the instant of the commit. */
export type Member = {
  /** The usage event's id, which is also the receipt; made beforehand, so that headers can name it. */
  eventId: string;
  requestId: string;
  partnerId: string;
  lineageId: string;
  keyId: string;
  subscriptionId: string;
  dataset: string;
  version: number;
  operation: Operation;
  /** HTTP status of the answer: 200, or 304, which has 0 rows and 0 units and is recorded all the same. */
  status: number;
  rows: number;
  bytes: number;
  units: number;
  /** What was asked, for whoever has to explain the event later. */
  asked: string;
  /** The minute windows as they stood, as `windowsText` writes them. */
  minutes: string;
  /** The caller's own name for a logical call, and what it asked: a retry of both is the same call. */
  call: { id: string; queryHash: string } | null;
  /** The parts whose links it hands out: the commit counts those that are not free, instead of `rows` and `bytes`. */
  parts?: readonly NamedPart[];
};

/** One limit as it stands. Names: license-, plan- or key-, then minute, day or month. */
export type WindowState = {
  name: string;
  limit: number;
  used: number;
  /** Reserved by exports that are not ready yet; part of what is not remaining. */
  held: number;
  remaining: number;
  /** The true length of this very window, such as 82 800 s on the day summer time begins. */
  windowSeconds: number;
  resetsAtMs: number;
};

/**
 * `windows`: the day and month windows as they are after this answer, or as they were when they refused it. `receipt`: the event
 * that stands for the answer, which for a retried call is the first one's.
 */
export type Verdict =
  | { admitted: true; receipt: string; windows: WindowState[]; charged?: Charged }
  | { admitted: false; problem: Problem; windows: WindowState[] };

/** What an answer that names parts was counted with. */
export type Charged = { rows: number; bytes: number };

export type Meter = {
  /**
   * Waits for the one commit that decides this answer and stores its event.
   * Rejects with a Problem when nothing could be stored, or when nobody knows whether it was.
   */
  commit(member: Member): Promise<Verdict>;
  /** The answer of this receipt has been handed to its socket, or there is nobody any more to hand it to. */
  left(receipt: string): void;
  /** The chain that this process stores usage in. */
  chain: string;
  /** How many wait for their group to be written. */
  waiting(): number;
  /** What the last commit saw of a day or month window; undefined when that is not known. */
  lastSeen(window: QuotaWindow): Counts | undefined;
  /** As if the process had been killed: nothing that is not stored by now ever is. */
  sever(): Promise<void>;
  /** Ends once all that was given to it is written. */
  close(): Promise<void>;
};
