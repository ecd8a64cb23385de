import { isDeepStrictEqual } from "node:util";
import { change } from "../changes.ts";
import type { Call } from "../http/call.ts";
import { Problem } from "../http/problem.ts";
import type { Part } from "../lake/lake.ts";
import type { Services } from "../services.ts";
import type { Db } from "../store/store.ts";
import { refuseBeyondContract } from "./contract.ts";
import { isSameShape } from "./definition-words.ts";
import { refuseBeside } from "./publish-lease.ts";
import { type DatasetRow, lockDataset, updateDataset } from "./queries.ts";
import { indexDataset } from "./search-index.ts";
import { nextState } from "./states.ts";
import { toVersionDetail } from "./versions.ts";
import { refuseEnded } from "./versions-ended.ts";
import { findVersion, insertVersion, nextNumber, selectParts, type VersionRow } from "./versions-queries.ts";
import type { Publication } from "./versions-schemas.ts";
import type { Rollback } from "./versions-verbs-schemas.ts";

type Found = { version: VersionRow; parts: Part[] };

/** Makes an earlier version current again, as a new one of the same parts: numbers only grow, and what was current when stays told. */
export function rollBack(
  services: Services,
  call: Call,
  slug: string,
  number: number,
  { note }: Rollback,
): Promise<Publication> {
  const actor = { ...call, successStatus: 201 };
  return change(services, actor, async (tx) => {
    const dataset = await lockForVersion(tx, slug, services.clock());
    const wanted = await readableVersion(tx, slug, number, services.clock());
    const current = await currentOf(tx, dataset);
    if (current && isSame(wanted, current)) {
      actor.successStatus = 200;
      const result = { ...toVersionDetail(current.version, current.parts.length), unchanged: true, held: [] };
      return { result, action: "version.unchanged", target: nameOf(current), partnerId: null, after: result };
    }
    await refuseBeyondContract(tx, dataset, {
      before: current?.version.definition,
      after: wanted.version.definition,
      now: services.clock(),
    });
    const made = await insertAgain(services, tx, dataset, wanted, note);
    const result = { ...toVersionDetail(made.version, made.parts.length), unchanged: false, held: [] };
    const action = "version.rolled_back";
    return { result, action, target: nameOf(made), partnerId: null, after: result, rights: true };
  });
}

/** The dataset, held until the transaction ends, when no version of it is being made: that one began from the current one. */
export async function lockForVersion(tx: Db, slug: string, now: Date): Promise<DatasetRow> {
  const dataset = await lockDataset(tx, slug);
  if (!dataset) throw new Problem("not_found");
  nextState("publish", dataset);
  await refuseBeside(tx, slug, now);
  return dataset;
}

export async function readableVersion(tx: Db, slug: string, number: number, now: Date): Promise<Found> {
  const version = await findVersion(tx, slug, number);
  if (!version?.publishedAt) throw new Problem("not_found", { detail: `${slug} has no version ${number}.` });
  refuseEnded(version, "new", now);
  return { version, parts: await selectParts(tx, slug, number) };
}

async function currentOf(tx: Db, { slug, currentVersion }: DatasetRow): Promise<Found | undefined> {
  const version = currentVersion === null ? undefined : await findVersion(tx, slug, currentVersion);
  return version && { version, parts: await selectParts(tx, slug, version.number) };
}

/** Equal rows make equal parts, and a part is named by its bytes. */
export function isSame(one: Found, other: Found): boolean {
  const namesOf = ({ parts }: Found) => parts.map(({ sha256 }) => sha256);
  return (
    isSameShape(one.version.definition, other.version.definition) && isDeepStrictEqual(namesOf(one), namesOf(other))
  );
}

/** The same rows as the newest version, which is the current one from now on. The dataset must be locked. */
export async function insertAgain(
  services: Services,
  tx: Db,
  dataset: DatasetRow,
  { version, parts }: Found,
  note: string | undefined,
): Promise<Found> {
  const now = services.clock();
  const again: VersionRow = {
    ...version,
    number: await nextNumber(tx, dataset.slug),
    mode: "rollback",
    base: version.number,
    note: note ?? null,
    changes: null,
    createdAt: now,
    publishedAt: now,
  };
  await insertVersion(tx, again, parts);
  const changes = { currentVersion: again.number, state: nextState("publish", dataset), updatedAt: now };
  const row = await updateDataset(tx, dataset.slug, changes);
  if (row) await indexDataset(tx, row);
  return { version: again, parts };
}

const nameOf = ({ version: { dataset, number } }: Found) => `${dataset}/${number}`;
