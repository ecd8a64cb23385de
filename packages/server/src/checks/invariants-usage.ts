import { type Invariant, sqlInvariant } from "./invariant.ts";
import { archivedSums, liveEvents, wasArchived } from "./usage-sources.ts";

const noOneElse = "Stop the server, restore the last backup beside it and compare: nothing of ours writes this.";

const key = "subscription_id, segment, lineage_id, key_id, dataset, operation, outcome";
const hourKey = `partner_id, local_date, local_hour, ${key}`;
const monthKey = `partner_id, month, ${key}`;
const measures = ["calls", "rows", "bytes", "units", "amount_millis"];
const summed = measures.join(", ");
const negated = measures.map((name) => `-${name} as ${name}`).join(", ");
const sums = measures.map((name) => `sum(${name}) as ${name}`).join(", ");
const differs = measures.map((name) => `sum(${name}) <> 0`).join(" or ");
/** A reversal takes its call back. */
const called = "case when corrects is null then 1 else -1 end as calls";
const difference = `'events less rollups: ' || calls || ' calls, ' || rows || ' rows, ' || bytes || ' bytes, '
  || units || ' units, ' || amount_millis || ' thousandths' as problem`;

/** Hour by hour, where none of a key's month is in an archive. */
const hourDifferences = `
  select partner_id || ' ' || local_date || ' ' || local_hour || ' ' || dataset as subject, ${difference} from (
    select ${hourKey}, ${sums} from (
      select ${hourKey}, ${called}, rows, bytes, units, amount_millis from ${liveEvents}
      union all select ${hourKey}, ${negated} from rollups
    ) as both_sides group by ${hourKey} having ${differs}
  ) as hours where not exists (select 1 from ${archivedSums} where archived.partner_id = hours.partner_id
    and archived.month = substr(hours.local_date, 1, 7)
    and ${key
      .split(", ")
      .map((name) => `archived.${name} = hours.${name}`)
      .join(" and ")})`;

/** Month by month, where some is. Where nothing was ever archived, nothing is read. */
const monthDifferences = `
  select partner_id || ' ' || month || ' ' || dataset as subject, ${difference} from (
    select ${monthKey}, ${sums} from (
      select partner_id, substr(local_date, 1, 7) as month, ${key}, 0 as is_archived, ${called}, rows, bytes, units, amount_millis
        from ${liveEvents} where exists (select 1 from usage_archives)
      union all select ${monthKey}, 1, ${summed} from ${archivedSums}
      union all select partner_id, substr(local_date, 1, 7), ${key}, 0, ${negated} from rollups
        where exists (select 1 from usage_archives)
    ) as both_sides group by ${monthKey} having sum(is_archived) > 0 and (${differs})
  ) as months`;

/** What was ever metered, whether it is in the database or in an archive. */
const metered = `(
  select partner_id, lineage_id, dataset, sum(units) as units, sum(amount_millis) as amount_millis from (
    select partner_id, lineage_id, dataset, units, amount_millis from ${liveEvents}
    union all select partner_id, lineage_id, dataset, units, amount_millis from ${archivedSums}
  ) as places group by partner_id, lineage_id, dataset) as metered`;

/** What was counted, by owner and window, beside the events that must have been counted there. */
const counted = `
  select 'license:' || partner_id || ':' || dataset as owner, 'day' as "window", units as metered, 0 as used from ${metered}
  union all select 'license:' || partner_id || ':' || dataset, 'month', units, 0 from ${metered}
  union all select 'plan:' || partner_id, 'day', units, 0 from ${metered}
  union all select owner, "window", 0, used from counters where owner like 'license:%' or owner like 'plan:%'`;

/** Caps and spending limits may be set later than the first call, so they have counted that or less. */
const countedSince = `
  select 'key:' || lineage_id as owner, units as metered, 0 as used from ${metered}
  union all select 'spend:' || partner_id, amount_millis, 0 from ${metered}
  union all select owner, 0, used from counters where owner like 'spend:%' or (owner like 'key:%' and "window" = 'day')`;

const figures = ["rows", "bytes", "units", "amount_millis"];
const copied = ["subscription_id", "lineage_id", "key_id", "dataset", "segment", "local_date", "local_hour"];
const isNegative = figures.map((name) => `r.${name} = -e.${name}`);
const isOfTheSame = copied.map((name) => `r.${name} = e.${name}`);

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
    promise: "The rollups that reports and invoices read are the sums of the usage events, archived ones included.",
    repair: "Trust the events: no invoice should leave before the rollups are their sums again.",
    sql: `${hourDifferences} union all ${monthDifferences}`,
  }),
  sqlInvariant({
    name: "rollup_months",
    promise: "The rollups of months, which reports over long times read, are the sums of those of hours.",
    repair: "Trust those of hours, if they are the sums of the events: see event_rollups.",
    sql: `select partner_id || ' ' || month || ' ' || dataset as subject, ${difference.replace("events less rollups", "hours less months")} from (
        select ${monthKey}, ${sums} from (
          select partner_id, substr(local_date, 1, 7) as month, ${key}, ${summed} from rollups
          union all select ${monthKey}, ${negated} from rollup_months
        ) as both_sides group by ${monthKey} having ${differs}) as months`,
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
    promise: "Nothing was counted below zero, and only a reversal takes anything back.",
    repair: noOneElse,
    sql: `select owner || ' ' || "window" || ' ' || start as subject, 'used ' || used || ', held ' || held as problem
      from counters where used < 0 or held < 0
      union all select id, 'rows ' || rows || ', bytes ' || bytes || ', units ' || units || ', amount ' || amount_millis
      from usage_events where (corrects is null and (${figures.map((name) => `${name} < 0`).join(" or ")}))
        or (corrects is not null and (${figures.map((name) => `${name} > 0`).join(" or ")}))`,
  }),
  sqlInvariant({
    name: "event_reversed_once",
    promise: "What was taken back was used before, by the same partner and key, in full and once.",
    repair: "Correct it by another event, never by a change of these: a partner paid too little, or twice.",
    sql: `select corrects as subject, 'is reversed ' || count(*) || ' times' as problem
        from usage_events where corrects is not null group by corrects having count(*) > 1
      union all select r.id, 'is not what ' || r.corrects || ' was, taken back'
        from usage_events r left join usage_events e on e.id = r.corrects and e.partner_id = r.partner_id
        where r.corrects is not null and not ${wasArchived("r.corrects")}
          and (e.id is null or e.corrects is not null or not (${[...isNegative, ...isOfTheSame].join(" and ")}))`,
  }),
];
