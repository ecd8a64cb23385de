import { change } from "../changes.ts";
import type { Call } from "../http/call.ts";
import { Problem } from "../http/problem.ts";
import type { Services } from "../services.ts";
import { lockDataset, updateDataset } from "./queries.ts";
import { lockForVersion } from "./rollback.ts";
import { indexDataset } from "./search-index.ts";
import { nextState } from "./states.ts";
import { toVersion, toVersionDetail } from "./versions.ts";
import { countParts, findVersion, updateVersion, updateVersionNote, type VersionRow } from "./versions-queries.ts";
import type { VersionDetail } from "./versions-schemas.ts";
import type { Rejection, Release } from "./versions-verbs-schemas.ts";

/** Makes a version current that was held for its quality, as long as the one it was made from still is. */
export function releaseVersion(
  services: Services,
  call: Call,
  slug: string,
  number: number,
  { note }: Release,
): Promise<VersionDetail> {
  return change(services, call, async (tx) => {
    const dataset = await lockForVersion(tx, slug, services.clock());
    const before = await findVersion(tx, slug, number);
    if (!before) throw new Problem("not_found");
    refuseUnheld(before);
    if (before.base !== dataset.currentVersion) throw overtaken(before, dataset.currentVersion);
    const publishedAt = services.clock();
    const after: VersionRow = { ...before, state: "published", publishedAt, note: note ?? before.note };
    await updateVersion(tx, before, { state: after.state, publishedAt });
    if (note !== undefined) await updateVersionNote(tx, slug, number, note);
    const state = nextState("publish", dataset);
    const row = await updateDataset(tx, slug, { currentVersion: number, state, updatedAt: publishedAt });
    if (row) await indexDataset(tx, row);
    const result = toVersionDetail(after, await countParts(tx, slug, number));
    return {
      result,
      action: "version.released",
      target: `${slug}/${number}`,
      partnerId: null,
      before: toVersion(before),
      after: result,
      rights: true,
    };
  });
}

/** Discards a held version. Its parts go, where no other version has them. */
export function rejectVersion(
  services: Services,
  call: Call,
  slug: string,
  number: number,
  { reason }: Rejection,
): Promise<VersionDetail> {
  return change(services, call, async (tx) => {
    const before = (await lockDataset(tx, slug)) && (await findVersion(tx, slug, number));
    if (!before) throw new Problem("not_found");
    refuseUnheld(before);
    const after: VersionRow = { ...before, state: "rejected", endedAt: services.clock(), endReason: reason ?? null };
    await updateVersion(tx, before, { state: after.state, endedAt: after.endedAt, endReason: after.endReason });
    const result = toVersionDetail(after, await countParts(tx, slug, number));
    return {
      result,
      action: "version.rejected",
      target: `${slug}/${number}`,
      partnerId: null,
      before: toVersion(before),
      after: result,
    };
  });
}

function refuseUnheld({ dataset, number, state }: VersionRow): void {
  if (state === "held") return;
  throw new Problem("conflict", {
    detail: `Version ${number} of ${dataset} is ${state}, and not held: there is nothing to decide. Nothing was changed.`,
    next: [`wizdata datasets versions ${dataset}`],
  });
}

/** What it was compared with, and perhaps made from, is not what readers have now. */
function overtaken({ dataset, number, base }: VersionRow, current: number | null): Problem {
  return new Problem("conflict", {
    detail: `Version ${number} of ${dataset} was made when ${base === null ? "there was none" : `version ${base} was the current one`}, and now it is version ${current}. Reject it and publish its file again. Nothing was changed.`,
    next: [`wizdata datasets reject ${dataset} ${number}`],
  });
}
