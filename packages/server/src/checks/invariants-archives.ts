import { pino } from "pino";
import type { ArchiveRow } from "../archives/queries.ts";
import { archiveText } from "../archives/signed.ts";
import { createArchives } from "../lake/archives.ts";
import { createWorkers } from "../lake/workers.ts";
import { isSignedBy } from "../ledger/keys.ts";
import { usageIdsOf } from "../months.ts";
import type { Evidence } from "./evidence.ts";
import { fileProblem } from "./files.ts";
import type { Effort, Finding, Invariant } from "./invariant.ts";

type Archive = Pick<ArchiveRow, "month" | "file" | "sha256" | "rows" | "bytes" | "signature"> & {
  ids_from: string;
  ids_to: string;
  public_key: string | null;
  events: number | null;
  is_emptied: number;
};

const archivesSql = `select a.month, a.file, a.sha256, a.rows, a.bytes, a.signature, a.ids_from, a.ids_to, k.public_key,
    case when a.emptied_at is null then 0 else 1 end as is_emptied,
    (select sum(events) from archived_rollups s where s.archive = a.month) as events
  from usage_archives a left join signing_keys k on k.id = a.key_id order by a.month`;

async function* findArchives(evidence: Evidence, effort: Effort): AsyncIterable<Finding> {
  for (const archive of await evidence.rows<Archive>(archivesSql)) {
    const subject = archive.file;
    const found = await fileProblem(evidence.paths.archive(archive.file), archive, effort.quick);
    for (const problem of [found, ...problemsOf(archive)]) if (problem !== undefined) yield { subject, problem };
    // What is damaged cannot be read, and says nothing of what it holds.
    if (found === undefined && !effort.quick) yield* findTwice(evidence, archive);
  }
}

function* problemsOf(archive: Archive): Iterable<string> {
  const { month, rows, events, public_key, signature } = archive;
  const { idsFrom, idsTo } = usageIdsOf(month);
  if (archive.ids_from !== idsFrom || archive.ids_to !== idsTo) yield `does not say the ids of ${month}`;
  if (events !== rows) yield `has ${rows} events, its sums ${events ?? 0}`;
  if (public_key === null) yield "was signed by a key that is not here";
  else if (!isSignedBy(public_key, archiveText(archive), signature)) yield "is not what was signed";
}

/** Nobody needs to hear of more. */
const eventsReadMax = 100;
const readMs = 60_000;

/** An event that came later, by a clock that was behind, is here only: so the file is asked, when there is any. */
async function* findTwice({ rows, home }: Evidence, archive: Archive): AsyncIterable<Finding> {
  if (archive.is_emptied === 0) return;
  const inMonth = `id >= '${archive.ids_from}' and id < '${archive.ids_to}'`;
  const left = await rows<{ id: string }>(
    `select id from usage_events where ${inMonth} order by id limit ${eventsReadMax}`,
  );
  if (left.length === 0) return;
  const workers = createWorkers({ home, log: pino({ level: "silent" }) });
  try {
    const { read } = createArchives({ workers, deadlineMs: readMs });
    for (const { id } of left) {
      const wanted = { idsFrom: id, idsTo: `${id}0` };
      const [line] = await read(archive.file, [{ name: "id", type: "text" }], wanted, 1);
      if (line !== undefined)
        yield { subject: id, problem: `is in the database and in the archive of ${archive.month}` };
    }
  } finally {
    await workers.close();
  }
}

export const archiveInvariants: Invariant[] = [
  {
    name: "usage_archives",
    promise: "Each archive of usage is there as it was signed, and none of its events is in the database too.",
    repair: "Restore the file from a backup (it has the same name there): nothing else has these events.",
    find: findArchives,
  },
];
