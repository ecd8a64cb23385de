import type { Definition } from "../datasets/definition.ts";
import { Problem } from "../http/problem.ts";
import type { Part, PartFilter, Query } from "../lake/lake.ts";
import { cutOf, timeFormOf, timeRanges } from "../lake/page-time.ts";
import type { Services } from "../services.ts";
import { type Cut, cutName } from "./cut.ts";
import { type FilteredWanted, filteredParts } from "./filtered-parts.ts";
import { fitCut, visibleDefinition } from "./policy-fit.ts";
import type { PublishedVersion } from "./published-versions.ts";

const versionsMax = 500;
// Then it is read again, which says that its parts are still in use.
const keptMs = 3_600_000;

type Known = { version: Promise<PublishedVersion>; untilMs: number };

/** The versions under a policy that were used last, also while they are being made. */
export type FilteredVersions = Map<string, Known>;

/** What a cut leaves of a version: a definition of what is seen and parts that hold nothing else. It waits so long for them to be made. */
export async function filteredVersion(
  services: Services,
  slug: string,
  version: PublishedVersion,
  cut: Cut,
  waitMs: number,
): Promise<PublishedVersion> {
  const { filtered } = services.accesses;
  const name = `${slug} ${version.number} ${cutName(cut)}`;
  const nowMs = services.clock().getTime();
  let known = filtered.get(name);
  if (!known || known.untilMs <= nowMs) {
    known = { version: filter(services, slug, version, cut), untilMs: nowMs + keptMs };
    known.version.catch(() => filtered.get(name) === known && filtered.delete(name));
  }
  // Moved to the end: the front is what nobody asked for longest.
  filtered.delete(name);
  filtered.set(name, known);
  const [oldest] = filtered.keys();
  if (filtered.size > versionsMax && oldest !== undefined) filtered.delete(oldest);
  return await inTime(known.version, waitMs);
}

async function inTime<T>(work: Promise<T>, waitMs: number): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(beingFiltered()), waitMs);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

const beingFiltered = () =>
  new Problem("unavailable", {
    detail: "What the license leaves of this version is still being prepared. Try again in a moment.",
    retryAfterSeconds: 5,
  });

async function filter(
  services: Services,
  slug: string,
  version: PublishedVersion,
  given: Cut,
): Promise<PublishedVersion> {
  const { definition: whole, number, parts } = version;
  const cut = fitCut({ name: `version ${number} of ${slug}`, definition: whole }, given);
  const definition = visibleDefinition(whole, cut.columns);
  const left = parts.flatMap((part) => wantedOf(whole, parts, part, cut, definition) ?? []);
  const found = await filteredParts(services, slug, left);
  const filled = found.filter(({ rows }) => rows > 0);
  const isEmpty = filled.length === 0;
  return { number, definition, parts: isEmpty ? await emptyPart() : filled };

  /** It still says which columns of which types there are. */
  async function emptyPart(): Promise<Part[]> {
    const [part] = parts;
    if (!part || found.length > 0) return found.slice(0, 1);
    return filteredParts(services, slug, [{ part, filter: partFilter(cut, definition, whole, cut) }]);
  }
}

/** What is wanted of a part; nothing where it lies outside. */
function wantedOf(
  whole: Definition,
  parts: Part[],
  part: Part,
  cut: Cut,
  visible: Definition,
): FilteredWanted | undefined {
  const form = timeFormOf(whole, parts);
  const noEdges = { from: null, to: null };
  if (!form) return { part, filter: partFilter(cut, visible, whole, noEdges) };
  const query: Query = { filters: [], from: cut.from, to: cut.to, columns: null, order: "time" };
  const [range] = timeRanges(form, query);
  const edges = range && cutOf(form, part, range);
  if (!edges) return undefined;
  const { min, max } = edges;
  return { part, filter: partFilter(cut, visible, whole, { from: min && cut.from, to: max && cut.to }) };
}

/** Only what changes this part, so that it stays the same as long as no edge moves in it; null where all of it is left. */
function partFilter(
  { rows, intervalSeconds }: Cut,
  visible: Definition,
  whole: Definition,
  { from, to }: Pick<Cut, "from" | "to">,
): PartFilter | null {
  const columns = visible === whole ? null : visible.columns.map(({ name }) => name);
  const leavesAll = rows.length === 0 && columns === null && from === null && to === null && intervalSeconds === null;
  return leavesAll ? null : { rows, columns, from, to, intervalSeconds };
}
