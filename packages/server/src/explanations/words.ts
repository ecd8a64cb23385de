import type { DealThen } from "./deal.ts";
import type { EventRow } from "./queries.ts";
import type { ExplainedEvent } from "./schemas.ts";

type SeenLimit = ExplainedEvent["limits"][number];

/** The windows as an event names them: `license-day 4/10000;plan-day@2026-03-09 4/1000`. */
export function seenLimits({ limits, localDate }: Pick<EventRow, "limits" | "localDate">): SeenLimit[] {
  return limits.split(";").flatMap((text) => {
    const match = /^([a-z]+)-(minute|day|month)(?:@([\d-]+))? (\d+)\/(\d+|Infinity)$/.exec(text);
    if (!match) return [];
    const [, kind = "", window = "", start, used, limit] = match;
    const usual = { minute: null, day: localDate, month: localDate.slice(0, "2026-03".length) }[window] ?? null;
    return {
      name: `${kind}-${window}`,
      period: start ?? usual,
      used: Number(used),
      limit: limit === "Infinity" ? null : Number(limit),
      measure: kind === "spending" ? "amount_millis" : window === "minute" ? "calls" : "units",
    };
  });
}

/** Why an answer was let through: what is decided under the locks of the commit that stores its event. */
export function decisionText({ status, units, operation, limits }: EventRow): string {
  const rights = "The key, its partner and its subscription were in force when this was stored";
  if (status === 304)
    return `${rights}. Nothing had changed since the caller's copy, which takes nothing from any quota.`;
  if (operation === "export")
    return "Its units were reserved on every limit when the export was ordered, and used when it was ready.";
  if (limits === "") return `${rights}, and no limit was passed. It is older than the record of limits.`;
  return `${rights}, and each limit had room for ${units === 1 ? "its unit" : `its ${units} units`}.`;
}

const numbers = (value: number) => String(Math.round(value * 1000) / 1000);

/** How an amount came to be, in minor units of its currency. */
export function costText({ amountMillis, rows, units }: EventRow, deal: DealThen | undefined, mode: string): string {
  const amount = numbers(amountMillis / 1000);
  if (mode === "test") return "0: a test key is never billed";
  if (units === 0) return "0: it took no units";
  if (!deal) return `${amount} minor units, under a price that is no longer known`;
  if (deal.billing !== "payg") return `0: the ${deal.billing} price covers it`;
  const { pricePerCall, pricePer1000Rows } = deal;
  return `${pricePerCall.amount} a call + ${rows} rows × ${pricePer1000Rows.amount} / 1000 = ${amount} minor units`;
}
