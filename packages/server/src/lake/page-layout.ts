import type { Definition } from "../datasets/definition.ts";
import type { Part } from "./lake.ts";
import { compareValues, type TimeForm, timeFormOf, timeValue } from "./page-time.ts";

/** A version's parts in the order of their rows. */
export type Layout = {
  parts: Part[];
  time: TimeForm | null;
  /** Whether each part's rows come wholly after those of the part before it: only then is one part read after the other. */
  consecutive: boolean;
};

// A version's parts never change, so they are put in order once for as long as the caller keeps the list.
const layoutByParts = new WeakMap<Part[], { definition: Definition; layout: Layout }>();

export function layoutOf(definition: Definition, parts: Part[]): Layout {
  const known = layoutByParts.get(parts);
  if (known?.definition === definition) return known.layout;
  const time = timeFormOf(definition, parts);
  const layout = time ? timeLayout(time, parts) : { parts, time, consecutive: true };
  layoutByParts.set(parts, { definition, layout });
  return layout;
}

function timeLayout(time: TimeForm, unsorted: Part[]): Layout {
  const first = (part: Part | undefined) => timeValue(time, part?.timeMin ?? "");
  const last = (part: Part | undefined) => timeValue(time, part?.timeMax ?? "");
  const parts = unsorted.toSorted((left, right) => compareValues(first(left), first(right)));
  const consecutive = parts.every((part, at) => at === 0 || compareValues(last(parts[at - 1]), first(part)) <= 0);
  return { parts, time, consecutive };
}
