/** What one round gave: how much a second and the CPU time of the server that answered, or how long one run took. */
export type Round =
  | { perSecond: number; cpuMicros?: number | undefined; p99Ms?: number }
  | { millis: number }
  | { micros: number };

/** A measure that is set up: its rounds can be run in turn. */
export type Contest = {
  ours(): Promise<Round>;
  peer?: (() => Promise<Round>) | undefined;
  /** What else was seen over all rounds, for the record, and whether it is as it has to be. */
  observed?(): { facts: Record<string, number>; holds: boolean };
};

export type Measure = {
  name: string;
  /** Of a time, `goal` is how much longer ours may take than the peer; of a p99 and of `ms`, how many times as long. */
  unit: "requests/s" | "events/s" | "rows/s" | "MB/s" | "ms more" | "µs more" | "ms" | "ms p99";
  /** Null where there is nothing to compare with. */
  peerName: string | null;
  /** Ours as a share of the peer's, or what it may take more; null without a peer. */
  goal: number | null;
  /** Left out of a run of one round, as CI makes it, unless it is named. */
  isThorough?: boolean;
  /** How many times as long as the peer's the p99 of ours may be, where that is promised too. */
  p99TimesMax?: number;
  /** What has to be installed for it, beside what npm brings. */
  needs: readonly string[];
  /** Sets it up, lets `run` do the rounds, and takes everything down again. */
  open(run: (contest: Contest) => Promise<Result>): Promise<Result>;
};

/** One line of `--json`. `low` and `high` are the ends of the ratio over the rounds, or of `ours` where there is no peer. */
export type Result = {
  name: string;
  ours: number;
  peer: number | null;
  peer_name: string | null;
  unit: string;
  ratio: number | null;
  low: number;
  high: number;
  goal: number | null;
  holds: boolean;
  cpu_us_per_request?: number;
  peer_cpu_us_per_request?: number;
  p99_ms?: number;
  peer_p99_ms?: number;
} & Record<string, unknown>;
