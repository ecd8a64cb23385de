import type { Reader } from "../datasets/versions-ended.ts";
import type { Call } from "../http/call.ts";
import { firstRows, testKeyRowsMax } from "../lake/first-rows.ts";
import type { Filter } from "../lake/lake.ts";
import type { Services } from "../services.ts";
import { type PublishedVersion, versionOf } from "./published-versions.ts";

/** What a policy leaves of a dataset, with its distances in time turned into instants. */
export type Cut = {
  rows: Filter[];
  columns: string[] | null;
  /** Wire texts of the time column: `from` inclusive, `to` exclusive. */
  from: string | null;
  to: string | null;
  intervalSeconds: number | null;
};

/** What a caller may see of a dataset, whatever way it asks: all of it, where nothing is said. */
export type Sight = { cut: Cut | null; firstRows: number | null };

/** A test key sees a version as if it ended after its first rows: nothing beyond them can be filtered, ordered or counted into sight. */
export const sightOf = ({ principal }: Pick<Call, "principal">): Sight => ({
  cut: null,
  firstRows: principal.mode === "test" ? testKeyRowsMax : null,
});

/** Names a sight, where it is less than all: part of every ETag, cursor and equality of what is made of it. */
export const sightName = ({ firstRows }: Sight): string => (firstRows === null ? "" : "test");

/** A version as this caller sees it. Nothing else may read a partner's rows from parts: what is not here is not to be seen. */
export async function versionSeen(
  services: Services,
  slug: string,
  number: number,
  sight: Sight,
  reader: Reader = "new",
): Promise<PublishedVersion> {
  return seen(await versionOf(services, slug, number, reader), sight);
}

export function seen(version: PublishedVersion, sight: Sight): PublishedVersion {
  if (sight.firstRows === null) return version;
  return { ...version, parts: firstRows(version.definition, version.parts, sight.firstRows) };
}
