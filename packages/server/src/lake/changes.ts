import { randomUUID } from "node:crypto";
import { readKept, touch, trimChanges } from "./changes-files.ts";
import { changeSetId, changesDefinition, differingParts } from "./changes-set.ts";
import { type Asker, type ChangeSet, type ChangesWanted, type KeptChanges, StatesIncomparable } from "./lake.ts";
import { lakePaths } from "./parts-paths.ts";
import { explain } from "./search.ts";
import type { Workers } from "./workers.ts";

/** So many rows get their index in a second or two, while the caller waits anyway. */
const indexRowsMax = 200_000;

type Options = {
  workers: Workers;
  home: string;
  /** How long somebody waits for a set to be found. */
  deadlineMs: number;
  /** How many bytes of sets are kept. */
  bytesMax: number;
};

/** Finds change sets, each once: what was found is kept for whoever asks next, and goes when it was not used for longest. */
export function createChanges({ workers, home, deadlineMs, bytesMax }: Options) {
  const paths = lakePaths(home, "changes");
  const finding = new Map<string, Promise<KeptChanges>>();

  async function find(set: string, wanted: ChangesWanted, asker: Asker | undefined): Promise<KeptChanges> {
    const definition = changesDefinition(wanted);
    const request = { id: `changes-${randomUUID()}`, set, definition, ...wanted, indexRowsMax };
    // Whoever leaves does not end it: others may wait for the same, and it is kept.
    const options = asker ? { deadlineMs, owner: asker.owner } : { isBulk: true };
    try {
      const { kept } = await workers.run("changes", request, options);
      if (!kept) throw new StatesIncomparable("times are written with other digits");
      await trimChanges(paths, bytesMax);
      return kept;
    } catch (error) {
      throw asker ? explain(error) : error;
    }
  }

  return async function changes(wanted: ChangesWanted, asker?: Asker): Promise<ChangeSet> {
    const definition = changesDefinition(wanted);
    const differing = differingParts(wanted.since, wanted.to);
    if (differing.since.length + differing.to.length === 0) return { definition, parts: [], partitions: [] };
    const narrowed = {
      since: { ...wanted.since, parts: differing.since },
      to: { ...wanted.to, parts: differing.to },
      window: wanted.window,
    };
    const set = changeSetId(narrowed);
    // What is waited for with a deadline and what is not are not the same work.
    const name = asker ? set : `${set} bulk`;
    const kept = (await readKept(paths, set)) ?? (await (finding.get(name) ?? begin(name, set, narrowed, asker)));
    await touch(paths, set);
    return { definition, parts: kept.part ? [kept.part] : [], partitions: kept.partitions };
  };

  function begin(name: string, set: string, wanted: ChangesWanted, asker: Asker | undefined): Promise<KeptChanges> {
    const started = find(set, wanted, asker).finally(() => finding.delete(name));
    finding.set(name, started);
    return started;
  }
}
