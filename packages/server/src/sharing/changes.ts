import { Problem } from "../http/problem.ts";
import type { Part } from "../lake/lake.ts";
import type { Services } from "../services.ts";
import type { Access } from "../subscriptions/access.ts";
import type { PublishedVersion } from "../subscriptions/published-versions.ts";
import type { Sight } from "../subscriptions/sight.ts";
import { fileFields, hasChangeFeed, metadataLine, type Told } from "./lines.ts";
import { linkTo } from "./part-files.ts";
import type { PartLink } from "./part-link.ts";
import { type SharedVersion, selectHistory } from "./queries.ts";
import { schemaString } from "./schema-string.ts";
import type { ChangesQuery } from "./schemas.ts";
import { versionInFiles } from "./version-files.ts";

/** So many versions are compared in one answer at most. */
const versionsMax = 1_000;

type Asking = { access: Access; sight: Sight; maker: Pick<PartLink, "partnerId" | "keyId"> };

/**
 * What each version took away and added, in whole parts: their rows are the deletes and inserts that lead from one version to
 * the next. A part that was written anew for one changed row comes as both.
 */
export async function changesOf(services: Services, { access, sight, maker }: Asking, asked: ChangesQuery) {
  const { dataset: slug } = access;
  if (!hasChangeFeed(sight)) throw refused(noChangeFeed(access));
  const history = await selectHistory(services.store.db, slug, { current: access.version });
  const { base, range } = rangeOf(access, history, asked);
  const see = (number: number) => versionInFiles(services, slug, number, sight);
  const linked = (part: Part, version: number) => linkTo(services, part, { ...maker, slug, version });

  let before: PublishedVersion | undefined = base && (await see(base.number));
  const parts: Part[] = [];
  const lines: object[] = [metadataLine(slug, await see(access.version), sight)];
  for (const { number, publishedAt } of range) {
    const after = await see(number);
    const told: Told = { version: number, timestamp: publishedAt.getTime() };
    if (asked.includeHistoricalMetadata && !hasSameColumns(before, after))
      lines.push(metadataLine(slug, after, sight, told));
    for (const part of without(before?.parts ?? [], after.parts)) {
      const { stats: _, ...fields } = fileFields(after.definition, linked(part, before?.number ?? number), told);
      lines.push({ remove: fields });
      parts.push(part);
    }
    for (const part of without(after.parts, before?.parts ?? [])) {
      lines.push({ add: fileFields(after.definition, linked(part, number), told) });
      parts.push(part);
    }
    before = after;
  }
  return { number: range[0]?.number ?? access.version, parts, lines };
}

/** Versions from the first to the last that are meant, and the one before them. */
function rangeOf({ dataset, version: current }: Access, history: SharedVersion[], asked: ChangesQuery) {
  const from = firstOf(history, asked);
  if (from === undefined || from > current)
    throw refused(`${dataset} has no version that late. The current one is ${current}.`);
  const to = Math.min(lastOf(history, asked) ?? current, current);
  if (to < from) throw refused("The last version is before the first.");
  const earlier = history.filter(({ number }) => number < from);
  const base = earlier.at(-1);
  // What was had of it cannot be compared with anything any more.
  if (base?.state === "retracted") throw startAnew(dataset, base.number);
  // One in between that is not there any more leaves no trace: the next is compared with the one before it.
  const range = history.filter(({ number, state }) => number >= from && number <= to && state === "published");
  if (range.length > versionsMax) throw refused(`Ask for ${versionsMax} versions at once at most.`);
  return { base, range };
}

const firstOf = (history: SharedVersion[], { startingVersion, startingTimestamp: at }: ChangesQuery) =>
  at === undefined ? startingVersion : history.find(({ publishedAt }) => publishedAt >= at)?.number;

const lastOf = (history: SharedVersion[], { endingVersion, endingTimestamp: at }: ChangesQuery) =>
  at === undefined ? endingVersion : (history.findLast(({ publishedAt }) => publishedAt <= at)?.number ?? 0);

/** As often as they are named: a version may name the same bytes twice. */
function without(parts: readonly Part[], others: readonly Part[]): Part[] {
  const left = new Map<string, number>();
  for (const { sha256 } of others) left.set(sha256, (left.get(sha256) ?? 0) + 1);
  return parts.filter(({ sha256 }) => {
    const count = left.get(sha256) ?? 0;
    left.set(sha256, count - 1);
    return count <= 0;
  });
}

const hasSameColumns = (before: PublishedVersion | undefined, after: PublishedVersion) =>
  before !== undefined && schemaString(before.definition) === schemaString(after.definition);

const refused = (detail: string) => new Problem("invalid_request", { detail });

const noChangeFeed = ({ tier, dataset }: Access) =>
  `The change data feed is not enabled: the tier ${tier} shows a window of ${dataset} that moves on with time. Read the whole table anew.`;

const startAnew = (slug: string, number: number) =>
  new Problem("version_retracted", {
    detail: `Version ${number} of ${slug} was retracted, and nothing can be compared with it. Read the whole table anew.`,
  });
