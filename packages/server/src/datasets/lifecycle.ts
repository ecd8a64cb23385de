import { change } from "../changes.ts";
import type { Call } from "../http/call.ts";
import { invalidRequest, Problem } from "../http/problem.ts";
import type { Services } from "../services.ts";
import type { Db } from "../store/store.ts";
import type { NewDeprecation, Retirement } from "./lifecycle-schemas.ts";
import { type DatasetRow, type DatasetUpdate, findDataset, lockDataset, updateDataset } from "./queries.ts";
import type { Dataset } from "./schemas.ts";
import { nextState } from "./states.ts";
import { toDataset } from "./wire.ts";

/** Announces the end of a dataset. Announcing again replaces date, successor and note; since when it is deprecated stays. */
export function deprecateDataset(
  services: Services,
  call: Call,
  slug: string,
  input: NewDeprecation,
): Promise<Dataset> {
  const now = services.clock();
  const announced = {
    sunsetAt: input.sunset_at ?? null,
    successor: input.successor ?? null,
    stateNote: input.note ?? null,
  };
  if (announced.sunsetAt && announced.sunsetAt <= now)
    throw invalidRequest([{ path: "sunset_at", message: "must be in the future: partners need time to move" }]);
  return changeState(services, call, slug, "dataset.deprecated", async (tx, before) => {
    const state = nextState("deprecate", before);
    await checkSuccessor(tx, slug, announced.successor);
    return { state, deprecatedAt: before.deprecatedAt ?? now, ...announced };
  });
}

/** Ends a dataset: its subscriptions stay and give nothing, until somebody cancels them or restores it. */
export function retireDataset(
  services: Services,
  call: Call,
  slug: string,
  { successor, note, early }: Retirement,
): Promise<Dataset> {
  const now = services.clock();
  return changeState(services, call, slug, "dataset.retired", async (tx, before) => {
    const state = nextState("retire", before);
    if (before.sunsetAt && before.sunsetAt > now && !early) throw beforeSunset(before, before.sunsetAt);
    await checkSuccessor(tx, slug, successor ?? null);
    const deprecatedAt = before.deprecatedAt ?? now;
    return { state, deprecatedAt, retiredAt: now, successor, stateNote: note };
  });
}

/** Takes the announced end back, or the end itself. */
export function restoreDataset(services: Services, call: Call, slug: string): Promise<Dataset> {
  const nothing = { deprecatedAt: null, sunsetAt: null, retiredAt: null, successor: null, stateNote: null };
  return changeState(services, call, slug, "dataset.restored", async (_tx, before) => ({
    state: nextState("restore", before),
    ...nothing,
  }));
}

function changeState(
  services: Services,
  call: Call,
  slug: string,
  action: string,
  decide: (tx: Db, before: DatasetRow) => Promise<DatasetUpdate>,
): Promise<Dataset> {
  return change(services, call, async (tx) => {
    const before = await lockDataset(tx, slug);
    if (!before) throw new Problem("not_found");
    const row = await updateDataset(tx, slug, { ...(await decide(tx, before)), updatedAt: services.clock() });
    if (!row) throw new Problem("not_found");
    const result = toDataset(row);
    return { result, action, target: slug, partnerId: null, before: toDataset(before), after: result, rights: true };
  });
}

/** Partners are sent there, so it must be there for them. */
async function checkSuccessor(tx: Db, slug: string, successor: string | null): Promise<void> {
  if (successor === null) return;
  if (successor === slug) throw invalidRequest([{ path: "successor", message: "must be another dataset" }]);
  if ((await findDataset(tx, successor))?.state === "published") return;
  throw invalidRequest([{ path: "successor", message: "must be a published dataset" }]);
}

function beforeSunset({ slug }: DatasetRow, sunsetAt: Date): Problem {
  return new Problem("transition_not_allowed", {
    detail: `Partners were told that ${slug} stays until ${sunsetAt.toISOString()}. Give early to end it before. Nothing was changed.`,
    next: [`wizdata datasets retire ${slug} --early`],
  });
}
