import type { Outcome } from "./decide.ts";
import type { WindowState } from "./meter.ts";
import type { Refusal } from "./refuse.ts";

type Kind = Pick<WindowState, "name" | "limit" | "windowSeconds" | "resetsAtMs">;
type Fullness = [kind: number, used: number, held: number];

/**
 * Outcomes as they go from one thread to another. Windows of a group differ in hardly anything but how full they are, so what
 * they have in common is told once: told with each outcome it would be most of the message.
 */
export type OutcomeMessage = {
  kinds: Kind[];
  outcomes: [receipt: string, windows: Fullness[], refusal?: Refusal][];
};

export function packOutcomes(outcomes: readonly Outcome[]): OutcomeMessage {
  const kinds: Kind[] = [];
  const places = new Map<string, number>();
  const placeOf = ({ name, limit, windowSeconds, resetsAtMs }: WindowState): number => {
    const key = `${name} ${limit} ${windowSeconds} ${resetsAtMs}`;
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, kinds.length);
    return kinds.push({ name, limit, windowSeconds, resetsAtMs }) - 1;
  };
  const told = outcomes.map(({ receipt, windows, refusal }): OutcomeMessage["outcomes"][number] => {
    const states = windows.map((state): Fullness => [placeOf(state), state.used, state.held]);
    return refusal ? [receipt, states, refusal] : [receipt, states];
  });
  return { kinds, outcomes: told };
}

export function unpackOutcomes({ kinds, outcomes }: OutcomeMessage): Outcome[] {
  const stateOf = ([kind, used, held]: Fullness): WindowState => {
    const known = kinds[kind];
    if (!known) throw new Error("A window of no kind that was told.");
    const { name, limit, windowSeconds, resetsAtMs } = known;
    return { name, limit, used, held, remaining: Math.max(0, limit - used - held), windowSeconds, resetsAtMs };
  };
  return outcomes.map(([receipt, windows, refusal]) => {
    const states = windows.map(stateOf);
    return refusal ? { receipt, refusal, windows: states } : { receipt, windows: states };
  });
}
