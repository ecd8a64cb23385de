import type { Contest, Measure, Result, Round } from "./measure.ts";

/** Ours and the peer in turn, so that whatever else the machine does meanwhile falls on both. */
export async function runRounds(measure: Measure, contest: Contest, rounds: number): Promise<Result> {
  const ours: Round[] = [];
  const peer: Round[] = [];
  for (let round = 0; round < rounds; round++) {
    ours.push(await contest.ours());
    if (contest.peer) peer.push(await contest.peer());
  }
  return toResult(measure, ours, peer, contest.observed?.());
}

function toResult(
  { name, unit, peerName, goal, p99TimesMax = Number.POSITIVE_INFINITY }: Measure,
  ours: Round[],
  peer: Round[],
  observed: ReturnType<NonNullable<Contest["observed"]>> | undefined,
): Result {
  // Each round of ours against the peer's of the same moment.
  const isTime = unit.endsWith(" more");
  const ratios = peer.map((round, at) => {
    const own = figureOf(ours[at] ?? round);
    return isTime ? own - figureOf(round) : own / figureOf(round);
  });
  const ratio = peer.length === 0 ? null : median(ratios);
  const spread = ratio === null ? ours.map(figureOf) : ratios;
  const isLessBetter = isTime || unit === "ms p99" || unit === "ms";
  const reached = ratio !== null && goal !== null && (isLessBetter ? ratio <= goal : ratio >= goal);
  const cpu = medianOf(ours, "cpuMicros");
  const peerCpu = medianOf(peer, "cpuMicros");
  const p99 = medianOf(ours, "p99Ms");
  const peerP99 = medianOf(peer, "p99Ms");
  const isPrompt = p99 === undefined || peerP99 === undefined || p99 <= peerP99 * p99TimesMax;
  return {
    name,
    ours: Math.round(median(ours.map(figureOf))),
    peer: ratio === null ? null : Math.round(median(peer.map(figureOf))),
    peer_name: peerName,
    unit,
    ratio: ratio === null ? null : rounded(ratio),
    low: rounded(Math.min(...spread)),
    high: rounded(Math.max(...spread)),
    goal,
    holds: (goal === null || reached) && isPrompt && (observed?.holds ?? true),
    ...(cpu === undefined ? {} : { cpu_us_per_request: cpu }),
    ...(peerCpu === undefined ? {} : { peer_cpu_us_per_request: peerCpu }),
    ...(p99 === undefined ? {} : { p99_ms: p99 }),
    ...(peerP99 === undefined ? {} : { peer_p99_ms: peerP99 }),
    ...observed?.facts,
  };
}

function figureOf(round: Round): number {
  if ("millis" in round) return round.millis;
  return "micros" in round ? round.micros : round.perSecond;
}

function medianOf(rounds: Round[], field: "cpuMicros" | "p99Ms"): number | undefined {
  const known = rounds.flatMap((round) => ("perSecond" in round && round[field] !== undefined ? [round[field]] : []));
  return known.length === 0 ? undefined : Math.round(median(known));
}

function median(values: number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = low] = sorted.slice(sorted.length % 2 === 0 ? middle - 1 : middle);
  return sorted.length % 2 === 0 ? (low + high) / 2 : low;
}

const rounded = (value: number) => Number(value.toPrecision(3));
