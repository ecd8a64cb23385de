import { type Invariant, sqlInvariant } from "./invariant.ts";

/** Everything that somebody made, and the name under which the audit trail tells of it. */
const made = [
  ["partners", "id"],
  ["keys", "id"],
  ["datasets", "slug"],
  ["versions", "dataset || '/' || number"],
  ["subscriptions", "id"],
  ["exports", "id"],
] as const;

/** The one event that tells of no change: a limit was reached by calls, and by nobody's order. */
const nobodysChange = "usage.limit_reached";

export const partyInvariants: Invariant[] = [
  sqlInvariant({
    name: "key_owner",
    promise: "A key belongs to the partner of its lineage.",
    repair: "Revoke the key: it may open what is another's.",
    sql: `select k.id as subject, 'is of ' || coalesce(k.partner_id, 'the operator') || ', its lineage of '
        || coalesce(l.partner_id, 'the operator') as problem
      from keys k join lineages l on l.id = k.lineage_id where coalesce(k.partner_id, '') <> coalesce(l.partner_id, '')`,
  }),
  sqlInvariant({
    name: "one_rotation_root",
    promise:
      "Of a lineage's keys at most one is neither replaced nor revoked, and a replaced key names a key of its lineage.",
    repair: "Revoke the keys that nobody should have any more: wizdata keys list, wizdata keys revoke.",
    sql: `select lineage_id as subject, count(*) || ' keys are the newest of it' as problem
      from keys where replaced_by is null and revoked_at is null group by lineage_id having count(*) > 1
      union all select k.id, 'is replaced by ' || k.replaced_by || ', which is no key of its lineage'
      from keys k left join keys n on n.id = k.replaced_by and n.lineage_id = k.lineage_id
      where k.replaced_by is not null and n.id is null`,
  }),
  sqlInvariant({
    name: "one_live_subscription",
    promise: "A partner has at most one live subscription to a dataset.",
    repair: "Cancel all but one: wizdata subscriptions list, wizdata subscriptions cancel.",
    sql: `select partner_id || ' ' || dataset as subject, count(*) || ' live subscriptions' as problem
      from subscriptions where status in ('trialing', 'active', 'past_due')
      group by partner_id, dataset having count(*) > 1`,
  }),
  sqlInvariant({
    name: "making_audited",
    promise: "The audit trail tells of everything that was made.",
    repair: "Entries were removed, or something was written past the server: compare with the last backup.",
    sql: made
      .map(
        ([table, name]) => `select '${table} ' || ${name} as subject, 'has no audit entry' as problem
          from ${table} where ${name} not in (select target from audit)`,
      )
      .join(" union all "),
  }),
  sqlInvariant({
    name: "change_told",
    promise: "Every audit entry has the outgoing event of its change, and every event of a change its entry.",
    repair: "Entries or events were removed, or written past the server: compare with the last backup.",
    sql: `select action || coalesce(' of ' || partner_id, '') as subject,
        'entries less events: ' || sum(entries) as problem
      from (select action, partner_id, at, 1 as entries from audit
        union all select type, partner_id, at, -1 from events where type <> '${nobodysChange}') as both_sides
      group by action, partner_id, at having sum(entries) <> 0`,
  }),
];
