import { change } from "../changes.ts";
import type { Call } from "../http/call.ts";
import { Problem } from "../http/problem.ts";
import { operationNames } from "../meter/operations.ts";
import type { Services } from "../services.ts";
import { lockDataset, updateDataset } from "./queries.ts";
import type { Dataset } from "./schemas.ts";
import type { NewWeights } from "./weights-schemas.ts";
import { toDataset } from "./wire.ts";

/** Replaces what the operations of a dataset take from quotas, from the next request on. What was used and what is reserved stays. */
export function setWeights(services: Services, call: Call, slug: string, input: NewWeights): Promise<Dataset> {
  const given = operationNames.flatMap((name) => {
    const units = input[name];
    return units === undefined ? [] : [[name, units] as const];
  });
  const weights = given.length === 0 ? null : Object.fromEntries(given);
  return change(services, call, async (tx) => {
    const before = await lockDataset(tx, slug);
    const row = before && (await updateDataset(tx, slug, { weights, updatedAt: services.clock() }));
    if (!row) throw new Problem("not_found");
    const result = toDataset(row);
    return {
      result,
      action: "dataset.weights_set",
      target: slug,
      partnerId: null,
      before: toDataset(before),
      after: result,
      rights: true,
    };
  });
}
