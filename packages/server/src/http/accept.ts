/** One range of an Accept header, such as `text/*;q=0.5`; without parameters but its weight. */
type Weighted = { name: string; weight: number };

// Clients send the same few headers again and again.
const readMax = 500;
const known = new Map<string, readonly Weighted[]>();

const form = /^([\w!#$%&'*+.^`|~-]+(?:\/[\w!#$%&'*+.^`|~-]+)?)\s*((?:;.*)?)$/;
const weightForm = /;\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*(?:;|$)/i;

/** What a client accepts, in its order. What has not the form of a range is passed over. */
function rangesOf(header: string): readonly Weighted[] {
  const found = known.get(header);
  if (found) return found;
  const ranges = header.split(",").flatMap((text) => {
    const [, name, parameters = ""] = form.exec(text.trim()) ?? [];
    return name === undefined ? [] : [{ name: name.toLowerCase(), weight: weightOf(parameters) }];
  });
  if (known.size >= readMax) known.clear();
  known.set(header, ranges);
  return ranges;
}

const weightOf = (parameters: string): number => Number(weightForm.exec(parameters)?.[1] ?? 1);

/** How much a name is wanted, from 0 (not at all) to 1: the most special range that covers it decides. */
function wanted(ranges: readonly Weighted[], name: string): { weight: number; precision: number } {
  const precisions = [name, `${name.split("/")[0]}/*`, name.includes("/") ? "*/*" : "*"];
  for (const [at, range] of precisions.entries()) {
    const match = ranges.find((one) => one.name === range);
    if (match) return { weight: match.weight, precision: precisions.length - at };
  }
  return { weight: 0, precision: 0 };
}

/**
 * Of what can be given, best first, what a client likes best; undefined where it takes none of it. Of equal weights that which it
 * named more precisely, since `text/csv` beside any type asks for CSV.
 */
export function preferred<Name extends string>(header: string | undefined, offered: readonly Name[]): Name | undefined {
  const ranges = rangesOf(header ?? "");
  if (ranges.length === 0) return offered[0];
  let best: { name: Name; weight: number; precision: number } | undefined;
  for (const name of offered) {
    const { weight, precision } = wanted(ranges, name);
    if (weight === 0) continue;
    if (!best || weight > best.weight || (weight === best.weight && precision > best.precision))
      best = { name, weight, precision };
  }
  return best?.name;
}

/** Whether a client refuses this name in so many words. */
export function refuses(header: string | undefined, name: string): boolean {
  return (
    header !== undefined && wanted(rangesOf(header), name).precision > 0 && wanted(rangesOf(header), name).weight === 0
  );
}
