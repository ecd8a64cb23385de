/** SQL for what is in an archive that is told of, as a condition on a column of ids. */
export const wasArchived = (id: string): string =>
  `exists (select 1 from usage_archives a where ${id} >= a.ids_from and ${id} < a.ids_to)`;

/**
 * The usage events of the database that count. While a month leaves it, those of its archive do, and none counts twice; what came
 * to it after that is here only.
 */
export const liveEvents = `(select * from usage_events e where not exists (select 1 from usage_archives a
  where a.emptied_at is null and e.id >= a.ids_from and e.id < a.ids_to)) as live`;

/** What the events of archives come to; without the sums of an archive that was never told of. */
export const archivedSums = `(select s.* from archived_rollups s join usage_archives a on a.month = s.archive) as archived`;
