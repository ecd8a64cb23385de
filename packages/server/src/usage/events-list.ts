import { setImmediate } from "node:timers/promises";
import { idBefore } from "../clock.ts";
import type { Call } from "../http/call.ts";
import { openCursor, type Page, sealCursor } from "../http/pages.ts";
import type { Services } from "../services.ts";
import { and, asc, eq, gt, lt, lte, type SQL } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";
import type { UsageEventsQuery } from "./events-schemas.ts";
import type { UsageEventRow } from "./queries.ts";
import { reportedPartner } from "./reported-partner.ts";
import type { UsageEvent } from "./schemas.ts";
import { toUsageEvent } from "./service.ts";

/** Events are kept in order of time, everybody's in one row: so many are passed by in one statement, and in one answer. */
const stepEventsMax = 5_000;
const stepsMax = 40;

/** Oldest first. An answer that has passed many events by without a page full ends early, and its cursor goes on from there. */
export async function listUsageEvents(
  services: Services,
  call: Call,
  query: UsageEventsQuery,
): Promise<Page<UsageEvent>> {
  const { partner_id, key_id: keyId, dataset, from, to, limit } = query;
  const partner =
    partner_id === undefined && call.principal.partnerId === null
      ? undefined
      : await reportedPartner(services, call, partner_id);
  const { db } = services.store;
  const { usageEvents } = db.t;
  const filters = [partner?.id ?? null, keyId, dataset, from, to];
  const binding = { call, list: "usage.events", filters };
  const only = and(
    partner && eq(usageEvents.partnerId, partner.id),
    keyId === undefined ? undefined : eq(usageEvents.keyId, keyId),
    dataset === undefined ? undefined : eq(usageEvents.dataset, dataset),
  );
  const end = to && lt(usageEvents.id, idBefore("use", to.getTime()));
  let after =
    query.after === undefined
      ? idBefore("use", from?.getTime() ?? 0)
      : String(openCursor(services.secrets, binding, query.after));
  const rows: UsageEventRow[] = [];
  for (let step = 0; step < stepsMax && rows.length < limit; step++) {
    const stepEnd = await lastOfStep(db, after, end);
    const within = and(gt(usageEvents.id, after), stepEnd === undefined ? end : lte(usageEvents.id, stepEnd), only);
    const wanted = limit - rows.length;
    const found = await readEvents(db, within, wanted);
    rows.push(...found);
    const last = found.length === wanted ? found.at(-1)?.id : stepEnd;
    if (last === undefined) return { data: rows.map(toUsageEvent), has_more: false, next_cursor: null };
    after = last;
    await setImmediate();
  }
  return { data: rows.map(toUsageEvent), has_more: true, next_cursor: sealCursor(services.secrets, binding, after) };
}

/** The id up to which one statement goes; undefined where it reaches the end. */
async function lastOfStep(db: Db, after: string, end: SQL | undefined): Promise<string | undefined> {
  const { usageEvents } = db.t;
  const [row] = await db
    .select({ id: usageEvents.id })
    .from(usageEvents)
    .where(and(gt(usageEvents.id, after), end))
    .orderBy(asc(usageEvents.id))
    .limit(1)
    .offset(stepEventsMax - 1);
  return row?.id;
}

async function readEvents(db: Db, where: SQL | undefined, limit: number): Promise<UsageEventRow[]> {
  const { usageEvents, subscriptions } = db.t;
  const rows = await db
    .select({ event: usageEvents, currency: subscriptions.currency })
    .from(usageEvents)
    .innerJoin(subscriptions, eq(subscriptions.id, usageEvents.subscriptionId))
    .where(where)
    .orderBy(asc(usageEvents.id))
    .limit(limit);
  return rows.map(({ event, currency }) => ({ ...event, currency }));
}
