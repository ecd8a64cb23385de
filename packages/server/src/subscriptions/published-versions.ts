import type { Definition } from "../datasets/definition.ts";
import { type Reader, refuseEnded } from "../datasets/versions-ended.ts";
import { findVersion, findVersionAsOf, selectParts, type VersionRow } from "../datasets/versions-queries.ts";
import { Problem } from "../http/problem.ts";
import type { Part } from "../lake/lake.ts";
import type { Services } from "../services.ts";

const versionsMax = 200;

/** What the lake needs to read a version. It never changes. */
export type PublishedVersion = { number: number; definition: Definition; parts: Part[] };

/** The versions used last. */
export function versionsMemory() {
  const entries = new Map<string, PublishedVersion>();
  return {
    get(name: string): PublishedVersion | undefined {
      const found = entries.get(name);
      if (!found) return undefined;
      // Moved to the end: the front is what nobody asked for longest.
      entries.delete(name);
      entries.set(name, found);
      return found;
    },
    set(name: string, version: PublishedVersion): void {
      const [oldest] = entries.keys();
      if (entries.size >= versionsMax && oldest !== undefined) entries.delete(oldest);
      entries.set(name, version);
    },
  };
}

/** What decides whether a version may be read. */
export type Standing = Pick<VersionRow, "dataset" | "number" | "state" | "endedAt" | "endReason" | "publishedAt">;

/** For who has access already: whether the caller may see the dataset is not asked again. */
export async function versionOf(
  services: Services,
  slug: string,
  number: number,
  reader: Reader = "new",
): Promise<PublishedVersion> {
  const { standings, versions } = services.accesses;
  const name = nameOf(slug, number);
  const read = () => findVersion(services.store.db, slug, number);
  const standing = standings.recall(name) ?? (await standings.learn(name, async () => standingOf(await read())));
  if (!standing?.publishedAt) throw noVersion(slug, number);
  refuseEnded(standing, reader, services.clock());
  const known = versions.get(name);
  if (known) return known;
  const row = await read();
  if (!row) throw noVersion(slug, number);
  return readVersion(services, row);
}

/**
 * The version that was the current one at that moment. Where it was withdrawn since, that is the answer: another one's rows would
 * be taken for what was there then.
 */
export async function versionAsOf(services: Services, slug: string, at: Date): Promise<PublishedVersion> {
  const row = await findVersionAsOf(services.store.db, slug, at);
  if (!row) throw new Problem("not_found", { detail: `${slug} had no version at ${at.toISOString()}.` });
  refuseEnded(row, "new", services.clock());
  return services.accesses.versions.get(nameOf(slug, row.number)) ?? readVersion(services, row);
}

const standingOf = (row: VersionRow | undefined): Standing | undefined =>
  row && {
    dataset: row.dataset,
    number: row.number,
    state: row.state,
    endedAt: row.endedAt,
    endReason: row.endReason,
    publishedAt: row.publishedAt,
  };

const noVersion = (slug: string, number: number) =>
  new Problem("not_found", { detail: `${slug} has no version ${number}.` });

async function readVersion({ store, accesses }: Services, row: VersionRow): Promise<PublishedVersion> {
  const { dataset, number, definition } = row;
  const version = { number, definition, parts: await selectParts(store.db, dataset, number) };
  accesses.versions.set(nameOf(dataset, number), version);
  return version;
}

const nameOf = (slug: string, number: number) => `${slug} ${number}`;
