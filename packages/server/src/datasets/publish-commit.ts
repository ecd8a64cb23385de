import { isDeepStrictEqual } from "node:util";
import { change } from "../changes.ts";
import type { Call } from "../http/call.ts";
import { Problem } from "../http/problem.ts";
import type { Part, PublishReport } from "../lake/lake.ts";
import type { PublishMode, RowChanges } from "../lake/publish-mode.ts";
import type { Services } from "../services.ts";
import type { Db } from "../store/store.ts";
import { isSameShape } from "./definition-words.ts";
import { floorsBelow } from "./floors.ts";
import { refuseGone } from "./parts-queries.ts";
import { inProgress, type PublishLease } from "./publish-lease.ts";
import { lockDataset, updateDataset } from "./queries.ts";
import { indexDataset } from "./search-index.ts";
import { nextState } from "./states.ts";
import type { Stored } from "./upload.ts";
import { toVersionDetail } from "./versions.ts";
import { findVersion, insertVersion, nextNumber, selectParts, type VersionRow } from "./versions-queries.ts";
import type { Publication } from "./versions-schemas.ts";

type Made = {
  mode: PublishMode;
  parts: Part[];
  report: PublishReport;
  changes: RowChanges | null;
  /** The file it was made of, as it was sent. */
  source: Stored;
  note: string | undefined;
  /** What else becomes true with the version. */
  settle?: (tx: Db, version: number) => Promise<void>;
};

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
    const base = lease.base?.number ?? null;
    if (made.mode !== "replace" && dataset.currentVersion !== base) throw overtaken(slug, dataset.currentVersion);
    const current = dataset.currentVersion === null ? undefined : await findVersion(tx, slug, dataset.currentVersion);
    const isSameDefinition = isSameShape(current?.definition, lease.definition);
    if (current && isSameDefinition && (await hasParts(tx, current, made.parts))) {
      actor.successStatus = 200;
      await made.settle?.(tx, current.number);
      const result = { ...toVersionDetail(current, made.parts.length), unchanged: true, held: [] };
      return { result, action: "version.unchanged", target: nameOf(current), partnerId: null, after: result };
    }
    const now = services.clock();
    const asMade = toRow(await nextNumber(tx, slug), lease, made, now, slug);
    const held = floorsBelow(asMade, lease.cadence, dataset.floors, now);
    const version: VersionRow = held.length > 0 ? { ...asMade, state: "held", publishedAt: null } : asMade;
    await insertVersion(tx, version, made.parts);
    await refuseGone(services.lake, made.parts);
    await made.settle?.(tx, version.number);
    const told = { target: nameOf(version), partnerId: null };
    if (held.length > 0) {
      actor.successStatus = 202;
      const result = { ...toVersionDetail(version, made.parts.length), unchanged: false, held };
      return { ...told, result, action: "version.held", after: result };
    }
    const { number: currentVersion, createdAt: updatedAt } = version;
    const row = await updateDataset(tx, slug, { currentVersion, state: nextState("publish", dataset), updatedAt });
    if (row && !isSameDefinition) await indexDataset(tx, row);
    const result = { ...toVersionDetail(version, made.parts.length), unchanged: false, held };
    return { ...told, result, action: "version.published", after: result, rights: true };
  });
}

/** Equal rows make equal bytes, so the names of the parts are compared. */
async function hasParts(tx: Db, { dataset, number }: VersionRow, parts: Part[]): Promise<boolean> {
  const names = (await selectParts(tx, dataset, number)).map(({ sha256 }) => sha256);
  return isDeepStrictEqual(
    names,
    parts.map(({ sha256 }) => sha256),
  );
}

/** What was made goes on from a version that is not the current one any more. */
const overtaken = (slug: string, current: number | null) =>
  new Problem("conflict", {
    detail: `Version ${current} of ${slug} became the current one meanwhile. Nothing was changed: send the file again.`,
    next: [`wizdata datasets versions ${slug}`],
  });

function toRow(number: number, lease: PublishLease, made: Made, createdAt: Date, dataset: string): VersionRow {
  const { mode, parts, report, changes } = made;
  const { definition, base } = lease;
  return {
    dataset,
    number,
    definition,
    rows: report.rows,
    bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0),
    sourceBytes: made.source.bytes,
    sourceSha256: made.source.sha256,
    report,
    note: made.note ?? null,
    // Parts come in the order of their times.
    timeMin: parts.at(0)?.timeMin ?? null,
    timeMax: parts.at(-1)?.timeMax ?? null,
    createdAt,
    state: "published",
    mode,
    base: base?.number ?? null,
    changes,
    publishedAt: createdAt,
    endedAt: null,
    endReason: null,
  };
}

const nameOf = ({ dataset, number }: VersionRow) => `${dataset}/${number}`;
