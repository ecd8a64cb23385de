import { change } from "../changes.ts";
import type { Definition } from "../datasets/definition.ts";
import { type Call, ownPartner } from "../http/call.ts";
import { invalidRequest, Problem } from "../http/problem.ts";
import { parseQueryBody } from "../lake/grammar-body.ts";
import { momentExpected, readMoment, twoStates } from "../lake/grammar-page.ts";
import type { FileShape, Part, Query } from "../lake/lake.ts";
import { readCounters } from "../meter/counters.ts";
import { hold } from "../meter/holds.ts";
import { limitHeaders, type MinuteSlots, minuteStates, refuseIfEmpty } from "../meter/limits.ts";
import { unitsOf } from "../meter/operations.ts";
import { counterKey, quotaWindows, stateOf } from "../meter/windows.ts";
import { partnerTime } from "../meter/zones.ts";
import { lockPartner } from "../partners/queries.ts";
import type { Services } from "../services.ts";
import { type Access, versionAsOf } from "../subscriptions/access.ts";
import { limited } from "../subscriptions/limited.ts";
import { type Sight, sightOf, versionSeen } from "../subscriptions/sight.ts";
import { refuseBeyond } from "./estimate.ts";
import { countUnfinished, type ExportRow, insertExport } from "./queries.ts";
import { refuseFull } from "./room.ts";
import type { Export, ExportFormat, NewExport } from "./schemas.ts";
import { shapeOf, splitText } from "./shape.ts";
import { toExport } from "./wire.ts";

const unfinishedMax = 20;

const unstarted = {
  status: "queued",
  attempts: 0,
  rowsDone: 0,
  owner: null,
  leaseUntil: null,
  bytes: null,
  files: null,
  error: null,
  eventId: null,
  startedAt: null,
  readyAt: null,
  endedAt: null,
  expiresAt: null,
  sinceVersion: null,
  sameness: null,
  filesOf: null,
  manifest: null,
  signature: null,
  signingKey: null,
} satisfies Partial<ExportRow>;

/** Reserves the units and queues the job in one commit. With the limits as they are afterwards, as response headers. */
export function createExport(
  services: Services,
  call: Call,
  input: NewExport,
): Promise<{ made: Export; limits: Record<string, string> }> {
  const { lineageId } = call.principal;
  return limited(services, call, input.dataset, "export", async (access, slots) => {
    const wanted = await readWanted(services, call, access, input);
    await refuseBeyond(services, call, wanted, input);
    await refuseIfEmpty(services, access, { lineageId, units: unitsOf("export", access.weights) });
    const made = await queueExport(services, call, access, wanted);
    services.exportRunner.wake();
    return { made, limits: await limitsNow(services, access, slots, lineageId) };
  });
}

export type Wanted = {
  definition: Definition;
  parts: Part[];
  version: number;
  query: Query;
  format: ExportFormat;
  shape: FileShape;
  rowsTotal: number;
  sight: Sight;
};

/** What is asked for, as it was understood: of an export, or of an estimate of one. */
export async function readWanted(
  services: Services,
  call: Call,
  access: Access,
  input: Omit<NewExport, "max_rows">,
): Promise<Wanted> {
  const { dataset, format, filters, from, to, columns, order } = input;
  const version = await versionWanted(services, access, input);
  const sight = sightOf(services, call, access);
  const { definition, parts } = await versionSeen(services, dataset, version, sight);
  const read = parseQueryBody(definition, { filters, from, to, columns, order });
  if (!("query" in read)) throw invalidRequest(read.issues);
  const rowsTotal = rowsWithin(parts, read.query);
  const shape = shapeOf(definition, input, rowsTotal);
  return { definition, parts, version, query: read.query, format, shape, rowsTotal, sight };
}

async function versionWanted(
  services: Services,
  access: Access,
  { dataset, version, as_of }: Pick<NewExport, "dataset" | "version" | "as_of">,
): Promise<number> {
  if (as_of === undefined) return version ?? access.version;
  const moment = readMoment(as_of);
  const message = version === undefined ? momentExpected : twoStates;
  if (version !== undefined || moment === undefined) throw invalidRequest([{ path: "as_of", message }]);
  const { number } = await versionAsOf(services, dataset, new Date(moment));
  return number;
}

function queueExport(
  services: Services,
  call: Call,
  access: Access,
  { version, query, format, shape, rowsTotal, sight }: Wanted,
): Promise<Export> {
  const { keyId, lineageId } = call.principal;
  const { subscriptionId, dataset } = access;
  const partnerId = ownPartner(call);
  const units = unitsOf("export", access.weights);
  const now = services.clock();
  return change(services, call, async (tx) => {
    // Locked before counting: two requests at the bound would both see room for one more.
    await lockPartner(tx, partnerId);
    if ((await countUnfinished(tx, partnerId)) >= unfinishedMax) {
      throw new Problem("too_many", {
        detail: `There may be ${unfinishedMax} unfinished exports. Wait for one to end, or cancel it.`,
        next: ["wizdata exports list --status queued"],
      });
    }
    await refuseFull(services, tx, partnerId, now);
    const held = await hold(tx, { keyId, partnerId, subscriptionId }, { units, rows: rowsTotal }, now);
    if (held instanceof Problem) throw held;
    const row: ExportRow = {
      id: services.newId("exp"),
      partnerId,
      lineageId,
      keyId,
      subscriptionId,
      dataset,
      version,
      format,
      compression: shape.compression,
      rowsPerFile: shape.rowsPerFile,
      bytesPerFile: shape.bytesPerFile,
      formulaSafe: shape.formulaSafe,
      splitBy: splitText(shape.split),
      sight,
      firstRows: sight.firstRows,
      query,
      rowsTotal,
      unitsHeld: units,
      holds: held,
      requestId: call.requestId,
      createdAt: now,
      ...unstarted,
    };
    await insertExport(tx, row);
    const result = toExport(row, now);
    return { result, action: "export.created", target: row.id, partnerId, after: result };
  });
}

async function limitsNow(services: Services, access: Access, slots: MinuteSlots, lineageId: string) {
  const nowMs = services.clock().getTime();
  const windows = quotaWindows({ ...access, lineageId }, partnerTime(access.zones, nowMs));
  const standing = await readCounters(services.store.db, windows);
  const quotas = windows.map((window) => stateOf(window, standing.get(counterKey(window)) ?? { used: 0, held: 0 }));
  return limitHeaders([...minuteStates(services, slots), ...quotas], nowMs);
}

/** The rows of the parts that the range of time touches: the most there can be. */
function rowsWithin(parts: Part[], { from, to }: Query): number {
  const touched = parts.filter(
    ({ timeMin, timeMax }) =>
      (from === null || timeMax === null || timeMax >= from) && (to === null || timeMin === null || timeMin < to),
  );
  return touched.reduce((sum, { rows }) => sum + rows, 0);
}

/** A test key sees the first rows of a dataset and is never billed: what a live key ordered is beyond it. */
export function refuseTestKey({ principal }: Call, { firstRows }: ExportRow): void {
  if (principal.mode === "test" && firstRows === null)
    throw new Problem("forbidden", {
      detail: "A test key sees the first rows of a dataset only. Use a live key for the files of this export.",
    });
}
