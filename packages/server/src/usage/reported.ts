import { change } from "../changes.ts";
import type { Call } from "../http/call.ts";
import { invalidRequest, Problem } from "../http/problem.ts";
import { type ChainEnd, sha256 } from "../meter/block.ts";
import { lockChain } from "../meter/chain.ts";
import { addToCounters, lockCounters } from "../meter/counters.ts";
import { countersOf, takes } from "../meter/decide.ts";
import { unitsOf } from "../meter/operations.ts";
import { storeEvents } from "../meter/record.ts";
import { amountMillisOf, describeSubject, type Subject } from "../meter/subject.ts";
import { Tally } from "../meter/tally.ts";
import { type UsageEvent, usageEvent } from "../meter/usage-event.ts";
import { storeWarnings, type Warning, warningsOf } from "../meter/warnings.ts";
import { windowsText } from "../meter/windows.ts";
import type { Services } from "../services.ts";
import type { Db } from "../store/store.ts";
import type { NewReportedUsage, ReportedEvent, ReportedUsageResult } from "./events-schemas.ts";
import { findReported, insertReported, type Reporting, readReportings } from "./reported-queries.ts";

const dayMs = 86_400_000;
const ageMsMax = 35 * dayMs;
const aheadMsMax = 60_000;

/** An event as it was reported, and who and what it is about. */
type Told = { event: ReportedEvent; reporting: Reporting; contentHash: string; receipt: string };

/**
 * Stores usage that was measured elsewhere, all of it in one commit or none. What was reported before with the same content is
 * there already; with other content it is refused. It was used, so no limit refuses it: it counts, and later calls find less.
 */
export async function reportUsageEvents(
  services: Services,
  call: Call,
  { events }: NewReportedUsage,
): Promise<ReportedUsageResult> {
  const told = await readTold(services, services.store.db, events);
  const known = await findReported(services.store.db, told);
  refuseOtherContent(told, known);
  if (told.every((one) => known.has(nameOf(one)))) return resultOf(told, known, new Set());
  return change(services, call, async (tx) => {
    const end = await lockChain(tx, services.meter.chain, services.clock());
    const added = await insertReported(tx, told.map(rowOf(end)));
    const stored = await findReported(tx, told);
    refuseOtherContent(told, stored);
    const fresh = told.filter(({ receipt }) => added.has(receipt));
    await count(tx, end, call, fresh);
    const result = resultOf(told, stored, added);
    const partners = new Set(told.map(({ reporting }) => reporting.credential.partnerId));
    const [partnerId = null] = partners;
    return {
      result,
      action: "usage.reported",
      target: told[0]?.receipt ?? "",
      partnerId: partners.size === 1 ? partnerId : null,
      after: { events: told.length, stored: fresh.length, partners: [...partners] },
    };
  });
}

async function readTold({ clock, newId }: Services, db: Db, events: readonly ReportedEvent[]): Promise<Told[]> {
  const nowMs = clock().getTime();
  const reportings = await readReportings(db, events);
  const issues: { path: string; message: string }[] = [];
  const names = new Set<string>();
  const told = events.flatMap((event, at): Told[] => {
    const wrong = (field: string, message: string) => {
      issues.push({ path: `events.${at}.${field}`, message });
      return [];
    };
    const reporting = reportings(event);
    if (reporting === "no key") return wrong("key_id", "is no key of a partner");
    if (reporting === "no subscription")
      return wrong("dataset", "the partner of this key has no live subscription to it");
    const occurredMs = event.occurred_at?.getTime() ?? nowMs;
    if (occurredMs > nowMs + aheadMsMax) return wrong("occurred_at", "has not come yet");
    if (occurredMs < nowMs - ageMsMax) return wrong("occurred_at", `is more than ${ageMsMax / dayMs} days ago`);
    const one = { event, reporting, contentHash: contentHash(event), receipt: newId("use") };
    if (names.has(nameOf(one))) return wrong("id", "is there twice");
    names.add(nameOf(one));
    return [one];
  });
  if (issues.length > 0) throw invalidRequest(issues);
  return told;
}

const contentHash = ({ key_id, dataset, operation, rows, bytes, units, occurred_at }: ReportedEvent) =>
  sha256(JSON.stringify([key_id, dataset, operation, rows, bytes, units ?? null, occurred_at?.toISOString() ?? null]));

const nameOf = ({ event: { source, id }, reporting }: Told) => `${reporting.credential.partnerId} ${source} ${id}`;

const rowOf =
  (end: ChainEnd) =>
  ({ event: { source, id }, reporting, contentHash, receipt }: Told) => ({
    ...{ partnerId: reporting.credential.partnerId, source, id, contentHash, eventId: receipt },
    at: new Date(end.atMs),
  });

type Known = Awaited<ReturnType<typeof findReported>>;

function refuseOtherContent(told: readonly Told[], known: Known): void {
  const errors = told.flatMap((one, at) => {
    const row = known.get(nameOf(one));
    return row && row.contentHash !== one.contentHash
      ? [{ path: `events.${at}.id`, message: `was reported with other content, as ${row.eventId}` }]
      : [];
  });
  if (errors.length === 0) return;
  throw new Problem("usage_conflict", {
    detail: "Nothing was stored. Usage that was reported is never edited: reverse it, and report it under another id.",
    errors,
    next: ["wizdata usage reverse use_… --reason …"],
  });
}

const resultOf = (told: readonly Told[], known: Known, added: ReadonlySet<string>): ReportedUsageResult => ({
  data: told.map((one) => {
    const { source, id } = one.event;
    const receipt = known.get(nameOf(one))?.eventId ?? one.receipt;
    return { source, id, receipt, stored: added.has(receipt) };
  }),
});

/** Counters, warnings, events and rollups of what is new. */
async function count(tx: Db, end: ChainEnd, call: Call, told: readonly Told[]): Promise<void> {
  const subjects = told.map(({ event, reporting: { credential, contract } }) =>
    describeSubject(credential, contract, event.occurred_at?.getTime() ?? end.atMs),
  );
  const tally = new Tally(await lockCounters(tx, subjects.flatMap(countersOf)));
  const warnings: Warning[] = [];
  const events = told.map((one, at): UsageEvent => {
    const subject = subjects[at];
    if (!subject) throw new Error("Each event has a subject.");
    const { event } = one;
    const units = event.units ?? unitsOf(event.operation, one.reporting.weights);
    const cost = { units, amountMillis: amountMillisOf(subject, { units, rows: event.rows }) };
    for (const { counter, amount } of takes(subject, cost))
      warnings.push(...warningsOf(subject, counter, tally.add(counter, amount), end.atMs));
    return storable(one, subject, { ...cost, limits: windowsText(countersOf(subject).map(tally.state)) }, call, end);
  });
  await addToCounters(tx, tally.taken());
  await storeWarnings(tx, warnings);
  await storeEvents(tx, end, events);
}

function storable(
  { event, reporting, receipt }: Told,
  subject: Subject,
  { units, ...known }: { units: number; amountMillis: number; limits: string },
  { requestId }: Call,
  { atMs }: ChainEnd,
): UsageEvent {
  const { credential, contract, version } = reporting;
  const member = {
    eventId: receipt,
    requestId,
    partnerId: credential.partnerId,
    lineageId: credential.lineageId,
    keyId: credential.keyId,
    subscriptionId: contract.subscriptionId,
    dataset: event.dataset,
    version,
    operation: event.operation,
    status: 200,
    rows: event.rows,
    bytes: event.bytes,
    units,
    asked: `reported by ${event.source} as ${event.id}`,
  };
  return usageEvent(member, subject, known, atMs);
}
