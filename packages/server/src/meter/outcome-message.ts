import type { Outcome } from "./decide.ts";
import type { WindowState } from "./meter.ts";

type Kind = Pick<WindowState, "name" | "limit" | "windowSeconds" | "resetsAtMs">;
type Fullness = [kind: number, used: number, held: number];

/** All that is seldom told of an outcome. */
type Rest = Omit<Outcome, "receipt" | "windows">;

/**
 * Outcomes as they go from one thread to another. Windows of a group differ in hardly anything but how full they are, so what
 * they have in common is told once: told with each outcome it would be most of the message.
 */
export type OutcomeMessage = {
  kinds: Kind[];
  outcomes: [receipt: string, windows: Fullness[], rest?: Rest][];
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
  const told = outcomes.map(({ receipt, windows, ...rest }): OutcomeMessage["outcomes"][number] => {
    const states = windows.map((state): Fullness => [placeOf(state), state.used, state.held]);
    return Object.keys(rest).length > 0 ? [receipt, states, rest] : [receipt, states];
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
  return outcomes.map(([receipt, windows, rest]) => ({ receipt, windows: windows.map(stateOf), ...rest }));
}
