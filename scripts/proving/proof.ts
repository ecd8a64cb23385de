/** A promise of the product and the run that would break it. A file of proofs/ has one as its default export; its name is the file's. */
export type Proof = {
  /** The promise, as one sentence a user may hold us to. */
  summary: string;
  /** Throws when the promise does not hold. */
  run(options: ProofOptions): Promise<{ figures: string }>;
};

export type ProofOptions = {
  /** Some seconds and a share of the work, for every change. The figures for docs/reliability.md come of the whole. */
  quick: boolean;
  /** Whatever is random in a proof comes of it, so that the same seed is the same run. */
  seed: number;
  /** Tells whoever watches how far it is. */
  say(text: string): void;
};

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
