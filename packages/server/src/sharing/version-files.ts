import type { Part } from "../lake/lake.ts";
import type { Services } from "../services.ts";
import { filteredParts } from "../subscriptions/filtered-parts.ts";
import type { PublishedVersion } from "../subscriptions/published-versions.ts";
import { type Sight, versionSeen } from "../subscriptions/sight.ts";

/**
 * A version as files that hold what the caller may see and nothing else: who has a file reads all of it. Of a part that is seen in
 * part, a copy of its first rows is made.
 */
export async function versionInFiles(
  services: Services,
  slug: string,
  number: number,
  sight: Sight,
): Promise<PublishedVersion> {
  const seen = await versionSeen(services, slug, number, sight);
  const filled = seen.parts.filter(({ rows }) => rows > 0);
  const wanted = filled.map((part) => ({ part, filter: part.isCut ? firstRowsOf(part) : null }));
  return { ...seen, parts: await filteredParts(services, slug, wanted) };
}

const firstRowsOf = ({ rows }: Part) => ({
  ...{ rows: [], columns: null, from: null, to: null, intervalSeconds: null },
  firstRows: rows,
});
