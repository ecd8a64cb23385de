import { isDeepStrictEqual } from "node:util";
import { change } from "../changes.ts";
import type { Call } from "../http/call.ts";
import { Problem } from "../http/problem.ts";
import type { Part, PublishReport } from "../lake/lake.ts";
import type { Services } from "../services.ts";
import type { Db } from "../store/store.ts";
import { inProgress, type PublishLease } from "./publish-lease.ts";
import { type DatasetRow, lockDataset, updateDataset } from "./queries.ts";
import { nextState } from "./states.ts";
import type { Stored } from "./upload.ts";
import { toVersionDetail } from "./versions.ts";
import { findVersion, insertVersion, selectParts, type VersionRow } from "./versions-queries.ts";
import type { Publication } from "./versions-schemas.ts";

type Made = Stored & { parts: Part[]; report: PublishReport; note: string | undefined };

/**
 * Makes parts a version, and that the current one, in one transaction. The rows of the current version under the same
 * definition make no new one: whoever publishes every night what seldom changes finds in each version a change.
 */
export function commitVersion(
  services: Services,
  call: Call,
  slug: string,
  lease: PublishLease,
  made: Made,
): Promise<Publication> {
  const actor = { ...call, successStatus: 201 };
  return change(services, actor, async (tx) => {
    const dataset = await lockDataset(tx, slug);
    if (!dataset) throw new Problem("not_found");
    if (!(await lease.use(tx))) throw inProgress(slug);
    const same = await sameVersion(tx, dataset, lease, made.parts);
    if (same) {
      actor.successStatus = 200;
      const result = { ...toVersionDetail(same, made.parts.length), unchanged: true };
      return { result, action: "version.unchanged", target: nameOf(same), partnerId: null, after: result };
    }
    const version = toRow(dataset, lease, made, services.clock());
    await insertVersion(tx, version, made.parts);
    const { number: currentVersion, createdAt: updatedAt } = version;
    await updateDataset(tx, slug, { currentVersion, state: nextState("publish", dataset), updatedAt });
    const result = { ...toVersionDetail(version, made.parts.length), unchanged: false };
    const action = "version.published";
    return { result, action, target: nameOf(version), partnerId: null, after: result, rights: true };
  });
}

/** The current version, if it has these parts. Equal rows make equal bytes, so their names are compared. */
async function sameVersion(
  tx: Db,
  { slug, currentVersion }: DatasetRow,
  { definition }: PublishLease,
  parts: Part[],
): Promise<VersionRow | undefined> {
  const current = currentVersion === null ? undefined : await findVersion(tx, slug, currentVersion);
  if (!current || !isDeepStrictEqual(current.definition, definition)) return undefined;
  const names = (await selectParts(tx, slug, current.number)).map(({ sha256 }) => sha256);
  const isSame = isDeepStrictEqual(
    names,
    parts.map(({ sha256 }) => sha256),
  );
  return isSame ? current : undefined;
}

function toRow(dataset: DatasetRow, { definition }: PublishLease, made: Made, createdAt: Date): VersionRow {
  const { parts, report } = made;
  return {
    dataset: dataset.slug,
    number: (dataset.currentVersion ?? 0) + 1,
    definition,
    rows: report.rows,
    bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0),
    sourceBytes: made.bytes,
    sourceSha256: made.sha256,
    report,
    note: made.note ?? null,
    // Parts come in the order of their times.
    timeMin: parts.at(0)?.timeMin ?? null,
    timeMax: parts.at(-1)?.timeMax ?? null,
    createdAt,
  };
}

const nameOf = ({ dataset, number }: VersionRow) => `${dataset}/${number}`;
