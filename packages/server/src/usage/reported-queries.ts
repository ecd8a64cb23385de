import type { Weights } from "../meter/operations.ts";
import { type Contract, type Credential, inMilliseconds, selectContracts, selectCredentials } from "../meter/rights.ts";
import { and, eq, inArray, or } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";
import { liveStatuses } from "../subscriptions/statuses.ts";

/** Who used what, under which right. */
export type Reporting = { credential: Credential; contract: Contract; version: number; weights: Weights | null };
type About = { key_id: string; dataset: string };

/** What is needed of the keys and datasets of many events, in three questions. */
export async function readReportings(
  db: Db,
  events: readonly About[],
): Promise<(event: About) => Reporting | "no key" | "no subscription"> {
  const { keys, subscriptions, datasets } = db.t;
  const slugs = distinct(events.map(({ dataset }) => dataset));
  const credentials = (await selectCredentials(db, inArray(keys.id, distinct(events.map(({ key_id }) => key_id))))).map(
    (row) => inMilliseconds<Credential>(row),
  );
  const ofKey = new Map(credentials.map((credential) => [credential.keyId, credential]));
  const partnerIds = distinct(credentials.map(({ partnerId }) => partnerId));
  const isLive = inArray(subscriptions.status, [...liveStatuses]);
  const ofPartners = and(inArray(subscriptions.partnerId, partnerIds), inArray(subscriptions.dataset, slugs), isLive);
  const contracts = (await selectContracts(db, ofPartners)).map((row) => inMilliseconds<Contract>(row));
  const ofPartner = new Map(contracts.map((contract) => [`${contract.partnerId} ${contract.dataset}`, contract]));
  const { slug, currentVersion, weights } = datasets;
  const known = await db.select({ slug, currentVersion, weights }).from(datasets).where(inArray(slug, slugs));
  const ofDataset = new Map(known.map((row) => [row.slug, row]));
  return ({ key_id, dataset }) => {
    const credential = ofKey.get(key_id);
    if (!credential) return "no key";
    const contract = ofPartner.get(`${credential.partnerId} ${dataset}`);
    if (!contract) return "no subscription";
    const found = ofDataset.get(dataset);
    return { credential, contract, version: found?.currentVersion ?? 0, weights: found?.weights ?? null };
  };
}

type ReportedRow = Db["t"]["reportedUsage"]["$inferSelect"];
type Named = { event: { source: string; id: string }; reporting: { credential: { partnerId: string } } };

/** What was reported before, by partner, source and id. */
export async function findReported(db: Db, told: readonly Named[]): Promise<Map<string, ReportedRow>> {
  const { reportedUsage } = db.t;
  const found = new Map<string, ReportedRow>();
  for (let at = 0; at < told.length; at += rowsMax) {
    const isOne = told
      .slice(at, at + rowsMax)
      .map(({ event: { source, id }, reporting: { credential } }) =>
        and(
          eq(reportedUsage.partnerId, credential.partnerId),
          eq(reportedUsage.source, source),
          eq(reportedUsage.id, id),
        ),
      );
    const rows = await db
      .select()
      .from(reportedUsage)
      .where(or(...isOne));
    for (const row of rows) found.set(`${row.partnerId} ${row.source} ${row.id}`, row);
  }
  return found;
}

/** The receipts of those that were not there yet. In one order, so that two reports never wait for each other. */
export async function insertReported(tx: Db, rows: readonly ReportedRow[]): Promise<Set<string>> {
  const { reportedUsage } = tx.t;
  const sorted = rows.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  const added = new Set<string>();
  for (let at = 0; at < sorted.length; at += rowsMax) {
    const some = sorted.slice(at, at + rowsMax);
    const made = await tx
      .insert(reportedUsage)
      .values(some)
      .onConflictDoNothing()
      .returning({ eventId: reportedUsage.eventId });
    for (const { eventId } of made) added.add(eventId);
  }
  return added;
}

const rowsMax = 100;
const keyOf = ({ partnerId, source, id }: ReportedRow) => `${partnerId} ${source} ${id}`;
const distinct = (texts: readonly string[]) => [...new Set(texts)];
