import { randomUUID } from "node:crypto";
import type { Definition } from "../datasets/definition.ts";
import { type Asker, type Page, type Part, type Position, type Query, SearchesBusy, SearchTooBroad } from "./lake.ts";
import type { PartsFolder } from "./parts-paths.ts";
import { planSearch } from "./search-select.ts";
import type { Workers } from "./workers.ts";
import { JobFailed, WorkerCrashed, WorkerDeadline } from "./workers-lane.ts";
import { QueueFull } from "./workers-queue.ts";

type Wanted = { definition: Definition; parts: Part[]; query: Query; after: Position | null; limitRows: number };

type SearchOptions = {
  workers: Workers;
  deadlineMs: number;
  /** Where the parts lie; not given, with all parts. */
  folder?: PartsFolder;
};

const attemptsMax = 2;
/** Names a folder for unfinished files, which a process shares with all that serve the same home. */
const searchId = () => `search-${randomUUID()}`;

/** Pages of queries that no index serves, each read by a worker within its deadline; null where the parts have no such order. */
export function createSearch({ workers, deadlineMs, folder }: SearchOptions) {
  async function attempt(wanted: Wanted, asker: Asker | undefined): Promise<Page> {
    const signal = asker?.signal();
    const options = { deadlineMs, owner: asker?.owner ?? "", ...(signal ? { signal } : {}) };
    const request = { id: searchId(), ...wanted, ...(folder ? { folder } : {}) };
    const { rows, text, next } = await workers.run("search", request, options);
    return { rows: rows === 0 ? [] : text.split("\n"), next };
  }

  return async function search(wanted: Wanted, asker: Asker | undefined): Promise<Page | null> {
    const { definition, parts, query, after } = wanted;
    const plan = planSearch(definition, parts, query, after);
    if (!plan) return null;
    if (plan.parts.length === 0) return { rows: [], next: null };
    for (let attempts = 1; ; attempts++) {
      try {
        return await attempt(wanted, asker);
      } catch (error) {
        // The worker's death need not be this search's doing: another one tries it once more.
        if (!(error instanceof WorkerCrashed) || attempts === attemptsMax) throw explain(error);
      }
    }
  };
}

/** What kept a search, or another reading that somebody waits for, from its end. */
export function explain(error: unknown): unknown {
  if (error instanceof WorkerDeadline) return new SearchTooBroad("it took too long", { cause: error });
  if (error instanceof JobFailed && /out of memory|could not allocate/i.test(error.message))
    return new SearchTooBroad("it took too much memory", { cause: error });
  if (error instanceof QueueFull || error instanceof WorkerCrashed)
    return new SearchesBusy(error.message, { cause: error });
  return error;
}
