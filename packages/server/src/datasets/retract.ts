import { change, record } from "../changes.ts";
import { failExportsOf } from "../exports/retraction.ts";
import type { Call } from "../http/call.ts";
import { invalidRequest, Problem } from "../http/problem.ts";
import type { Services } from "../services.ts";
import type { Db } from "../store/store.ts";
import { refuseBeyondContract } from "./contract.ts";
import { type DatasetRow, lockDataset } from "./queries.ts";
import { insertAgain, isSame, lockForVersion, readableVersion } from "./rollback.ts";
import { toVersion, toVersionDetail } from "./versions.ts";
import { countParts, findVersion, selectParts, updateVersion, type VersionRow } from "./versions-queries.ts";
import type { Retraction, WantedRetraction } from "./versions-verbs-schemas.ts";

/** Withdraws a version for good: nobody reads it from the next request on, and files made of it are not given out any more. */
export function retractVersion(
  services: Services,
  call: Call,
  slug: string,
  number: number,
  { reason, restore }: WantedRetraction,
): Promise<Retraction> {
  return change(services, call, async (tx) => {
    const dataset = await lockDataset(tx, slug);
    const before = dataset && (await findVersion(tx, slug, number));
    if (!before) throw new Problem("not_found");
    refuseUnpublished(before);
    const isCurrent = dataset.currentVersion === number;
    if (isCurrent !== (restore !== undefined)) throw needsOther(before, dataset);
    const replacedBy = restore === undefined ? null : await replace(services, call, tx, before, restore);
    const after: VersionRow = { ...before, state: "retracted", endedAt: services.clock(), endReason: reason };
    await updateVersion(tx, before, { state: after.state, endedAt: after.endedAt, endReason: after.endReason });
    await failExportsOf(services, tx, { slug, number, reason });
    const result = { ...toVersionDetail(after, await countParts(tx, slug, number)), replaced_by: replacedBy };
    return {
      result,
      action: "version.retracted",
      target: `${slug}/${number}`,
      partnerId: null,
      before: toVersion(before),
      after: result,
      rights: true,
    };
  });
}

/** Goes back to another version in the same commit: there is no moment in which the dataset has none. */
async function replace(services: Services, call: Call, tx: Db, current: VersionRow, restore: number): Promise<number> {
  const { dataset: slug, number } = current;
  if (restore === number) throw invalidRequest([{ path: "restore", message: "must be another version" }]);
  const dataset = await lockForVersion(tx, slug, services.clock());
  const wanted = await readableVersion(tx, slug, restore, services.clock());
  if (isSame(wanted, { version: current, parts: await selectParts(tx, slug, number) }))
    throw new Problem("conflict", {
      detail: `Version ${restore} has the very rows of version ${number}: going back to it would withdraw nothing. Nothing was changed.`,
      next: [`wizdata datasets versions ${slug}`],
    });
  await refuseBeyondContract(tx, dataset, {
    before: current.definition,
    after: wanted.version.definition,
    now: services.clock(),
  });
  const { version, parts } = await insertAgain(services, tx, dataset, wanted, undefined);
  const result = toVersionDetail(version, parts.length);
  const target = `${slug}/${version.number}`;
  await record(services, tx, call, { result, action: "version.rolled_back", target, partnerId: null, after: result });
  return version.number;
}

function refuseUnpublished({ dataset, number, state }: VersionRow): void {
  if (state === "published" || state === "removed") return;
  throw new Problem("conflict", {
    detail: `Version ${number} of ${dataset} is ${state}: there is nothing to withdraw. Nothing was changed.`,
    next:
      state === "held" ? [`wizdata datasets reject ${dataset} ${number}`] : [`wizdata datasets versions ${dataset}`],
  });
}

function needsOther({ number, base }: VersionRow, { slug, currentVersion }: DatasetRow): Problem {
  if (currentVersion === number) {
    const other = base ?? "…";
    return new Problem("conflict", {
      detail: `Version ${number} is the current one of ${slug}. Say in restore to which version to go back, or publish a new one first. Nothing was changed.`,
      next: [
        `wizdata datasets retract ${slug} ${number} --reason 'why' --restore ${other}`,
        `wizdata datasets versions ${slug}`,
      ],
    });
  }
  return new Problem("conflict", {
    detail: `Version ${number} of ${slug} is not the current one, so withdrawing it leaves nothing to restore: leave restore out. Nothing was changed.`,
    next: [`wizdata datasets retract ${slug} ${number} --reason 'why'`],
  });
}
