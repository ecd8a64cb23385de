import { type Invariant, sqlInvariant } from "./invariant.ts";

const publishAgain = "Publish the dataset again, or restore the last backup: readers of this version get wrong rows.";

export const catalogInvariants: Invariant[] = [
  sqlInvariant({
    name: "current_version",
    promise: "The current version of a dataset exists, and may be read.",
    repair: publishAgain,
    sql: `select slug as subject, 'its current version is ' || current_version || ', which does not exist' as problem
      from datasets d where current_version is not null
        and not exists (select 1 from versions v where v.dataset = d.slug and v.number = d.current_version)
      union all select slug, 'its current version, ' || current_version || ', is ' || v.state
      from datasets d join versions v on v.dataset = d.slug and v.number = d.current_version
      where v.state <> 'published' or v.published_at is null`,
  }),
  sqlInvariant({
    name: "version_parts",
    promise: "The parts of a version are in one row of places, and their rows and bytes add up to the version's.",
    repair: publishAgain,
    sql: `select v.dataset || '/' || v.number as subject, 'says ' || v.rows || ' rows in ' || v.bytes || ' bytes; its '
        || count(p.sha256) || ' parts have ' || coalesce(sum(p.rows), 0) || ' in ' || coalesce(sum(p.bytes), 0) as problem
      from versions v left join version_parts vp on vp.dataset = v.dataset and vp.version = v.number
        left join parts p on p.sha256 = vp.sha256
      group by v.dataset, v.number, v.rows, v.bytes, v.state
      having (v.state not in ('removed', 'retracted', 'rejected') or count(vp.place) > 0) and (v.rows <> coalesce(sum(p.rows), 0) or v.bytes <> coalesce(sum(p.bytes), 0)
        or max(vp.place) - min(vp.place) + 1 <> count(vp.place))
      union all select dataset || '/' || version, 'has parts, but there is no such version' from version_parts vp
      where not exists (select 1 from versions v where v.dataset = vp.dataset and v.number = vp.version)`,
  }),
];
