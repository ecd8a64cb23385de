import { record } from "../changes.ts";
import type { Services } from "../services.ts";
import { and, asc, eq, isNotNull, or } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";
import { type DatasetRow, lockDataset } from "./queries.ts";
import { toVersion } from "./versions.ts";
import { findVersion, updateVersion } from "./versions-queries.ts";

const dayMs = 86_400_000;
const platform = { requestId: "retention", principal: { keyId: "system" } };

type Age = { number: number; state: string; publishedAt: Date };

/**
 * Removes the versions that are beyond what their dataset keeps. From then on nobody begins to read them; their parts go when who had
 * begun can have ended.
 */
export async function removeOldVersions(services: Services): Promise<void> {
  const { datasets } = services.store.db.t;
  const bounded = await services.store.db
    .select()
    .from(datasets)
    .where(or(isNotNull(datasets.versionsKept), isNotNull(datasets.versionsKeptDays)))
    .orderBy(asc(datasets.slug));
  for (const dataset of bounded) {
    const beyond = beyondBounds(await agesOf(services.store.db, dataset.slug), dataset, services.clock());
    for (const number of beyond) await removeVersion(services, dataset.slug, number);
  }
}

/** Which are beyond every bound that is set. Those of a state in which nobody reads them are none of it. */
function beyondBounds(
  ages: readonly Age[],
  { currentVersion, versionsKept, versionsKeptDays }: DatasetRow,
  now: Date,
): number[] {
  // In the order in which they were current: a version that was held has become so later than its number says.
  const inOrder = ages.toSorted((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime() || a.number - b.number);
  const replacedAt = new Map(inOrder.map(({ number }, at) => [number, inOrder[at + 1]?.publishedAt]));
  const readable = inOrder.filter(({ state }) => state === "published");
  return readable.flatMap(({ number }, at) => {
    const replaced = replacedAt.get(number);
    if (number === currentVersion || !replaced) return [];
    const isBeyondCount = versionsKept === null || readable.length - at > versionsKept;
    const isBeyondDays = versionsKeptDays === null || now.getTime() - replaced.getTime() > versionsKeptDays * dayMs;
    return isBeyondCount && isBeyondDays ? [number] : [];
  });
}

async function agesOf(db: Db, slug: string): Promise<Age[]> {
  const { versions } = db.t;
  const rows = await db
    .select({ number: versions.number, state: versions.state, publishedAt: versions.publishedAt })
    .from(versions)
    .where(and(eq(versions.dataset, slug), isNotNull(versions.publishedAt)));
  return rows.flatMap(({ publishedAt, ...row }) => (publishedAt ? [{ ...row, publishedAt }] : []));
}

async function removeVersion(services: Services, slug: string, number: number): Promise<void> {
  await services.store.transaction(async (tx) => {
    const dataset = await lockDataset(tx, slug);
    const before = await findVersion(tx, slug, number);
    // Its bounds, or the current version, may be others by now.
    if (!dataset || !before || !beyondBounds(await agesOf(tx, slug), dataset, services.clock()).includes(number))
      return;
    const after = { ...before, state: "removed", endedAt: services.clock(), endReason: reasonOf(dataset) };
    await updateVersion(tx, before, { state: after.state, endedAt: after.endedAt, endReason: after.endReason });
    await record(services, tx, platform, {
      result: undefined,
      action: "version.removed",
      target: `${slug}/${number}`,
      partnerId: null,
      before: toVersion(before),
      after: toVersion(after),
      rights: true,
    });
  });
  services.rights.drop();
}

function reasonOf({ versionsKept, versionsKeptDays }: DatasetRow): string {
  const bounds = [
    ...(versionsKept === null ? [] : [`the newest ${versionsKept} versions`]),
    ...(versionsKeptDays === null ? [] : [`those of the last ${versionsKeptDays} days`]),
  ];
  return `The dataset keeps ${bounds.join(" and ")}`;
}
