import { invalidRequest } from "../http/problem.ts";
import { monthAfter } from "../months.ts";
import type { Services } from "../services.ts";
import { inArray } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";
import { exact } from "./amounts.ts";
import { amountsOf, figuresOf, total } from "./figures.ts";
import { sumRefusals } from "./queries.ts";
import { type GroupSums, sumUsage } from "./sums.ts";
import type { UsageTotals, UsageTotalsQuery } from "./totals-schemas.ts";

const monthsMax = 120;

/** Of all partners together, by whole months, so that it reads one row of a key and month, however often that called. */
export async function totalUsage({ store, clock }: Services, query: UsageTotalsQuery): Promise<UsageTotals> {
  const { by, dataset, operation } = query;
  const { from, to } = spanOf(query, clock().toISOString().slice(0, 7));
  const selection = { partnerId: undefined, from: `${from}-01`, to: `${to}-01`, dataset, operation };
  const sums = await sumUsage(store.db, by, selection);
  const refusals = await sumRefusals(store.db, selection);
  const companies = by === "partner" ? await companiesOf(store.db, sums) : undefined;
  const rows = sums.map((sum) => ({ ...named(by, sum.group, companies?.get(sum.group)), ...figuresOf(sum) }));
  return {
    by,
    from,
    to,
    data: rows,
    totals: {
      calls: total(rows, "calls"),
      rows: total(rows, "rows"),
      bytes: total(rows, "bytes"),
      units: total(rows, "units"),
      refused_calls: exact(refusals.reduce((sum, { calls }) => sum + BigInt(calls), 0n)),
      amounts: amountsOf(sums),
    },
  };
}

function spanOf({ from: givenFrom, to: givenTo }: UsageTotalsQuery, thisMonth: string): { from: string; to: string } {
  const from = givenFrom ?? (givenTo !== undefined && givenTo <= thisMonth ? monthAfter(givenTo, -1) : thisMonth);
  const to = givenTo ?? monthAfter(from > thisMonth ? from : thisMonth, 1);
  if (from >= to)
    throw invalidRequest([{ path: "to", message: "is not after from: it is the month after the last one" }]);
  if (monthAfter(from, monthsMax) < to)
    throw invalidRequest([{ path: "from", message: `is more than ${monthsMax} months before to` }]);
  return { from, to };
}

function named(
  by: UsageTotals["by"],
  group: string,
  company: string | undefined,
): Partial<UsageTotals["data"][number]> {
  return by === "partner" ? { partner_id: group, ...(company === undefined ? {} : { company }) } : { [by]: group };
}

const idsMax = 500;

async function companiesOf(db: Db, sums: readonly GroupSums[]): Promise<Map<string, string>> {
  const { partners } = db.t;
  const ids = [...new Set(sums.map(({ group }) => group))];
  const companies = new Map<string, string>();
  for (let at = 0; at < ids.length; at += idsMax) {
    const some = inArray(partners.id, ids.slice(at, at + idsMax));
    const rows = await db.select({ id: partners.id, company: partners.company }).from(partners).where(some);
    for (const { id, company } of rows) companies.set(id, company);
  }
  return companies;
}
