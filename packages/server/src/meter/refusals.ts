/** A metered call that was refused: who asked for what, and the problem's code. */
export type Refused = { partnerId: string; lineageId: string; keyId: string; dataset: string; code: string };

/** Refusals are counted in memory and written every few seconds, never before the answer: they decide nothing. */
export type Refusals = {
  note(refused: Refused): void;
  flush(): Promise<void>;
  close(): Promise<void>;
};
