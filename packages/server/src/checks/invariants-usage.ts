import { type Invariant, sqlInvariant } from "./invariant.ts";

const noOneElse = "Stop the server, restore the last backup beside it and compare: nothing of ours writes this.";

const rollupKey =
  "partner_id, local_date, local_hour, subscription_id, segment, lineage_id, key_id, dataset, operation, outcome";
const measures = ["calls", "rows", "bytes", "units", "amount_millis"];
const negated = measures.map((name) => `-${name} as ${name}`).join(", ");

/** What was counted, by owner and window, beside the events that must have been counted there. */
const counted = `
  select 'license:' || partner_id || ':' || dataset as owner, 'day' as "window", units as metered, 0 as used from usage_events
  union all select 'license:' || partner_id || ':' || dataset, 'month', units, 0 from usage_events
  union all select 'plan:' || partner_id, 'day', units, 0 from usage_events
  union all select owner, "window", 0, used from counters where owner like 'license:%' or owner like 'plan:%'`;

/** Caps and spending limits may be set later than the first call, so they have counted that or less. */
const countedSince = `
  select 'key:' || lineage_id as owner, units as metered, 0 as used from usage_events
  union all select 'spend:' || partner_id, amount_millis, 0 from usage_events
  union all select owner, 0, used from counters where owner like 'spend:%' or (owner like 'key:%' and "window" = 'day')`;

export const usageInvariants: Invariant[] = [
  sqlInvariant({
    name: "event_tenant",
    promise: "Every usage event belongs to a partner, and its key and subscription are that partner's.",
    repair: noOneElse,
    sql: `select e.id as subject, 'is of ' || e.partner_id || ', its subscription of ' || coalesce(s.partner_id, 'nobody')
        || ', its key of ' || coalesce(k.partner_id, 'nobody') as problem
      from usage_events e left join partners p on p.id = e.partner_id
      left join subscriptions s on s.id = e.subscription_id left join keys k on k.id = e.key_id
      where p.id is null or s.partner_id is null or s.partner_id <> e.partner_id
        or k.partner_id is null or k.partner_id <> e.partner_id or k.lineage_id <> e.lineage_id`,
  }),
  sqlInvariant({
    name: "event_rollups",
    promise: "The rollups that reports and invoices read are the sums of the usage events.",
    repair: "Trust the events: no invoice should leave before the rollups are their sums again.",
    sql: `select partner_id || ' ' || local_date || ' ' || local_hour || ' ' || dataset as subject,
        'events less rollups: ' || sum(calls) || ' calls, ' || sum(rows) || ' rows, ' || sum(bytes) || ' bytes, '
        || sum(units) || ' units, ' || sum(amount_millis) || ' thousandths' as problem
      from (select ${rollupKey}, case when corrects is null then 1 else -1 end as calls, rows, bytes, units, amount_millis from usage_events
        union all select ${rollupKey}, ${negated} from rollups) as both_sides
      group by ${rollupKey} having ${measures.map((name) => `sum(${name}) <> 0`).join(" or ")}`,
  }),
  sqlInvariant({
    name: "event_counters",
    promise: "What the limits of licenses and plans have counted is what the usage events add up to.",
    repair: "Trust the events: set the counter to their sum, or a partner has more or less than it pays for.",
    sql: `select owner || ' ' || "window" as subject, 'counted ' || sum(used) || ', metered ' || sum(metered) as problem
      from (${counted}) as both_sides group by owner, "window" having sum(used) <> sum(metered)`,
  }),
  sqlInvariant({
    name: "counted_not_metered",
    promise: "No cap of a key and no spending limit has counted more than was metered.",
    repair: "Trust the events: a partner is refused what it still may have.",
    sql: `select owner as subject, 'counted ' || sum(used) || ', metered ' || sum(metered) as problem
      from (${countedSince}) as both_sides group by owner having sum(used) > sum(metered)`,
  }),
  sqlInvariant({
    name: "no_negative_count",
    promise: "Nothing was counted below zero, and only what takes another event back is.",
    repair: noOneElse,
    sql: `select owner || ' ' || "window" || ' ' || start as subject, 'used ' || used || ', held ' || held as problem
      from counters where used < 0 or held < 0
      union all select id, 'rows ' || rows || ', bytes ' || bytes || ', units ' || units || ', amount ' || amount_millis
      from usage_events where corrects is null and (rows < 0 or bytes < 0 or units < 0 or amount_millis < 0)`,
  }),
];
