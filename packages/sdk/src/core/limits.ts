import type { Answer } from "./send.ts";

/** One limit that applied to a call, as it stood after it. */
export type LimitState = {
  name: string;
  quota: number;
  windowSeconds: number;
  remaining: number;
  resetsInSeconds: number;
};

/**
 * A limit as an answer last told of it. Nothing is asked for it, so calls of others since then are not in it, and what resets before now
 * has begun anew.
 *
 * @example const scarce = wizdata.limits.filter(({ remaining, quota }) => remaining < quota / 5).map(({ name }) => name);
 */
export type SeenLimit = {
  /** `license-day`, `plan-minute` …: whose limit it is, and for how long. */
  name: string;
  /** The dataset whose license it is of; null for what limits the plan or the key over all datasets. */
  dataset: string | null;
  quota: number;
  remaining: number;
  windowSeconds: number;
  resetsAt: Date;
};

/** The two headers as they came, and when. */
type Told = { policy: string; state: string; atMs: number };

/** What metered answers told of limits. A call costs the keeping of two texts: they are read when somebody asks. */
export class SeenLimits {
  // One entry a dataset that answered, the one that answered last at the end.
  readonly #told = new Map<string | null, Told>();

  /** Passes an answer on, a refusal too, and keeps what it tells. */
  hear(dataset: string | null, answer: Answer): Answer {
    const policy = answer.header("ratelimit-policy");
    if (policy !== null) {
      this.#told.delete(dataset);
      this.#told.set(dataset, { policy, state: answer.header("ratelimit") ?? "", atMs: Date.now() });
    }
    return answer;
  }

  list(): SeenLimit[] {
    const seen = new Map<string, SeenLimit>();
    for (const [asked, { policy, state, atMs }] of this.#told) {
      for (const { resetsInSeconds, ...limit } of limitsOf(policy, state)) {
        const dataset = limit.name.startsWith("license-") ? asked : null;
        const resetsAt = new Date(atMs + resetsInSeconds * 1000);
        // What all datasets share was told of last by the last answer.
        seen.set(`${limit.name} ${dataset}`, { ...limit, dataset, resetsAt });
      }
    }
    return [...seen.values()];
  }
}

/** `"license-day";q=1000;w=86400` and `"license-day";r=990;t=3600`, put together by name. */
export function limitsOf(policy: string | null, state: string | null): LimitState[] {
  const states = new Map(itemsOf(state));
  return itemsOf(policy).map(([name, { q = 0, w = 0 }]) => {
    const { r = 0, t = 0 } = states.get(name) ?? {};
    return { name, quota: q, windowSeconds: w, remaining: r, resetsInSeconds: t };
  });
}

function itemsOf(list: string | null): [string, Record<string, number>][] {
  return [...(list ?? "").matchAll(/"([^"]*)"([^",]*)/g)].map(([, name = "", parameters = ""]) => {
    const numbers = [...parameters.matchAll(/;\s*(\w+)=(\d+)/g)].map(([, key, value]) => [key, Number(value)]);
    return [name, Object.fromEntries(numbers)];
  });
}
