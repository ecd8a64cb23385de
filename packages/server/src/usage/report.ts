import type { Call } from "../http/call.ts";
import { invalidRequest } from "../http/problem.ts";
import { partnerTime, zoneAt, zonesOf } from "../meter/zones.ts";
import type { Services } from "../services.ts";
import { exact, toAmount } from "./amounts.ts";
import { amountsOf, figuresOf, total } from "./figures.ts";
import { keyNames, sumRefusals } from "./queries.ts";
import { reportedPartner } from "./reported-partner.ts";
import type { Grouping, UsageQuery, UsageReport, UsageRow } from "./schemas.ts";
import { type Selection, sumUsage } from "./sums.ts";

const spanDaysMax = 1_100;
const dayMs = 86_400_000;

export async function reportUsage(services: Services, call: Call, query: UsageQuery): Promise<UsageReport> {
  const { by, dataset, key_id: keyId, operation } = query;
  const { db } = services.store;
  const partner = await reportedPartner(services, call, query.partner_id);
  const nowMs = services.clock().getTime();
  const zones = zonesOf(partner);
  const { from, to } = spanOf(query, partnerTime(zones, nowMs).day.label);
  const selection: Selection = { partnerId: partner.id, from, to, dataset, keyId, operation };
  const [sums, refusals, names] = await Promise.all([
    sumUsage(db, by, selection),
    sumRefusals(db, selection),
    by === "key" ? keyNames(db, partner.id) : undefined,
  ]);
  const rows = sums.map((sum): UsageRow => ({ ...named(by, sum.group, names?.get(sum.group)), ...figuresOf(sum) }));
  const refused = refusals.map(
    ({ code, calls }): UsageRow => ({
      status: code,
      calls: exact(calls),
      rows: 0,
      bytes: 0,
      units: 0,
      ...toAmount(0n, partner.billingCurrency),
    }),
  );
  return {
    partner_id: partner.id,
    by,
    from,
    to,
    time_zone: zoneAt(zones, nowMs),
    data: by === "status" ? [...rows, ...refused] : rows,
    totals: {
      calls: total(rows, "calls"),
      rows: total(rows, "rows"),
      bytes: total(rows, "bytes"),
      units: total(rows, "units"),
      refused_calls: total(refused, "calls"),
      amounts: amountsOf(sums, partner.billingCurrency),
    },
  };
}

/** This month unless told otherwise. */
function spanOf(
  { from: givenFrom, to: givenTo }: Pick<UsageQuery, "from" | "to">,
  today: string,
): { from: string; to: string } {
  const from = givenFrom ?? firstOfMonth(givenTo !== undefined && givenTo <= today ? dayBefore(givenTo) : today);
  const to = givenTo ?? firstOfNextMonth(from > today ? from : today);
  if (from >= to) throw outOfSpan("to", "is not after from: it is the day after the last one");
  if ((Date.parse(to) - Date.parse(from)) / dayMs > spanDaysMax)
    throw outOfSpan("from", `is more than ${spanDaysMax} days before to`);
  return { from, to };
}

const outOfSpan = (path: string, message: string) => invalidRequest([{ path, message }]);
const firstOfMonth = (date: string) => `${date.slice(0, 7)}-01`;
const dayBefore = (date: string) => dateOf(Date.parse(date) - dayMs);
const firstOfNextMonth = (date: string) => firstOfMonth(dateOf(Date.parse(firstOfMonth(date)) + 31 * dayMs));
const dateOf = (atMs: number) => new Date(atMs).toISOString().slice(0, 10);

function named(by: Grouping, group: string, key: { lineageId: string; name: string } | undefined): Partial<UsageRow> {
  if (by !== "key") return { [by]: group };
  return { key_id: group, ...(key ? { lineage_id: key.lineageId, key_name: key.name } : {}) };
}
