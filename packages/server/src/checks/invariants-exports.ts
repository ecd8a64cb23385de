import type { ExportFile } from "../lake/lake.ts";
import type { Hold } from "../store/tables-trade.ts";
import { type Evidence, fromJson } from "./evidence.ts";
import { fileProblem } from "./files.ts";
import { type Finding, type Invariant, sqlInvariant } from "./invariant.ts";
import { wasArchived } from "./usage-sources.ts";

type Open = { id: string; holds: unknown };
type Held = { owner: string; window: string; start: string; held: number };

/** Both sides in one statement, because a job may begin or end between two. */
const heldSql = `select id, holds, null as owner, null as "window", null as start, 0 as held from exports
    where status in ('queued', 'running')
  union all select null, null, owner, "window", start, held from counters where held <> 0`;

/** JSON has no union in Postgres but with JSON. */
const heldOn = { sqlite: heldSql, postgres: heldSql.replace("select null, null,", "select null, null::jsonb,") };

async function* findHeld({ dialect, rows }: Evidence): AsyncIterable<Finding> {
  const found = await rows<Open & Held>(heldOn[dialect]);
  const expected = new Map<string, number>();
  const held = new Map<string, number>();
  for (const row of found) {
    if (row.id === null) held.set(`${row.owner} ${row.window} ${row.start}`, row.held);
    for (const { owner, window, start, units } of fromJson<Hold[] | null>(row.holds) ?? []) {
      const counter = `${owner} ${window} ${start}`;
      expected.set(counter, (expected.get(counter) ?? 0) + units);
    }
  }
  for (const counter of new Set([...held.keys(), ...expected.keys()])) {
    const [has, wants] = [held.get(counter) ?? 0, expected.get(counter) ?? 0];
    if (has !== wants) yield { subject: counter, problem: `holds ${has}, its open exports ${wants}` };
  }
}

type Ready = { id: string; files: unknown };
const readySql = (where = "") => `select id, files from exports where status = 'ready' ${where} order by id`;

async function* findExportFiles(evidence: Evidence, { quick }: { quick: boolean }): AsyncIterable<Finding> {
  for (const { id, files } of await evidence.rows<Ready>(readySql())) {
    for (const file of fromJson<ExportFile[] | null>(files) ?? []) {
      const problem = await fileProblem(`${evidence.paths.export(id)}/${file.name}`, file, quick);
      // It may have expired while its files were read.
      const isStill = problem !== undefined && (await evidence.rows(readySql(`and id = '${id}'`))).length > 0;
      if (isStill) yield { subject: `${id}/${file.name}`, problem };
    }
  }
}

export const exportInvariants: Invariant[] = [
  {
    name: "held_units",
    promise: "What the counters hold back is what the exports that wait or run have reserved.",
    repair: "Set held of the counter to what its open exports reserved, or a limit stays too tight.",
    find: findHeld,
  },
  sqlInvariant({
    name: "export_ready",
    promise: "An export that is ready was metered, and has its files, their sizes and an end.",
    repair: "Cancel it and order it again: nobody can download what is not there.",
    sql: `select x.id as subject, case when e.id is null then 'has no usage event' else 'lacks its files, size or times' end as problem
      from exports x left join usage_events e on e.id = x.event_id and e.partner_id = x.partner_id
      where x.status = 'ready' and ((e.id is null and (x.event_id is null or not ${wasArchived("x.event_id")})) or x.files is null or x.bytes is null or x.ready_at is null or x.expires_at is null)
      union all select id, 'runs for nobody' from exports where status = 'running' and (owner is null or lease_until is null)`,
  }),
  {
    name: "export_files",
    promise: "Each file of a ready export is there, with the length and hash that its manifest says.",
    repair: "Restore the file from a backup, or have the export ordered again: downloads of it fail.",
    find: findExportFiles,
  },
];
