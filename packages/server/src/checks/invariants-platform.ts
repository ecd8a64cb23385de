import { existsSync, lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createSecrets, isSecrets, parseSecrets } from "../secrets.ts";
import { connect } from "../store/connection.ts";
import { migrationState } from "../store/migrations.ts";
import type { Evidence } from "./evidence.ts";
import { entriesIn } from "./files.ts";
import type { Effort, Finding, Invariant } from "./invariant.ts";

async function* findSchema({ dialect, rows }: Evidence): AsyncIterable<Finding> {
  const { pending, unknown } = await migrationState(dialect, rows);
  for (const tag of pending) yield { subject: tag, problem: "is not applied" };
  if (unknown > 0) yield { subject: "schema", problem: `${unknown} migrations of a newer WizData are applied` };
}

async function* findDamage({ dialect, rows }: Evidence, { quick }: Effort): AsyncIterable<Finding> {
  if (dialect === "postgres") {
    yield* await rows<Finding>(`select conname as subject, 'was never validated' as problem from pg_constraint where not convalidated
      union all select indexrelid::regclass::text, 'is not valid' from pg_index where not indisvalid`);
    return;
  }
  const pragma = quick ? "quick_check" : "integrity_check";
  for (const answer of await rows<Record<string, string>>(`pragma ${pragma}(20)`)) {
    const [problem = ""] = Object.values(answer);
    if (problem !== "ok") yield { subject: "control.sqlite", problem };
  }
  for (const { table, parent } of await rows<{ table: string; parent: string }>("pragma foreign_key_check"))
    yield { subject: table, problem: `a row names nothing in ${parent}` };
}

async function* findUndurable({ dialect, file, rows }: Evidence): AsyncIterable<Finding> {
  if (dialect === "postgres") {
    for (const name of ["fsync", "synchronous_commit", "full_page_writes"]) {
      const [row] = await rows<Record<string, string>>(`show ${name}`);
      if (row?.[name] === "off") yield { subject: name, problem: "is off" };
    }
    return;
  }
  const [journal] = await rows<{ journal_mode: string }>("pragma journal_mode");
  if (journal?.journal_mode !== "wal") {
    yield { subject: "journal_mode", problem: `is ${journal?.journal_mode}` };
    return;
  }
  // As a writer opens it: only the connection that made the file is durable by itself.
  const writer = file === undefined ? undefined : connect(file);
  const synchronous = writer?.pragma("synchronous", { simple: true });
  writer?.close();
  if (synchronous !== 2) yield { subject: "synchronous", problem: `is ${synchronous} on the reopened file` };
}

async function* findSecret({ home, secrets, rows }: Evidence): AsyncIterable<Finding> {
  const file = join(home, "secret");
  if (!secrets && !existsSync(file)) {
    yield { subject: "secret", problem: "is missing" };
    return;
  }
  const text = secrets ? undefined : readFileSync(file, "utf8");
  if (text !== undefined && !isSecrets(text)) {
    yield { subject: "secret", problem: "is damaged" };
    return;
  }
  const live = new Set(
    createSecrets(secrets ?? parseSecrets(text ?? ""))
      .hashKey("")
      .map(({ pepperId }) => pepperId),
  );
  const used = await rows<{ pepper_id: string; keys: number }>(
    "select pepper_id, count(*) as keys from keys where revoked_at is null group by pepper_id",
  );
  for (const { pepper_id, keys } of used.filter((pepper) => !live.has(pepper.pepper_id)))
    yield { subject: "secret", problem: `is not the one that ${keys} keys were made under (${pepper_id})` };
}

/** What lies deeper is guarded by the home's own mode, whatever it says itself. */
async function* findOpenFiles({ home }: Evidence): AsyncIterable<Finding> {
  const mode = lstatSync(home).mode & 0o777;
  if (mode & 0o077) yield { subject: ".", problem: `has mode ${mode.toString(8)} and not 700` };
  for await (const { name, isFolder, mode } of entriesIn(home)) {
    if (!isFolder && mode & 0o077) yield { subject: name, problem: `has mode ${mode.toString(8)} and not 600` };
  }
}

export const platformInvariants: Invariant[] = [
  {
    name: "schema",
    promise: "The database has the schema of this WizData.",
    repair: "Run: wizdata-server migrate. Where migrations of a newer WizData are applied, run that one.",
    find: findSchema,
  },
  {
    name: "database_whole",
    promise: "The database finds nothing wrong with its own pages, indexes and references.",
    repair: "Stop the server and restore the last backup: the file is damaged, often by its disk.",
    find: findDamage,
  },
  {
    name: "database_durable",
    promise: "A commit is on the disk before it is acknowledged.",
    repair: "Set it back, and find out who changed it: until then a loss of power loses acknowledged usage.",
    find: findUndurable,
  },
  {
    name: "secret",
    promise: "The platform's secret is there, and is the one its keys were made under.",
    repair: "Put back the secret that was kept beside the backups: no key works without it.",
    find: findSecret,
  },
  {
    name: "files_private",
    promise: "What the home holds can be read by its owner only.",
    repair: "Run: chmod -R go= on the home, and find out what loosened it.",
    find: findOpenFiles,
  },
];
