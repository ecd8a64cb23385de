import { createHash, randomUUID } from "node:crypto";
import { PartsGone } from "../datasets/parts-queries.ts";
import type { Part, PartFilter } from "../lake/lake.ts";
import { WorkerCrashed } from "../lake/workers-lane.ts";
import type { Services } from "../services.ts";
import { insertFiltered, selectFiltered, touchFiltered } from "./filtered-queries.ts";

export type FilteredWanted = {
  part: Part;
  /** Null where all of the part is left: then it stands for itself. */
  filter: PartFilter | null;
};

const attemptsMax = 2;
/** What is in use says so at most so often. */
const usedEveryMs = 3_600_000;

/** The same filter of the same part makes the same part, in whichever version or dataset it is. */
const filteredId = (sha256: string, filter: PartFilter): string => {
  const { rows, columns, from, to, intervalSeconds, firstRows } = filter;
  const chosen = rows.map(({ column, values }) => [column, values]);
  const bound = firstRows === undefined ? [] : [firstRows];
  const text = JSON.stringify([1, sha256, chosen, columns, from, to, intervalSeconds, ...bound]);
  return createHash("sha256").update(text).digest("hex");
};

/** What is left of each part, in their order. What was never wanted before is made, one part after the other. */
export async function filteredParts(services: Services, slug: string, wanted: FilteredWanted[]): Promise<Part[]> {
  const named = wanted.map(({ part, filter }) => ({ part, filter, id: filter && filteredId(part.sha256, filter) }));
  const known = await selectFiltered(
    services.store.db,
    named.flatMap(({ id }) => id ?? []),
  );
  const now = services.clock();
  const idle = [...known.values()].filter(({ usedAt }) => now.getTime() - usedAt.getTime() >= usedEveryMs);
  await touchFiltered(services.store, idle, now);
  const parts: Part[] = [];
  for (const { part, filter, id } of named) {
    if (!filter || id === null) parts.push(part);
    else parts.push(toPart(part, known.get(id) ?? (await makeOnce(services, slug, part, filter, id))));
  }
  return parts;
}

const toPart = ({ partition }: Part, { sha256, rows, bytes, timeMin, timeMax }: Made): Part => ({
  sha256,
  partition,
  rows,
  bytes,
  timeMin,
  timeMax,
});

type Made = Omit<Part, "partition" | "isCut">;

/** Two versions that share a part and a policy ask for the same at once. */
function makeOnce(services: Services, slug: string, part: Part, filter: PartFilter, id: string): Promise<Made> {
  const { filtering } = services.accesses;
  const running = filtering.get(id);
  if (running) return running;
  const making = make(services, slug, part, filter, id).finally(() => filtering.delete(id));
  filtering.set(id, making);
  return making;
}

async function make(services: Services, slug: string, part: Part, filter: PartFilter, id: string): Promise<Made> {
  for (let attempts = 1; ; attempts++) {
    const { partition: _, ...made } = await filterPart(services, part, filter);
    const now = services.clock();
    const row = { id, dataset: slug, source: part.sha256, ...made, createdAt: now, usedAt: now };
    try {
      return await insertFiltered(services, row);
    } catch (error) {
      // Whoever clears away what no row names did so before the row was there.
      if (!(error instanceof PartsGone) || attempts === attemptsMax) throw error;
    }
  }
}

async function filterPart({ lake }: Services, part: Part, filter: PartFilter): Promise<Part> {
  for (let attempts = 1; ; attempts++) {
    try {
      return await lake.filter({ id: `filter-${randomUUID()}`, part, filter });
    } catch (error) {
      // The worker's death need not be this job's doing.
      if (!(error instanceof WorkerCrashed) || attempts === attemptsMax) throw error;
    }
  }
}
