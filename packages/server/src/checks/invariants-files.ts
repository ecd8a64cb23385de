import { basename } from "node:path";
import Database from "better-sqlite3";
import { type Evidence, fromTime } from "./evidence.ts";
import { type Entry, entriesIn, fileProblem } from "./files.ts";
import type { Effort, Finding, Invariant } from "./invariant.ts";
import { footerHas } from "./part-footer.ts";

type Named = { sha256: string; rows: number; bytes: number };

/** Each part that a version names, or what a policy leaves of one, once. */
const namedSql = (where = "") =>
  `select sha256, rows, bytes from parts p where (exists (select 1 from version_parts vp where vp.sha256 = p.sha256)
    or exists (select 1 from filtered_parts fp where fp.sha256 = p.sha256)) ${where} order by sha256`;

async function* findParts(evidence: Evidence, { quick }: Effort): AsyncIterable<Finding> {
  for (const part of await evidence.rows<Named>(namedSql())) {
    const problem = await fileProblem(evidence.paths.part(part.sha256), part, quick);
    // Its version may have been removed while others were read.
    const isStill = problem && (await evidence.rows(namedSql(`and sha256 = '${part.sha256}'`))).length > 0;
    if (isStill) yield { subject: part.sha256, problem };
  }
}

async function* findIndexes({ rows, paths }: Evidence): AsyncIterable<Finding> {
  for (const { sha256, rows: wanted } of await rows<Named>(namedSql())) {
    const index = readIndex(paths.index(sha256));
    if (!index) continue;
    if (index.rows !== wanted)
      yield { subject: sha256, problem: `its index has ${index.rows} rows, the part ${wanted}` };
    else if (!(await footerHas(paths.part(sha256), index.definition)))
      yield { subject: sha256, problem: "its index has other columns, key or time than the part says of itself" };
  }
}

/** undefined where there is none: it is made again when somebody needs it. */
function readIndex(file: string): { rows: number | string; definition: string } | undefined {
  let index: Database.Database | undefined;
  try {
    index = new Database(file, { readonly: true, fileMustExist: true });
    const rows = index.prepare<[], number>("select count(*) from rows").pluck().get() ?? 0;
    const said = index.prepare<[], string>("select value from meta where name = 'definition'").pluck().get();
    return { rows, definition: said ?? "" };
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "SQLITE_CANTOPEN") return undefined;
    return { rows: "unreadable", definition: "" };
  } finally {
    index?.close();
  }
}

/** Younger ones may belong to work that no row tells of yet. */
const orphanAgeMs = 3_600_000;

async function* findOrphans({ rows, paths }: Evidence): AsyncIterable<Finding> {
  const old = async (folder: string): Promise<Entry[]> => {
    const entries = await Array.fromAsync(entriesIn(folder));
    return entries.filter(({ changedAt }) => Date.now() - changedAt.getTime() > orphanAgeMs);
  };
  // The files first: what a row names only after they were listed is no orphan.
  const folders = await Array.fromAsync(entriesIn(paths.parts));
  const parts = (await Promise.all(folders.map(({ path }) => old(path)))).flat();
  const [staging, exports, uploads] = [await old(paths.staging), await old(paths.exports), await old(paths.uploads)];
  const archives = await old(paths.archives);
  const known = new Set((await rows<{ sha256: string }>("select sha256 from parts")).map(({ sha256 }) => sha256));
  const publishes = await rows<{ id: string; created_at: number | Date }>("select id, created_at from publishes");
  const jobs = await rows<{ id: string; status: string }>(
    "select id, status from exports where status in ('queued', 'running', 'ready')",
  );
  const oldest = Math.min(...publishes.map(({ created_at }) => fromTime(created_at).getTime()));
  for (const { name, path, changedAt } of parts) {
    const isWork = changedAt.getTime() >= oldest;
    if (!known.has(name.slice(0, 64)) && !isWork) yield orphan(paths.parts, path);
  }
  const working = new Set([...publishes, ...jobs.filter(({ status }) => status !== "ready")].map(({ id }) => id));
  for (const { name, path } of staging) if (!working.has(name)) yield orphan(paths.staging, path);
  const live = new Set(jobs.map(({ id }) => id));
  for (const { name, path } of exports) if (!live.has(name)) yield orphan(paths.exports, path);
  const archived = new Set((await rows<{ file: string }>("select file from usage_archives")).map(({ file }) => file));
  for (const { name, path } of archives) if (!archived.has(name)) yield orphan(paths.archives, path);
  const begun = new Set((await rows<{ id: string }>("select id from uploads")).map(({ id }) => id));
  for (const { name, path } of uploads) if (!begun.has(name)) yield orphan(paths.uploads, path);
}

const orphan = (folder: string, path: string): Finding => ({
  subject: `${basename(folder)}${path.slice(folder.length)}`,
  problem: "no row names it",
});

export const fileInvariants: Invariant[] = [
  {
    name: "part_files",
    promise: "Each part that a version or a filtered part names is there, with the length and hash that its name says.",
    repair: "Restore the part from a backup (it has the same name there), or publish the dataset again.",
    find: findParts,
  },
  {
    name: "part_indexes",
    promise: "An index has as many rows as its part, and was made by what the part says of its columns.",
    repair: "Delete the .sqlite file beside the part: it is made again from the part when it is needed.",
    find: findIndexes,
  },
  {
    name: "no_orphans",
    promise: "Every file of the lake, of exports, of uploads and of unfinished work is named by a row.",
    repair: "Restart the server: it clears away at its start what no row names.",
    find: findOrphans,
  },
];
