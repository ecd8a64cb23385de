import { join } from "node:path";
import type { Definition } from "../datasets/definition.ts";
import type { Duckdb } from "./duckdb.ts";
import type { Part } from "./lake.ts";
import { layoutOf } from "./page-layout.ts";
import type { PartMeta } from "./parts-meta.ts";
import { lakePaths } from "./parts-paths.ts";
import { changesOf, dropSameRows, type Found, findRows, refuseKnownRows } from "./publish-found.ts";
import { baseRowsSql, writeGroup } from "./publish-group-rows.ts";
import { type Coming, type Group, groupParts, isKept } from "./publish-groups.ts";
import { type Kept, keepParts, type SourceCounts } from "./publish-keep.ts";
import type { ChangeRequest } from "./publish-mode.ts";
import { type NewPart, partitionsMax, refuseNoRows, TooManyPartitions } from "./publish-parts.ts";
import { countComing, partsPlacedIn, placeRows } from "./publish-place.ts";
import { measureVersion } from "./publish-total.ts";
import type { JobContext, JobRequest } from "./worker-jobs.ts";

type Request = ChangeRequest<JobRequest<"publish">>;

/** Writes the parts again of which rows change, and those that come to be. All others of the base stay. */
export async function exchangeParts(
  db: Duckdb,
  request: Request,
  context: JobContext,
  source: SourceCounts,
  meta: PartMeta,
): Promise<Kept> {
  const { mode, base, definition } = request;
  const fileOf = lakePaths(context.home).part;
  const files = (parts: readonly Part[]) => parts.map(({ sha256 }) => fileOf(sha256));
  const { parts } = layoutOf(base.definition, base.parts);
  const found = await findInBase(db, request, parts, fileOf);
  const coming = mode === "delete" ? [] : await countComing(db, found.same === found.rows);
  const plan = planGroups(parts, await dropSameRows(db), coming, context.partBytesMin);
  const written: NewPart[] = [];
  for (const group of plan.groups) {
    const file = join(context.work, `part-${written.length + 1}.parquet`);
    written.push(await writeGroup(db, { definition, meta, group, deletes: mode === "delete", fileOf, file }));
  }
  const now = inOrder(definition, [...plan.stays, ...written.map(({ part }) => part)]);
  refuseNoRows(now.length === 0);
  if (new Set(now.map(({ partition }) => partition)).size > partitionsMax)
    throw new TooManyPartitions(definition.partition);
  const fresh = written.map(({ file }) => file);
  const exchanged = { gone: files(plan.gone), fresh, all: [...files(plan.stays), ...fresh] };
  const report = await measureVersion(db, request, base, exchanged, source);
  await keepParts(db, written, context);
  return { parts: now, report, changes: changesOf(mode, definition, found) };
}

/** The rows of the base that the file has the keys of, looked for where they can be. */
async function findInBase(
  db: Duckdb,
  request: Request,
  parts: Part[],
  fileOf: (sha256: string) => string,
): Promise<Found> {
  const { mode, base, definition } = request;
  const { time, key } = definition;
  const isTimeInKey = time !== null && key.includes(time);
  if (mode !== "delete" || isTimeInKey) await placeRows(db, definition, parts);
  // A row is at the same time as the one it has the key of where the time is a part of the key; and without a key, only the same row is meant.
  const isFoundByTime = time !== null && (isTimeInKey || key.length === 0);
  const placed = isFoundByTime ? new Set(await partsPlacedIn(db)) : null;
  const candidates = parts.map((part, at) => ({ part, at })).filter(({ at }) => !placed || placed.has(at));
  const found = await findRows(db, mode, definition, baseRowsSql(definition, candidates, fileOf));
  if (mode === "append") await refuseKnownRows(db, definition, base.number, found);
  return found;
}

type Plan = { groups: (Group & { partition: string })[]; stays: Part[]; gone: Part[] };

function planGroups(
  parts: readonly Part[],
  removed: ReadonlyMap<number, number>,
  coming: readonly Coming[],
  partBytesMin: number,
): Plan {
  const added = new Map(coming.map(({ part, rows }) => [part, rows]));
  const behind = new Map(coming.filter(({ part }) => part === null).map(({ partition, rows }) => [partition, rows]));
  const ofPartition = Map.groupBy(
    parts.map((part, at) => ({ part, at, removed: removed.get(at) ?? 0, added: added.get(at) ?? 0 })),
    ({ part }) => part.partition,
  );
  const names = new Set(coming.map(({ partition }) => partition));
  for (const at of removed.keys()) names.add(parts[at]?.partition ?? "");
  const groups = [...names].flatMap((partition) =>
    groupParts(ofPartition.get(partition) ?? [], behind.get(partition) ?? 0, partBytesMin)
      .filter((group) => !isKept(group))
      .map((group) => ({ ...group, partition })),
  );
  const gone = new Set([...removed.keys(), ...groups.flatMap((group) => group.parts.map(({ at }) => at))]);
  return {
    groups,
    stays: parts.filter((_, at) => !gone.has(at)),
    gone: parts.filter((_, at) => gone.has(at)),
  };
}

/** Where there is no time, there is one partition, and what was written of it lies behind what stays. */
const inOrder = (definition: Definition, parts: Part[]): Part[] => layoutOf(definition, parts).parts;
