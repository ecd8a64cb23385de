import type { Call } from "../http/call.ts";
import { readCounters } from "../meter/counters.ts";
import { minuteStates } from "../meter/limits.ts";
import type { WindowState } from "../meter/meter.ts";
import { type Counts, counterKey, owners, type QuotaWindow, stateOf } from "../meter/windows.ts";
import { partnerTime, zonesOf } from "../meter/zones.ts";
import { type Plan, plans } from "../partners/plans.ts";
import type { PartnerRow } from "../partners/queries.ts";
import type { Services } from "../services.ts";
import { type Override, overridden, overrideAt } from "../subscriptions/override.ts";
import { exact, toAmount } from "./amounts.ts";
import { cappedLineages, liveLicenses } from "./queries.ts";
import { reportedPartner } from "./reported-partner.ts";
import type { Limit, Limits, LimitsQuery } from "./schemas.ts";

type PerWindow = { perMinute: number | null; perDay: number | null; perMonth: number | null };
/** Who has limits: what their names begin with, whose counters they are, and how much each window allows. */
type Limited = {
  kind: string;
  owner: string;
  dataset: string | null;
  lineageId: string | null;
  allowed: PerWindow;
  override?: Override | undefined;
};

export async function listLimits(services: Services, call: Call, { partner_id }: LimitsQuery): Promise<Limits> {
  const {
    store: { db },
    clock,
  } = services;
  const partner = await reportedPartner(services, call, partner_id);
  const now = clock();
  const [licenses, lineages] = await Promise.all([
    liveLicenses(db, partner.id, now),
    cappedLineages(db, partner.id, now),
  ]);
  const plan = plans[partner.plan as Plan]; // written from the names of plans only
  const limited: Limited[] = [
    {
      kind: "plan",
      owner: owners.plan(partner.id),
      dataset: null,
      lineageId: null,
      allowed: { ...plan, perMonth: null },
    },
    ...licenses.map((license) => {
      const { dataset } = license;
      const override = overrideAt(license, now);
      const allowed = overridden(license, override);
      return {
        kind: "license",
        owner: owners.license(partner.id, dataset),
        dataset,
        lineageId: null,
        allowed,
        override,
      };
    }),
    ...lineages.map(({ lineageId, ...allowed }) => ({
      kind: "key",
      owner: owners.key(lineageId),
      dataset: null,
      lineageId,
      allowed,
    })),
  ];
  const { day, month } = partnerTime(zonesOf(partner), now.getTime());
  const windowsOf = ({ kind, owner, allowed: { perDay, perMonth } }: Limited): QuotaWindow[] => [
    ...(perDay === null
      ? []
      : [{ name: `${kind}-day`, owner, window: "day" as const, start: day.label, limit: perDay, period: day }]),
    ...(perMonth === null
      ? []
      : [
          {
            name: `${kind}-month`,
            owner,
            window: "month" as const,
            start: month.label,
            limit: perMonth,
            period: month,
          },
        ]),
  ];
  const spending = { owner: owners.spending(partner.id), window: "month" as const, start: month.label };
  const standing = await readCounters(db, [...limited.flatMap(windowsOf), spending]);
  const countsOf = (id: QuotaWindow | typeof spending) => standing.get(counterKey(id)) ?? { used: 0, held: 0 };
  return {
    partner_id: partner.id,
    data: limited.flatMap((one) =>
      [...minuteOf(services, one), ...windowsOf(one).map((window) => stateOf(window, countsOf(window)))].map((state) =>
        toLimit(state, one),
      ),
    ),
    spending: toSpending(partner, countsOf(spending), month.endMs),
  };
}

function minuteOf(services: Services, { kind, owner, allowed: { perMinute } }: Limited): WindowState[] {
  return perMinute === null
    ? []
    : minuteStates(services, { asks: [{ name: `${kind}-minute`, owner, limit: perMinute }] });
}

function toLimit(
  { name, limit, used, held, remaining, windowSeconds, resetsAtMs }: WindowState,
  { dataset, lineageId, override }: Limited,
): Limit {
  return {
    name,
    dataset,
    lineage_id: lineageId,
    limit,
    used,
    held,
    remaining,
    window_seconds: windowSeconds,
    resets_at: new Date(resetsAtMs).toISOString(),
    override: toOverride(override, name),
  };
}

/** Where it is the override that says this limit, and not the tier. */
function toOverride(override: Override | undefined, name: string): Limit["override"] {
  if (!override) return null;
  const { perMinute, perDay, perMonth, reason, until } = override;
  const given = name.endsWith("-minute") ? perMinute : name.endsWith("-day") ? perDay : perMonth;
  return given === null ? null : { reason, until: until.toISOString() };
}

function toSpending(
  { spendingLimit, billingCurrency: currency }: PartnerRow,
  { used, held }: Counts,
  endMs: number,
): Limits["spending"] {
  if (spendingLimit === null) return null;
  const money = (millis: number) => toAmount(BigInt(exact(String(millis))), currency).amount;
  return {
    limit: { amount: spendingLimit, currency },
    used: money(used),
    held: money(held),
    resets_at: new Date(endMs).toISOString(),
  };
}
