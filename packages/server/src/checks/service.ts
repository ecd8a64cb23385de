import { change, record } from "../changes.ts";
import type { Call } from "../http/call.ts";
import { type Page, pageById } from "../http/pages.ts";
import { Problem } from "../http/problem.ts";
import type { Services } from "../services.ts";
import type { Db } from "../store/store.ts";
import {
  type CheckRow,
  deleteOldChecks,
  endCheck,
  findCheck,
  insertCheck,
  selectChecks,
  selectRunning,
} from "./queries.ts";
import { isSound } from "./run-check.ts";
import { checkMsMax, type Ended } from "./runner.ts";
import type { Check, CheckQuery, NewCheck } from "./schemas.ts";
import { toCheck } from "./wire.ts";

const checksKeptMax = 100;

/** Begins a check of the whole platform, unless one runs. */
export async function createCheck(services: Services, call: Call, { quick }: NewCheck): Promise<Check> {
  const { store, newId, clock, owner, config, checkRunner } = services;
  const id = newId("chk");
  const made = await change(services, call, async (tx) => {
    const startedAt = clock();
    for (const row of await selectRunning(tx)) {
      if (isAbandoned(services, row)) await endCheck(tx, row.id, { status: "broken", endedAt: startedAt });
    }
    const { requestId } = call;
    const row = { id, status: "running", quick, owner, requestId, results: null, startedAt, endedAt: null };
    if (!(await insertCheck(tx, row))) throw await alreadyRunning(tx);
    await deleteOldChecks(tx, checksKeptMax);
    const result = toCheck(row, false);
    return { result, action: "check.created", target: id, partnerId: null, after: result };
  });
  checkRunner.start(id, config, quick, (ended) =>
    finishCheck(services, id, ended).catch((error) =>
      services.log.warn({ err: error, check: id, database: store.dialect }, "the end of a check was not stored"),
    ),
  );
  return made;
}

async function alreadyRunning(tx: Db): Promise<Problem> {
  const [{ id } = { id: "" }] = await selectRunning(tx);
  return new Problem("conflict", {
    detail: `A check is running. Wait for its end: GET /api/v1/checks/${id}?wait_seconds=30`,
  });
}

/** The platform itself acts, for the request that asked. */
async function finishCheck(services: Services, id: string, ended: Ended): Promise<void> {
  const results = "results" in ended ? ended.results : undefined;
  const status = results === undefined ? "broken" : isSound(results) ? "passed" : "failed";
  await services.store.transaction(async (tx) => {
    const row = await endCheck(tx, id, { status, results: results ?? null, endedAt: services.clock() });
    if (!row) return;
    const actor = { requestId: row.requestId, principal: { keyId: "system" } };
    const { invariants: _long, ...after } = toCheck(row, false);
    await record(services, tx, actor, {
      result: undefined,
      action: `check.${status}`,
      target: id,
      partnerId: null,
      after,
    });
  });
  if (status !== "passed")
    services.log.error(
      { check: id, status, ...("reason" in ended && { err: ended.reason }) },
      "a check of the platform did not pass",
    );
}

/** Newest first. */
export function listChecks(services: Services, call: Call, query: CheckQuery): Promise<Page<Check>> {
  const { store, secrets } = services;
  return pageById(
    secrets,
    { call, list: "checks" },
    query,
    (after, limit) => selectChecks(store.db, after, limit),
    ({ id }) => id,
    (row) => toCheck(row, isAbandoned(services, row)),
  );
}

export async function retrieveCheck(services: Services, id: string, waitMs: number): Promise<Check> {
  const { store, checkRunner } = services;
  await checkRunner.ended(id, waitMs);
  const row = await findCheck(store.db, id);
  if (!row) throw new Problem("not_found");
  return toCheck(row, isAbandoned(services, row));
}

/** An embedded database has one process: what another one began ended with it. */
function isAbandoned({ store, owner, clock }: Services, row: CheckRow): boolean {
  if (row.status !== "running" || row.owner === owner) return false;
  return store.dialect === "sqlite" || clock().getTime() - row.startedAt.getTime() > checkMsMax;
}
