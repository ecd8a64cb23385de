import type { Reader } from "../datasets/versions-ended.ts";
import type { Call } from "../http/call.ts";
import { firstRows, testKeyRowsMax } from "../lake/first-rows.ts";
import type { Services } from "../services.ts";
import type { Access } from "./access.ts";
import { type Cut, cutAt, cutName, hourOf } from "./cut.ts";
import { filteredVersion } from "./filtered-version.ts";
import { type PublishedVersion, versionOf } from "./published-versions.ts";

/** What a caller may see of a dataset, whatever way it asks: all of it, where nothing is said. */
export type Sight = { cut: Cut | null; firstRows: number | null };

// Nearly everybody's: made once.
const wholeSight: Sight = { cut: null, firstRows: null };
const testSight: Sight = { cut: null, firstRows: testKeyRowsMax };

/**
 * What the policy of its tier leaves a key in an hour, which is the present one if none is given. A test key sees it as if it
 * ended after its first rows: nothing beyond them can be filtered, ordered or counted into sight.
 */
export function sightOf(
  { clock }: Pick<Services, "clock">,
  { principal }: Pick<Call, "principal">,
  { policy, definition }: Pick<Access, "policy" | "definition">,
  hour?: number,
): Sight {
  const isTest = principal.mode === "test";
  if (policy === null) return isTest ? testSight : wholeSight;
  const cut = cutAt(policy, definition, hour ?? hourOf(clock()));
  return { cut, firstRows: isTest ? testKeyRowsMax : null };
}

/** Names a sight, where it is less than all: part of every ETag, cursor and equality of what is made of it. */
export function sightName({ cut, firstRows }: Sight): string {
  const rows = firstRows === null ? "" : "test";
  return cut === null ? rows : `${rows}${rows === "" ? "" : "-"}${cutName(cut)}`;
}

/** How long a reader waits for what has to be filtered first: nobody waits for a job as for an answer. */
const requestWaitMs = 20_000;
const waitMs: Record<Reader, number> = { new: requestWaitMs, cursor: requestWaitMs, export: 3_600_000 };

/** A version as this caller sees it. Nothing else may read a partner's rows from parts: what is not here is not to be seen. */
export async function versionSeen(
  services: Services,
  slug: string,
  number: number,
  sight: Sight,
  reader: Reader = "new",
): Promise<PublishedVersion> {
  return seen(services, slug, await versionOf(services, slug, number, reader), sight, waitMs[reader]);
}

/** The same of a version that was read already; at once where no policy cuts it. */
export function seen(
  services: Services,
  slug: string,
  version: PublishedVersion,
  sight: Sight,
  waitedMs = requestWaitMs,
): PublishedVersion | Promise<PublishedVersion> {
  if (sight.cut === null) return first(version, sight);
  return filteredVersion(services, slug, version, sight.cut, waitedMs).then((filtered) => first(filtered, sight));
}

function first(version: PublishedVersion, { firstRows: rowsMax }: Sight): PublishedVersion {
  if (rowsMax === null) return version;
  return { ...version, parts: firstRows(version.definition, version.parts, rowsMax) };
}

/** The range of time that a sight leaves, for people and machines; undefined where it leaves all. */
export function cutoffHeader({ cut }: Sight): string | undefined {
  if (!cut || (cut.from === null && cut.to === null)) return undefined;
  const edge = (name: string, text: string | null) => (text === null ? [] : [`${name}="${text}"`]);
  return [...edge("from", cut.from), ...edge("to", cut.to)].join(", ");
}
